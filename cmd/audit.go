package cmd

import (
	"context"
	"errors"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

func newAuditCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "audit",
		Short: "Verify that the audit trail is complete and unchanged",
		Long: `The audit trail is a chain: each record has a number, and a hash over itself and
the record before it. "verify" checks the chain. The owner of the database could
rewrite the whole chain, so "anchor" prints its end for you to keep elsewhere.

docs/audit.md says what is recorded and how it is hashed.`,
	}
	command.AddCommand(newAuditVerifyCommand(), newAuditAnchorCommand())
	return command
}

// withTrail opens the trail as the application, which may only read it. There is no time limit, for reading the whole
// trail takes long.
func withTrail(ctx context.Context, fn func(*audit.Trail) error) (err error) {
	cfg, err := config.Load()
	if err != nil {
		return err
	}
	db, err := database.Open(ctx, database.Options{
		URL: string(cfg.DatabaseURL), MaxConns: 1, ApplicationName: "predicthealth audit", StatementTimeout: -1,
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return fn(audit.New(service.NewStore(ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, db)))), nil))
}
