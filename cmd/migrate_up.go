package cmd

import (
	"database/sql"
	"time"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/migration"
	"github.com/predicthealth/predicthealth/service/catalog"
)

func newMigrateUpCommand() *cobra.Command {
	var (
		options migration.UpOptions
		seed    bool
	)
	command := &cobra.Command{
		Use:   "up",
		Short: "Apply the program's migrations to the database",
		Long: `Applies the program's migrations to the database of MIGRATE_DATABASE_URL, or else of
DATABASE_URL. Each file is applied completely or not at all, except files that start
with "-- atlas:txmode none". Any number of instances may do this at once: one migrates,
the others wait. "atlas migrate apply" keeps the same history.

It refuses a database:

  - that is newer than the program;
  - whose applied migrations have been edited since;
  - in which a migration stopped half-way;
  - that has tables but no migration history.

Exit status: 0 done or nothing to do, 1 refused or failed.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			settings, err := config.Load()
			if err != nil {
				return err
			}
			if options.Files, err = builtIn(); err != nil {
				return err
			}
			options.Log = cli.LogTo(cmd.ErrOrStderr())
			applied, err := migration.Up(cmd.Context(), string(settings.MigrateDatabaseURL), options)
			if err != nil {
				return err
			}
			if len(applied) == 0 {
				cmd.Println("Nothing to do: the database has every migration.")
			} else {
				cmd.Printf("The database is at version %s.\n", applied[len(applied)-1])
			}
			if !seed {
				return nil
			}
			return withDatabase(cmd.Context(), "predicthealth migrate", func(db *sql.DB) error {
				_, err := catalog.Seed(cmd.Context(), db)
				return err
			})
		},
	}
	flags := command.Flags()
	flags.StringVar(&options.To, "to", "", "the last `version` to apply")
	flags.BoolVar(&options.Resume, "resume", false, "continue a migration that stopped half-way, once the cause is fixed")
	flags.BoolVar(&seed, "seed", false, `then write the catalogs, roles and settings, as "catalog seed" does`)
	flags.DurationVar(&options.Wait, "wait", 10*time.Minute, "how long to wait for another instance that is migrating")
	return command
}
