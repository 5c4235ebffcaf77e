package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/joho/godotenv"
	"github.com/lib/pq"
	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/devstack"
	"github.com/predicthealth/predicthealth/internal/migration"
)

const devURLVariable = "DEV_DATABASE_URL"

func addDevURL(command *cobra.Command, url *string) {
	command.Flags().StringVar(url, "dev-url", os.Getenv(devURLVariable),
		"PostgreSQL server for replaying migrations, with a role that may create databases\n(default: the development stack's, or one started for the purpose)")
	command.Flags().Lookup("dev-url").DefValue = "" // it may contain a password
}

// withDev calls do with the server of url; without a url, with the development stack's server if it is running, and
// otherwise with a throwaway server.
func withDev(cmd *cobra.Command, root, url string, do func(migration.Dev) error) (err error) {
	ctx := cmd.Context()
	if url == "" {
		url = runningStack(ctx, root)
	}
	if url != "" {
		return do(migration.Dev{URL: url})
	}
	dir, err := os.MkdirTemp("", "predicthealth-migrate-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := os.Chmod(dir, 0o755); err != nil { //nolint:gosec // PostgreSQL's user enters it
		return err
	}
	stack, err := devstack.Start(ctx, devstack.Options{Dir: dir, Fast: true})
	if err != nil {
		return fmt.Errorf("start a server to replay migrations on: %w; or name one with --dev-url", err)
	}
	defer func() { err = errors.Join(err, stack.Stop(context.WithoutCancel(ctx))) }()
	return do(migration.Dev{URL: stack.PostgresURL})
}

// runningStack returns the URL of the development stack's PostgreSQL; it is empty if the server doesn't answer.
func runningStack(ctx context.Context, root string) string {
	env, err := godotenv.Read(filepath.Join(root, ".dev", "env"))
	if err != nil {
		return ""
	}
	url := env["MIGRATE_DATABASE_URL"]
	if url == "" {
		url = env["DATABASE_URL"]
	}
	connector, err := pq.NewConnector(url)
	if err != nil {
		return ""
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	conn, err := connector.Connect(ctx)
	if err != nil {
		return ""
	}
	if conn.Close() != nil {
		return ""
	}
	return url
}
