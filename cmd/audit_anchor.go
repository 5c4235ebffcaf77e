package cmd

import (
	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/service/audit"
)

func newAuditAnchorCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "anchor",
		Short: "Print the number and the hash of the last record",
		Long: `Prints the number, the hash and the time of the last sealed record as JSON. Keep it
where the owner of the database can't change it, such as a write-once bucket, a
ledger or a printout. "audit verify --anchor" then proves that the trail up to that
record is still the same.

Exit status: 0 printed, 1 failed or nothing is sealed yet, 2 wrong arguments.`,
		Example: `  predicthealth audit anchor > anchor-$(date -u +%F).json`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withTrail(cmd.Context(), func(trail *audit.Trail) error {
				anchor, err := trail.Anchor(cmd.Context())
				if err != nil {
					return err
				}
				return cli.PrintJSON(cmd.OutOrStdout(), anchor)
			})
		},
	}
}
