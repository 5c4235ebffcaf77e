package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/api"
)

func newVersionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Long:    "Prints the version of the program. The OpenAPI document and the clients have the same.",
		Example: "  predicthealth version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), api.Version)
			return err
		},
	}
}
