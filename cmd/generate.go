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
		Short: "Make a population that never lived, to try things with",
		Long: `Makes institutions, doctors and patients that never lived and writes them to the
database: names of several cultures, cities of nine countries, ages, bodies and
habits, illnesses that come together as they do in life (weight and age bring
hypertension, that brings diabetes and high cholesterol …), what is taken for
them, allergies, family history, and every state of validation. Phone numbers
are of the 555 kind and emails end in example.com or example.org.

The same seed makes the same people. Who is there already is left alone, so doing
it again changes nothing, and an interrupted run can be started again. Nobody
gets a login.

Exit status: 0 done, 2 wrong usage, 3 failed; what was written until then stays.`,
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
	flags.IntVar(&options.Patients, "patients", dataset.DefaultPatients, "how many patients")
	flags.Uint64Var(&options.Seed, "seed", 1, "the same seed makes the same people")
	flags.IntVar(&options.Institutions, "institutions", 0, "how many institutions (default 20, or 1 for 1,000 patients)")
	flags.IntVar(&options.Doctors, "doctors", 0, "how many doctors (default 60, or 1 for 200 patients)")
	flags.StringVar(&asOf, "as-of", "", "`day` on which ages count, such as 2026-01-31 (default today)")
	flags.BoolVar(&asJSON, "json", false, "print the summary as JSON, and no progress")
	return command
}

// parseDay reads a day; none is left as it is.
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
