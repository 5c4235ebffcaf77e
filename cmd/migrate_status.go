package cmd

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/migration"
)

func newMigrateStatusCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "status",
		Short: "Show which migrations the database has and which it lacks",
		Long: `Shows which of the program's migrations the database of MIGRATE_DATABASE_URL, or else
of DATABASE_URL, has and which it lacks. It changes nothing.

Exit status: 0 the database has them all, 1 it lacks some, "migrate up" would refuse
it, or it doesn't answer.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			settings, err := config.Load()
			if err != nil {
				return err
			}
			return showStatus(cmd, string(settings.MigrateDatabaseURL), asJSON)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return command
}

func showStatus(cmd *cobra.Command, url string, asJSON bool) error {
	files, err := builtIn()
	if err != nil {
		return err
	}
	status, err := migration.ReadStatus(cmd.Context(), url, files)
	if err != nil {
		return err
	}
	write := statusText
	if asJSON {
		write = func(w io.Writer, s *migration.Status) error { return cli.PrintJSON(w, s) }
	}
	if err := write(cmd.OutOrStdout(), status); err != nil {
		return err
	}
	if status.State != migration.StateCurrent {
		return cli.ExitWith(cli.StatusFindings, nil)
	}
	return nil
}

func statusText(w io.Writer, s *migration.Status) error {
	var b strings.Builder
	for _, a := range s.Applied {
		fmt.Fprintf(&b, "applied  %s  %s  %s\n", a.Version, a.At.Format("2006-01-02 15:04:05Z"), a.Name)
	}
	for _, version := range s.Pending {
		fmt.Fprintf(&b, "pending  %s\n", version)
	}
	switch s.State {
	case migration.StateCurrent:
		fmt.Fprintf(&b, "The database has every migration (%d).\n", len(s.Applied))
	case migration.StatePending:
		fmt.Fprintf(&b, "The database lacks %s; run `predicthealth migrate up`.\n", cli.Count(len(s.Pending), "migration"))
	default:
		fmt.Fprintf(&b, "%s\n", s.Problem)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
