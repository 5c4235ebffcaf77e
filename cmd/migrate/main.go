// Command migrate writes and checks the versioned migrations of the database. It is the tool for changes to ent/schema
// and sql/. It compiles only the tables and Atlas' library: no service, and none of ent's code for the tables. So it is
// ready within seconds of a change to the schema, whether or not the rest of the program compiles.
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
		Long: `Writes and checks the versioned migrations of the database, in the source tree.

To change the database, edit ent/schema or sql/, run "go generate ./ent", and then:

  go run ./cmd/migrate diff NAME   write the migration
  go run ./cmd/migrate lint        see what it may break
  predicthealth migrate up         apply it

The files in ent/migrate/migrations are the whole truth. They are in Atlas' format, so
"atlas migrate apply" builds the same database.

Migrations are replayed in temporary databases on the server of --dev-url, of
DEV_DATABASE_URL, of the running development stack, or on one started for the
purpose.`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	command.AddCommand(newDiffCommand(), newNewCommand(), newHashCommand(), newSchemaCommand(), newLintCommand(), newValidateCommand())
	return command
}

// sourceTree returns the project that contains the working directory.
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
