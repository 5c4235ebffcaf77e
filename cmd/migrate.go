package cmd

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/ent/migrate"
	"github.com/predicthealth/predicthealth/internal/migration"
)

func newMigrateCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "migrate",
		Short: "Write, check and apply database migrations",
		Long: `Write, check and apply the database's versioned migrations.

To change the database, edit ent/schema or sql/, run "go generate ./ent", then

  predicthealth migrate diff NAME    write the migration
  predicthealth migrate lint         see what it may break
  predicthealth migrate up           apply it

The files in ent/migrate/migrations are the whole truth and in Atlas' format:
"atlas migrate apply" builds the same database.

The commands that write and check replay migrations in databases that they make
and drop again, on the server of --dev-url, of DEV_DATABASE_URL, of the running
development stack, or on one started for the purpose.`,
	}
	command.AddCommand(newMigrateDiffCommand(), newMigrateNewCommand(), newMigrateHashCommand(), newMigrateSchemaCommand(),
		newMigrateLintCommand(), newMigrateValidateCommand(), newMigrateStatusCommand(), newMigrateUpCommand())
	return command
}

// builtIn are the migrations that are part of the program.
func builtIn() (fs.FS, error) { return fs.Sub(migrate.Files, "migrations") }

// sourceTree finds the project around the working directory.
func sourceTree() (root string, project migration.Project, err error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", migration.Project{}, err
	}
	if root, err = migration.FindRoot(dir); err != nil {
		return "", migration.Project{}, err
	}
	return root, migration.Project{
		Dir:    filepath.Join(root, "ent", "migrate"),
		SQL:    os.DirFS(filepath.Join(root, "sql")),
		Tables: migrate.Tables,
	}, nil
}
