package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/migration"
)

func newNewCommand() *cobra.Command {
	var noTransaction bool
	command := &cobra.Command{
		Use:   "new NAME",
		Short: "Make an empty migration to write by hand, such as one that fills a column",
		Long: `Makes an empty migration to write by hand, such as one that fills a column.
After writing it, run "go run ./cmd/migrate hash".`,
		Example: "  go run ./cmd/migrate new fill_display_names",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			root, project, err := sourceTree()
			if err != nil {
				return err
			}
			path, err := project.New(args[0], !noTransaction)
			if err != nil {
				return err
			}
			if path, err = filepath.Rel(root, path); err != nil {
				return err
			}
			cmd.Printf("wrote %s\n", path)
			return nil
		},
	}
	command.Flags().BoolVar(&noTransaction, "no-transaction", false,
		"run each statement by itself, as CREATE INDEX CONCURRENTLY and updates in batches need")
	return command
}

func newHashCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "hash",
		Short: "Write atlas.sum anew, after a migration was edited by hand or branches were merged",
		Long: `Writes atlas.sum anew, after a migration was edited by hand or branches were merged.

A migration that any shared database has applied must not be edited: that database
would refuse it. If two branches added migrations, give the one that isn't merged yet
a later version by renaming its file, then run this.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, project, err := sourceTree()
			if err != nil {
				return err
			}
			dir, err := project.Migrations()
			if err != nil {
				return err
			}
			return migration.Hash(dir)
		},
	}
}

func newSchemaCommand() *cobra.Command {
	var check bool
	command := &cobra.Command{
		Use:   "schema",
		Short: "Write ent/migrate/schema.sql anew from ent/schema and sql/",
		Long: `Writes ent/migrate/schema.sql anew from ent/schema and sql/: the desired tables, which
any Atlas can read. "migrate diff" does so too.

Exit status: 0 done or current, 1 stale (with --check) or failed.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, project, err := sourceTree()
			if err != nil {
				return err
			}
			if check {
				return project.CheckSchema(cmd.Context())
			}
			changed, err := project.WriteSchema(cmd.Context())
			if err == nil && changed {
				cmd.Println("wrote ent/migrate/schema.sql")
			}
			return err
		},
	}
	command.Flags().BoolVar(&check, "check", false, "only tell whether it is current")
	return command
}
