package cmd

import (
	"database/sql"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/service/dataset"
)

func newGenerateCommand() *cobra.Command {
	var (
		options dataset.GenerateOptions
		asOf    string
		asJSON  bool
	)
	command := &cobra.Command{
		Use:   "generate",
		Short: "Make up a population to try things with",
		Long: `Makes up institutions, doctors and patients and writes them to the database: names
from several cultures, cities in nine countries, ages, bodies and habits, illnesses
that occur together as in real life (weight and age bring hypertension, hypertension
brings diabetes and high cholesterol …), the medications for them, allergies, family
history, and every state of validation. Phone numbers are 555 numbers, and emails end
in example.com or example.org.

The same seed makes the same people. People who already exist are left alone, so a
second run changes nothing, and an interrupted run can be started again. Nobody gets
an account.

Exit status: 0 done, 2 wrong usage, 3 failed; what was already written stays.`,
		Example: `  predicthealth generate
  predicthealth generate --patients 100000 --seed 7
  predicthealth generate --as-of 2026-01-31 --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			err := parseDay(asOf, &options.AsOf)
			if err == nil {
				err = withDatabase(cmd.Context(), "predicthealth generate", func(db *sql.DB) error {
					return generatePopulation(cmd, db, options, asJSON)
				})
			}
			if err != nil {
				return cli.ExitWith(exitNothingDone, err)
			}
			return nil
		},
	}
	flags := command.Flags()
	flags.IntVar(&options.Patients, "patients", dataset.DefaultPatients, "number of patients")
	flags.Uint64Var(&options.Seed, "seed", 1, "the same seed makes the same people")
	flags.IntVar(&options.Institutions, "institutions", 0, "number of institutions (default 20, or 1 for every 1,000 patients)")
	flags.IntVar(&options.Doctors, "doctors", 0, "number of doctors (default 60, or 1 for every 200 patients)")
	flags.StringVar(&asOf, "as-of", "", "`day` for which ages are computed, such as 2026-01-31 (default today)")
	flags.BoolVar(&asJSON, "json", false, "print the summary as JSON, and no progress")
	return command
}

// parseDay parses a day; an empty text leaves into as it is.
func parseDay(text string, into *time.Time) error {
	if text == "" {
		return nil
	}
	parsed, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return fmt.Errorf("--as-of %q: write a day such as 2026-01-31", text)
	}
	*into = parsed
	return nil
}

func generatePopulation(cmd *cobra.Command, db *sql.DB, options dataset.GenerateOptions, asJSON bool) error {
	progress := newProgress(cmd.ErrOrStderr(), !asJSON)
	options.Progress = progress.show
	report, err := dataset.Generate(cmd.Context(), db, options)
	progress.end()
	if err != nil {
		return err
	}
	if asJSON {
		return cli.PrintJSON(cmd.OutOrStdout(), report)
	}
	printGenerated(cmd.OutOrStdout(), report)
	return nil
}

func printGenerated(w io.Writer, report dataset.GenerateReport) {
	_, _ = fmt.Fprintf(w, "%-24s %9s\n", fmt.Sprintf("seed %d", report.Seed), "inserted")
	for _, table := range slices.Sorted(maps.Keys(report.Inserted)) {
		_, _ = fmt.Fprintf(w, "%-24s %9d\n", table, report.Inserted[table])
	}
}
