// Command migrate writes and checks the database's versioned migrations: the tool of who changes ent/schema or sql/.
// It compiles the tables and Atlas' library, no service and not the code that ent generates for them, so that it is
// there within seconds after a change of the schema, whether or not the rest of the program compiles.
package main

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/ent/migrate"
	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/migration"
)

func main() { os.Exit(cli.Run(newCommand())) }

func newCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "migrate",
		Short: "Write and check database migrations",
		Long: `Writes and checks the database's versioned migrations, in the source tree.

To change the database, edit ent/schema or sql/, run "go generate ./ent", then

  go run ./cmd/migrate diff NAME   write the migration
  go run ./cmd/migrate lint        see what it may break
  predicthealth migrate up         apply it

The files in ent/migrate/migrations are the whole truth and in Atlas' format:
"atlas migrate apply" builds the same database.

Migrations are replayed in databases that are made for it and dropped again, on the
server of --dev-url, of DEV_DATABASE_URL, of the running development stack, or on one
started for the purpose.`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	command.AddCommand(newDiffCommand(), newNewCommand(), newHashCommand(), newSchemaCommand(), newLintCommand(), newValidateCommand())
	return command
}

// sourceTree finds the project around the working directory.
func sourceTree() (root string, project migration.Project, err error) {
	if root, err = migration.FindRoot("."); err != nil {
		return "", migration.Project{}, err
	}
	return root, migration.Project{
		Dir:      filepath.Join(root, "ent", "migrate"),
		Entities: os.DirFS(filepath.Join(root, "ent", "schema")),
		SQL:      os.DirFS(filepath.Join(root, "sql")),
		Tables:   migrate.Tables,
	}, nil
}
