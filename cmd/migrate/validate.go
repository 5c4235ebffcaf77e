package main

import (
	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/migration"
)

func newValidateCommand() *cobra.Command {
	var devURL string
	command := &cobra.Command{
		Use:   "validate",
		Short: "Check that the migrations can be replayed and create the desired database",
		Long: `Checks that atlas.sum matches the files, that schema.sql and objects.sum are current,
and that the replayed migrations create the desired database: tables, constraints,
indexes, views, functions, triggers, policies, grants and comments.

Exit status: 0 everything is in order, 1 something is not.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			root, project, err := sourceTree()
			if err != nil {
				return err
			}
			return withDev(cmd, root, devURL, func(dev migration.Dev) error {
				failed := false
				for _, check := range project.Validate(cmd.Context(), dev) {
					if check.Err == nil {
						cmd.Printf("ok      %s\n", check.Name)
						continue
					}
					failed = true
					cmd.Printf("FAILED  %s\n    %v\n", check.Name, check.Err)
				}
				if failed {
					return cli.ExitWith(cli.StatusFindings, nil)
				}
				return nil
			})
		},
	}
	addDevURL(command, &devURL)
	return command
}
