package cmd

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"
	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/api"
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
)

func newOpenAPICommand() *cobra.Command {
	return &cobra.Command{
		Use:   "openapi",
		Short: "Print the OpenAPI document",
		Long: `Prints the OpenAPI 3.1 document of this version, which a running instance serves at
/openapi.json. It needs no database and no Redis: generate clients from it anywhere.

Exit status: 0 printed, 1 failed, 2 wrong arguments.`,
		Example: "  predicthealth openapi >openapi.json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			document, err := openAPIDocument()
			if err != nil {
				return fmt.Errorf("OpenAPI document: %w", err)
			}
			_, err = cmd.OutOrStdout().Write(document)
			return err
		},
	}
}

// openAPIDocument is that of an API whose servers are named and never asked.
func openAPIDocument() (_ []byte, err error) {
	dir, err := os.MkdirTemp("", "predicthealth-openapi-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	keys, err := auth.EnsureKeys(dir)
	if err != nil {
		return nil, err
	}
	sealing, err := encryption.Parse(encryption.NewKey())
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("postgres", "")
	if err != nil {
		return nil, err
	}
	client := redis.NewClient(&redis.Options{})
	defer func() { err = errors.Join(err, db.Close(), client.Close()) }()
	store := service.NewStore(ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, db))))
	server, err := api.New(api.Dependencies{
		Store: store, DB: db, Trail: audit.New(store, nil), Redis: client, Keys: keys, EncryptionKeys: sealing,
		Registerer: prometheus.NewRegistry(), Log: slog.New(slog.NewTextHandler(io.Discard, nil)), MaxRequests: 1,
	})
	if err != nil {
		return nil, err
	}
	document, err := server.Document()
	if err != nil {
		return nil, err
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, append(document, '\n'), "", " "); err != nil {
		return nil, err
	}
	return indented.Bytes(), nil
}
