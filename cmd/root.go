// Package cmd holds the program's commands, one a file.
package cmd

import (
	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/cli"
)

// Execute runs the command that the arguments name and returns the exit status.
func Execute() int { return cli.Run(newRootCommand()) }

func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "predicthealth",
		Short:         "A health platform on PostgreSQL and Redis",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(newDevCommand(), newServeCommand(), newHealthcheckCommand(), newMigrateCommand(), newCatalogCommand(),
		newImportCommand(), newGenerateCommand(), newDemoCommand(), newCMSUserCommand(), newJWTKeyCommand(),
		newAuditCommand(), newOpenAPICommand(), newVersionCommand())
	return root
}
