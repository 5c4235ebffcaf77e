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
		Short: "Create an empty migration to write by hand, such as one that fills a column",
		Long: `Creates an empty migration to write by hand, such as one that fills a column.
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
		"run each statement on its own, as CREATE INDEX CONCURRENTLY and updates in batches require")
	return command
}

func newHashCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "hash",
		Short: "Rewrite atlas.sum after editing a migration by hand or merging branches",
		Long: `Rewrites atlas.sum after editing a migration by hand or merging branches.

Never edit a migration that a shared database has applied: that database would refuse
it. If two branches added migrations, rename the file of the one that isn't merged yet
to a later version, then run this command.`,
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
		Short: "Rewrite ent/migrate/schema.sql from ent/schema and sql/",
		Long: `Rewrites ent/migrate/schema.sql from ent/schema and sql/: the desired tables, in a form
that any Atlas can read. "migrate diff" does this too.

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
	command.Flags().BoolVar(&check, "check", false, "only check whether it is current")
	return command
}
