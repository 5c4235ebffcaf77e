package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/migration"
)

func newDiffCommand() *cobra.Command {
	var (
		devURL  string
		renames []string
	)
	command := &cobra.Command{
		Use:   "diff NAME",
		Short: "Write a migration with the changes to ent/schema and sql/ that the migrations lack",
		Long: `Writes a migration with the changes to ent/schema and sql/ that the migrations lack,
and updates atlas.sum, schema.sql and objects.sum. If there is nothing to do, that is
not an error.

Indexes on existing tables go into a second file, which creates them CONCURRENTLY
outside a transaction. The result is replayed before it is kept: unless it matches the
desired database in every respect, nothing is written. Read the file: statements that
lose data, or may fail on data, have a comment.

A renamed table or column looks like one that is dropped and one that is added. On a
terminal the command asks you; elsewhere, use --rename.

Exit status: 0 done, 1 failed and nothing was written, 2 wrong usage.`,
		Example: `  go run ./cmd/migrate diff add_patient_notes
  go run ./cmd/migrate diff family_name --rename patients.surname=family_name
  go run ./cmd/migrate diff clinics --rename medical_institutions=clinics`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			options := migration.DiffOptions{Name: args[0], Log: cli.LogTo(cmd.ErrOrStderr())}
			for _, text := range renames {
				rename, err := migration.ParseRename(text)
				if err != nil {
					return cli.ExitWith(cli.StatusUsage, err)
				}
				options.Renames = append(options.Renames, rename)
			}
			if term.IsTerminal(int(os.Stdin.Fd())) {
				options.Confirm = askRename(cmd)
			}
			root, project, err := sourceTree()
			if err != nil {
				return err
			}
			return withDev(cmd, root, devURL, func(dev migration.Dev) error {
				files, err := project.Diff(cmd.Context(), dev, options)
				if err != nil {
					return err
				}
				if len(files) == 0 {
					cmd.Println("Nothing to do: the migrations create the desired database.")
				}
				for _, name := range files {
					cmd.Printf("wrote ent/migrate/migrations/%s\n", name)
				}
				return nil
			})
		},
	}
	addDevURL(command, &devURL)
	command.Flags().StringArrayVar(&renames, "rename", nil, "a new `name`: table.column=new or table=new; may be repeated, and is applied in order")
	return command
}

func askRename(cmd *cobra.Command) func(migration.Rename) (bool, error) {
	in := bufio.NewReader(cmd.InOrStdin())
	return func(r migration.Rename) (bool, error) {
		what := fmt.Sprintf("table %q", r.Table)
		if r.Column != "" {
			what = fmt.Sprintf("column %q of %q", r.Column, r.Table)
		}
		cmd.PrintErrf("Was %s renamed to %q (and keeps its data)? [y/N] ", what, r.New)
		answer, err := in.ReadString('\n')
		return strings.EqualFold(strings.TrimSpace(answer), "y"), err
	}
}
