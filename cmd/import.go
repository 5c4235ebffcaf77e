package cmd

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/service/dataset"
)

// exitNothingDone is the status of an import that failed and wrote nothing, and of a generation that failed.
const exitNothingDone = 3

func newImportCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "import",
		Short: "Load people and their records from other systems",
	}
	command.AddCommand(newImportFHIRCommand())
	return command
}

// importFlags are the flags of `import fhir`.
type importFlags struct {
	dataset.ImportOptions
	errorFile string
	asJSON    bool
}

func newImportFHIRCommand() *cobra.Command {
	var flags importFlags
	command := &cobra.Command{
		Use:   "fhir PATH",
		Short: "Load a FHIR R4 export: NDJSON, JSON, Bundles, archives",
		Long: `Loads FHIR R4 resources from a file or from all files of a folder:

  *.ndjson, *.jsonl   a resource or a Bundle on each line, as Bulk Data servers write
                      them; a name such as Condition.000.ndjson says which type all
                      of them have
  *.json              a resource, a Bundle or an array of them, as Synthea writes them
  *.zip, *.tar, *.tgz archives of such files, in any folder

All of them may be gzipped. Other files are named in the summary and not read. Of
these types, records are made; the lines of other types are counted:

  Organization        institutions; the type (hospital, health_center) is judged by
                      the name
  Practitioner        doctors, at the institution with the same address
  Patient             patients, under the general practitioner whom they name,
                      else the doctor who ordered most of their medications,
                      else a doctor in their city
  Observation         the latest height, weight and smoking status
  Condition, MedicationRequest, MedicationStatement, AllergyIntolerance
                      one for each patient, code and day (of medications: and
                      dosage); new codes are added to the catalogs
  FamilyMemberHistory one for each patient, relative and code
  Medication          gives its code to what refers to it

All of it happens in one transaction: after a failure or an interruption nothing
has changed, and you can start the import again. Loading an export twice changes
nothing. A newer export updates what came from the source, and leaves patients'
doctors, their validation and anything added here. New records are pending and
unverified, and get no account.

What the platform has no column for is kept with the record as it came; the
documentation lists it by element.

Lines and entries that break a rule are left out and written to the error file, one JSON object
each: file, line, resource, id, field, code, message, severity (error, or warning
if only a part was left out). The file holds no values.

Exit status: 0 all lines were loaded, 1 lines with errors were left out and the
others were loaded, 2 wrong usage, 3 nothing was loaded; the error says why.`,
		Example: `  predicthealth import fhir ./export
  predicthealth import fhir ./patient-bundle.json
  predicthealth import fhir ./export.zip --dry-run --json
  predicthealth import fhir ./export --source https://fhir.example.org/r4`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			err := withDatabase(cmd.Context(), "predicthealth import", func(db *sql.DB) error {
				return importFHIR(cmd, db, args[0], flags)
			})
			var exit *cli.ExitError
			if err != nil && !errors.As(err, &exit) {
				return cli.ExitWith(exitNothingDone, err)
			}
			return err
		},
	}
	set := command.Flags()
	set.BoolVar(&flags.DryRun, "dry-run", false, "do everything, report it and roll it back")
	set.StringVar(&flags.Source, "source", "",
		"base `URL` of the exporting server, when its ids aren't UUIDs")
	set.StringVar(&flags.Country, "country", "",
		"ISO 3166-1 `code` for addresses and phones without a country, such as US")
	set.StringVar(&flags.errorFile, "errors", "import-errors.ndjson", "`file` for lines that are left out")
	set.BoolVar(&flags.asJSON, "json", false, "print the summary as JSON, and no progress")
	return command
}

// withDatabase opens the database as the owner of the tables, without the time limits of requests: jobs take longer.
func withDatabase(ctx context.Context, application string, fn func(*sql.DB) error) error {
	settings, err := config.Load()
	if err != nil {
		return err
	}
	db, err := database.Open(ctx, database.Options{
		URL: string(settings.MigrateDatabaseURL), MaxConns: 2, ApplicationName: application,
		StatementTimeout: -1, IdleInTxTimeout: -1,
	})
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	return fn(db)
}

