package cmd

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/demo"
)

func newDemoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Load made-up patients and demo accounts, including an administrator's",
		Long: `Loads 500 made-up patients with their doctors and institutions, and an account each
for a patient, a doctor, an institution, an administrator and an editor, into the
database of MIGRATE_DATABASE_URL, which must be migrated and seeded. It prints the
accounts that it creates with their password, which is new each time. People and
accounts that already exist stay as they are.

This is for demonstrations: whoever reads the output can sign in as an administrator.

Exit status: 0 done, 1 failed, 2 wrong arguments.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			cfg, err := config.Load()
			if err != nil {
				return err
			}
			db, err := database.Open(cmd.Context(), database.Options{URL: string(cfg.MigrateDatabaseURL), MaxConns: 4})
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, db.Close()) }()
			store := service.NewStore(ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, db))))
			shown := newProgress(cmd.ErrOrStderr(), true)
			defer shown.end()
			loader := demo.Loader{DB: db, Store: store, Accounts: auth.NewAccounts(store), Progress: shown.show}
			made, err := loader.Load(cmd.Context(), rand.Text())
			if err != nil {
				return err
			}
			if len(made) == 0 {
				cmd.Println("The demo accounts already exist; their passwords stay as they are.")
				return nil
			}
			return printAccounts(cmd.OutOrStdout(), made)
		},
	}
}

// printAccounts prints one line for each account.
func printAccounts(w io.Writer, accounts []demo.Account) error {
	for _, a := range accounts {
		if _, err := fmt.Fprintf(w, "  %-12s %-26s %s\n", a.UserType, a.Email, a.Password); err != nil {
			return err
		}
	}
	return nil
}
