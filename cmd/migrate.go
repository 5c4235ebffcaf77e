package cmd

import (
	"io/fs"
	"os"
	"os/exec"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/ent/migrate"
	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/migration"
)

func newMigrateCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "migrate",
		Short: "Apply database migrations",
		Long: `Applies the versioned migrations of the database, which are part of the program.
"atlas migrate apply" does the same with the files in ent/migrate/migrations.

To write and check migrations in the source tree, see "go run ./cmd/migrate --help".`,
	}
	command.AddCommand(newMigrateStatusCommand(), newMigrateUpCommand())
	for _, name := range []string{"diff", "new", "hash", "schema", "lint", "validate"} {
		command.AddCommand(newMigrateSourceCommand(name))
	}
	return command
}

// newMigrateSourceCommand passes a command on to the program that writes and checks migrations. That program belongs to
// the source tree, and this one must not contain it.
func newMigrateSourceCommand(name string) *cobra.Command {
	return &cobra.Command{
		Use:                name,
		Short:              "Run `go run ./cmd/migrate " + name + "` in the source tree",
		Hidden:             true,
		DisableFlagParsing: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			root, err := migration.FindRoot(".")
			if err != nil {
				return cli.ExitWith(cli.StatusUsage, err)
			}
			tool := exec.CommandContext(cmd.Context(), "go", append([]string{"run", "./cmd/migrate", name}, args...)...) //nolint:gosec // the developer's own arguments
			tool.Dir, tool.Stdin, tool.Stdout, tool.Stderr = root, os.Stdin, cmd.OutOrStdout(), cmd.ErrOrStderr()
			if tool.Run() != nil {
				return cli.ExitWith(cli.StatusFindings, nil) // it has said why
			}
			return nil
		},
	}
}

// builtIn returns the migrations that are part of the program.
func builtIn() (fs.FS, error) { return fs.Sub(migrate.Files, "migrations") }
