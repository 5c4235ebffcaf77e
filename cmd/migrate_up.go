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
DATABASE_URL. Each file is applied whole or not at all, but for those headed
"-- atlas:txmode none". Any number of instances may do so at once: one migrates, the
others wait. "atlas migrate apply" keeps the same history.

It refuses a database that is newer than the program, whose applied migrations were
edited since, in which a migration stopped half-way, or that has tables but no history.

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
	flags.BoolVar(&options.Resume, "resume", false, "go on with a migration that stopped half-way, once its cause is mended")
	flags.BoolVar(&seed, "seed", false, `then write the catalogs, roles and settings, as "catalog seed" does`)
	flags.DurationVar(&options.Wait, "wait", 10*time.Minute, "how long to wait for another instance that migrates")
	return command
}