func importFHIR(cmd *cobra.Command, db *sql.DB, path string, flags importFlags) error {
	problems, err := openProblemFile(flags.errorFile)
	if err != nil {
		return err
	}
	source, err := openSource(path, problems)
	if err != nil {
		return errors.Join(err, problems.close())
	}
	flags.Problem = problems.write
	progress := newProgress(cmd.ErrOrStderr(), !flags.asJSON)
	flags.Progress = progress.show
	report, err := dataset.ImportFHIR(cmd.Context(), db, source, flags.ImportOptions)
	progress.end()
	if err := errors.Join(err, problems.close()); err != nil {
		return err
	}
	if flags.asJSON {
		err = cli.PrintJSON(cmd.OutOrStdout(), report)
	} else {
		printImport(cmd.OutOrStdout(), report, problems)
	}
	if err == nil && report.Errors() > 0 {
		err = cli.ExitWith(cli.StatusFindings, fmt.Errorf("%d of %d lines were left out because of errors, see %s", report.Errors(), report.Read(), flags.errorFile))
	}
	return err
}

// openSource returns a folder without the file of problems, or a file as the only one in its folder.
func openSource(path string, problems *problemFile) (fs.FS, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return folder{os.DirFS(filepath.Dir(path)), []fs.DirEntry{fs.FileInfoToDirEntry(info)}}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	own, err := problems.file.Stat()
	if err != nil {
		return nil, err
	}
	return folder{os.DirFS(path), slices.DeleteFunc(entries, func(entry fs.DirEntry) bool {
		info, err := entry.Info()
		return err == nil && os.SameFile(info, own)
	})}, nil
}

// folder is a folder in which only these entries are seen.
type folder struct {
	fs.FS
	entries []fs.DirEntry
}

// ReadDir lists the entries.
func (f folder) ReadDir(string) ([]fs.DirEntry, error) { return f.entries, nil }

func printImport(w io.Writer, report dataset.ImportReport, problems *problemFile) {
	if report.DryRun {
		_, _ = fmt.Fprintln(w, "Dry run: nothing was changed.")
	}
	const head, row = "%-20s %9s %9s %9s %10s %9s\n", "%-20s %9d %9d %9d %10d %9d\n"
	_, _ = fmt.Fprintf(w, head, "", "read", "inserted", "updated", "unchanged", "skipped")
	for _, r := range report.Resources {
		_, _ = fmt.Fprintf(w, row, r.Resource, r.Read, r.Inserted, r.Updated, r.Unchanged, r.Skipped)
		printReasons(w, r.Reasons)
	}
	_, _ = fmt.Fprintln(w, "also written")
	for _, t := range report.Tables {
		_, _ = fmt.Fprintf(w, "%-20s %9s %9d %9d %10d\n", t.Table, "", t.Inserted, t.Updated, t.Unchanged)
	}
	if len(report.Warnings) > 0 {
		_, _ = fmt.Fprintln(w, "parts left out")
		printReasons(w, report.Warnings)
	}
	if len(report.Ignored) > 0 {
		_, _ = fmt.Fprintf(w, "files not read: %d\n", len(report.Ignored))
		for _, file := range report.Ignored {
			_, _ = fmt.Fprintf(w, "  %s: %s\n", file.Name, file.Reason)
		}
	}
	if problems.count > 0 {
		_, _ = fmt.Fprintf(w, "Errors and warnings, line by line: %s\n", problems.name)
	}
}

func printReasons(w io.Writer, reasons []dataset.ReasonCount) {
	for _, reason := range reasons {
		note := ""
		if reason.Error {
			note = "  error"
		}
		_, _ = fmt.Fprintf(w, "%61d  %s%s\n", reason.Count, reason.Code, note)
	}
}

// problemFile stores problems, one JSON object on each line. close removes the file if it is empty.
type problemFile struct {
	name  string
	count int
	file  *os.File
	out   *bufio.Writer
}

func openProblemFile(name string) (*problemFile, error) {
	file, err := os.Create(name) //nolint:gosec // the operator names the file
	if err != nil {
		return nil, err
	}
	return &problemFile{name: name, file: file, out: bufio.NewWriter(file)}, nil
}

func (p *problemFile) write(problem dataset.Problem) error {
	p.count++
	return json.NewEncoder(p.out).Encode(problem)
}

func (p *problemFile) close() error {
	err := errors.Join(p.out.Flush(), p.file.Close())
	if p.count == 0 {
		err = errors.Join(err, os.Remove(p.name))
	}
	return err
}
