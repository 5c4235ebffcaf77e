package cmd

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/service/catalog"
)

// shownProblems is how many skipped lines are printed for people; --json prints up to 1,000.
const shownProblems = 20

func newCatalogCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "catalog",
		Short: "Fill the reference tables: countries, specialties, conditions, medications …",
	}
	command.AddCommand(newCatalogSeedCommand(), newCatalogLoadCommand())
	return command
}

func newCatalogSeedCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "seed",
		Short: "Write the catalogs, roles and settings that the platform ships with",
		Long: `Writes the catalogs, roles and settings that the platform ships with, in one
transaction. Seeding again changes nothing, and administrators' changes stay:
values of settings, names in small catalogs, permissions of roles.

Exit status: 0 done, 1 failed and nothing was changed, 2 wrong arguments.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withCatalogs(cmd.Context(), func(db *sql.DB) error {
				summary, err := catalog.Seed(cmd.Context(), db)
				if err != nil {
					return err
				}
				if asJSON {
					return cli.PrintJSON(cmd.OutOrStdout(), summary)
				}
				printSeed(cmd.OutOrStdout(), summary)
				return nil
			})
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print the summary as JSON")
	return command
}

func newCatalogLoadCommand() *cobra.Command {
	var (
		options catalog.LoadOptions
		system  string
		asJSON  bool
	)
	command := &cobra.Command{
		Use:   "load FILE",
		Short: "Load a published code list into a catalog",
		Long: `Loads a code list, such as all of ICD-10-CM, into a catalog: adds missing codes
and updates names that changed, in one transaction. Loading a list twice changes
nothing; codes that are not in the list stay.

FILE is CSV (UTF-8), plain or gzipped, or - for standard input. Its first line
names the columns, in any order; other columns are ignored:

  code      or ICD-10-CM code, snomed, rxcui; ICD-10-CM with or without the dot
  name      or description, display
  chronic   true or false, or cci with Chronic, Both, Acute, Not Applicable as in
            AHRQ's Chronic Condition Indicator; conditions only
  category  food, medication, environment or biologic; allergies only

What the list doesn't say about a code stays as it is. Groups of conditions, such
as diabetes, follow from the codes. Lines with a bad or repeated code are skipped
and reported; the others are loaded.

Exit status: 0 all lines were loaded, 1 lines were skipped, or nothing was loaded
(the error says why), 2 wrong arguments.`,
		Example: `  predicthealth catalog load icd10cm.csv.gz --system icd-10-cm --catalog conditions
  predicthealth catalog load drugs.csv --system rxnorm --catalog medications --dry-run
  predicthealth catalog load local.csv --catalog conditions \
    --system https://codes.example.org/diagnoses`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if options.System, err = catalog.ParseSystem(system); err != nil {
				return cli.ExitWith(cli.StatusUsage, err)
			}
			list, err := openList(args[0], cmd.InOrStdin(), !asJSON)
			if err != nil {
				return err
			}
			defer func() { _ = list.Close() }()
			return withCatalogs(cmd.Context(), func(db *sql.DB) error {
				return loadList(cmd, db, list, options, asJSON)
			})
		},
	}
	flags := command.Flags()
	flags.StringVar(&system, "system", "", "code system: icd-10-cm, snomed-ct, rxnorm or a URI")
	flags.StringVar(&options.Catalog, "catalog", "", "catalog: conditions, medications, allergies or reactions")
	flags.BoolVar(&options.DryRun, "dry-run", false, "count the changes, but change nothing")
	flags.BoolVar(&asJSON, "json", false, "print the summary as JSON, and no progress")
	for _, required := range []string{"system", "catalog"} {
		cobra.CheckErr(command.MarkFlagRequired(required))
	}
	return command
}

func loadList(cmd *cobra.Command, db *sql.DB, list io.Reader, options catalog.LoadOptions, asJSON bool) error {
	summary, err := catalog.Load(cmd.Context(), db, list, options)
	if err != nil {
		return err
	}
	if asJSON {
		err = cli.PrintJSON(cmd.OutOrStdout(), summary)
	} else {
		printLoad(cmd.OutOrStdout(), summary)
	}
	if err == nil && summary.Skipped > 0 {
		err = cli.ExitWith(cli.StatusFindings, fmt.Errorf("%d of %d lines were skipped", summary.Skipped, summary.Read))
	}
	return err
}

// withCatalogs opens the database as the owner of the tables, without the time limits of requests: a long list takes
// longer.
func withCatalogs(ctx context.Context, fn func(*sql.DB) error) error {
	settings, err := config.Load()
	if err != nil {
		return err
	}
	db, err := database.Open(ctx, database.Options{
		URL: string(settings.MigrateDatabaseURL), MaxConns: 1, ApplicationName: "predicthealth catalog",
		StatementTimeout: -1, IdleInTxTimeout: -1,
	})
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	return fn(db)
}

// openList opens a file, or standard input for "-", and shows a progress bar on a terminal.
func openList(name string, input io.Reader, progress bool) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(input), nil
	}
	file, err := os.Open(name) //nolint:gosec // the operator names the file
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	visible := progress && term.IsTerminal(int(os.Stderr.Fd()))
	bar := progressbar.NewOptions64(info.Size(),
		progressbar.OptionSetDescription(info.Name()),
		progressbar.OptionSetWriter(os.Stderr),
		progressbar.OptionSetVisibility(visible),
		progressbar.OptionShowBytes(true),
		progressbar.OptionSetWidth(30),
		progressbar.OptionClearOnFinish(),
	)
	reader := progressbar.NewReader(file, bar)
	return &reader, nil
}

func printSeed(w io.Writer, summary catalog.SeedSummary) {
	_, _ = fmt.Fprintf(w, "%-32s %8s %8s %10s\n", "", "inserted", "updated", "unchanged")
	for _, t := range summary.Tables {
		_, _ = fmt.Fprintf(w, "%-32s %8d %8d %10d\n", t.Table, t.Inserted, t.Updated, t.Unchanged)
	}
}

func printLoad(w io.Writer, summary catalog.LoadSummary) {
	note := ""
	if summary.DryRun {
		note = " (dry run: nothing was changed)"
	}
	_, _ = fmt.Fprintf(w, "%s, %s%s\n", summary.Catalog, summary.System, note)
	for _, count := range []struct {
		name string
		n    int
	}{
		{"read", summary.Read}, {"inserted", summary.Inserted}, {"updated", summary.Updated},
		{"unchanged", summary.Unchanged}, {"skipped", summary.Skipped},
	} {
		_, _ = fmt.Fprintf(w, "  %-20s %8d\n", count.name, count.n)
	}
	for _, reason := range slices.Sorted(maps.Keys(summary.Reasons)) {
		_, _ = fmt.Fprintf(w, "    %-18s %8d\n", reason, summary.Reasons[reason])
	}
	for _, p := range summary.Problems[:min(len(summary.Problems), shownProblems)] {
		_, _ = fmt.Fprintf(w, "line %d: %s %s %.60q\n", p.Line, p.Code, p.Reason, p.Detail)
	}
	if more := summary.Skipped - shownProblems; more > 0 {
		_, _ = fmt.Fprintf(w, "… and %d more; --json lists up to 1,000\n", more)
	}
}
