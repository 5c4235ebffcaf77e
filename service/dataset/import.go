package dataset

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/dataset/fhir"
)

// ImportOptions say how to import. The zero value imports an export whose ids are UUIDs.
type ImportOptions struct {
	// DryRun does everything and takes it back.
	DryRun bool
	// Source is the base URL of the server that made the export; ids that aren't UUIDs are unique only there.
	Source string
	// Country is the ISO 3166-1 alpha-2 code of addresses and phone numbers that name none.
	Country string
	// Problem, when given, is called for each line or part that is not loaded. Its error ends the import.
	Problem func(Problem) error
	// Progress, when given, is called often.
	Progress func(Progress)
}

// Progress is how far a long job has come.
type Progress struct {
	Step        string // what is being done, in a few words
	Done, Total int64  // bytes while files are read, else both 0
}

// ErrNoFiles is returned for a folder without files of the resources that are read.
var ErrNoFiles = errors.New("no FHIR NDJSON file here: names such as Patient.ndjson or Patient.ndjson.gz are wanted")

// importSteps are the query files that turn staged records into rows, in the order of their references.
var importSteps = []struct {
	name  string
	files []string
}{
	{"sorting records", []string{"import_prepare"}},
	{"writing institutions", []string{"import_institutions", "import_identifiers", "import_contacts", "import_addresses"}},
	{"writing doctors", []string{"import_doctors", "import_identifiers", "import_contacts", "import_addresses"}},
	{"writing patients", []string{"import_patients_stage", "import_patients_doctor", "import_patients",
		"import_identifiers", "import_contacts", "import_addresses"}},
	{"checking events", []string{"import_events"}},
	{"writing health profiles", []string{"import_profiles"}},
	{"writing conditions", []string{"import_conditions"}},
	{"writing medications", []string{"import_medications"}},
	{"writing allergies", []string{"import_allergies"}},
}

// ImportFHIR loads the FHIR R4 NDJSON files of a folder, plain or gzipped, in one transaction: all of it or, after an
// error, nothing. Bad lines are left out and told through options.Problem. Memory doesn't grow with the files. An
// import that is repeated changes nothing; one of newer files updates what the source says, and leaves doctors of
// known patients, validation and what was added here. It waits for another import to end.
//
// It returns [ErrNoFiles], an error that names the file that can't be read, or one of the database.
func ImportFHIR(ctx context.Context, db *sql.DB, source fs.FS, options ImportOptions) (ImportReport, error) {
	report := ImportReport{DryRun: options.DryRun,
		Resources: []ResourceCount{}, Tables: []TableCount{}, Warnings: []ReasonCount{}, Files: []string{}, Ignored: []string{}}
	files, err := findFiles(source, &report)
	if err != nil {
		return report, err
	}
	if options.Progress == nil {
		options.Progress = func(Progress) {}
	}
	if options.Problem == nil {
		options.Problem = func(Problem) error { return nil }
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return report, err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing

	i := &importer{tx: tx, source: source, options: options, tally: newTally()}
	if err := i.run(ctx, files, &report); err != nil {
		return report, fmt.Errorf("nothing was imported: %w", err)
	}
	if options.DryRun {
		return report, nil
	}
	if err := tx.Commit(); err != nil {
		return report, fmt.Errorf("nothing was imported: %w", err)
	}
	return report, nil
}

// importer is one import at work.
type importer struct {
	tx      *sql.Tx
	source  fs.FS
	options ImportOptions
	decoder fhir.Decoder
	tally   *tally
	staged  int64 // records copied so far
}

func (i *importer) run(ctx context.Context, files []sourceFile, report *ImportReport) error {
	if err := exec(ctx, i.tx, "import_stage"); err != nil {
		return err
	}
	if err := i.prepareDecoder(ctx); err != nil {
		return err
	}
	if err := i.stage(ctx, files); err != nil {
		return err
	}
	for _, step := range importSteps {
		i.options.Progress(Progress{Step: step.name})
		for _, file := range step.files {
			if err := exec(ctx, i.tx, file); err != nil {
				return err
			}
		}
	}
	if err := i.collect(ctx, report); err != nil {
		return err
	}
	read, written := 0, map[string]int{}
	for _, r := range report.Resources {
		read += r.Read
		written[r.Resource] = r.Inserted + r.Updated
	}
	return audit.RecordIn(ctx, i.tx, audit.Event{
		Action: "dataset.import", Actor: audit.System, ResultCount: read,
		Payload: map[string]any{"source": i.options.Source, "written": written},
	})
}

func (i *importer) prepareDecoder(ctx context.Context) error {
	countries := map[string]string{}
	err := forEach(ctx, i.tx, "import_countries", func(rows *sql.Rows) error {
		var code, alpha3, name string
		if err := rows.Scan(&code, &alpha3, &name); err != nil {
			return err
		}
		countries[strings.ToLower(code)], countries[alpha3], countries[name] = code, code, code
		return nil
	})
	if err != nil {
		return err
	}
	if len(countries) == 0 {
		return errors.New("the catalogs are empty: run `predicthealth catalog seed` first")
	}
	i.decoder = fhir.Decoder{Source: i.options.Source, Countries: countries}
	if i.options.Country != "" {
		if i.decoder.Country = countries[strings.ToLower(i.options.Country)]; i.decoder.Country == "" {
			return fmt.Errorf("unknown country %q: use the two letters of ISO 3166-1", i.options.Country)
		}
	}
	return nil
}

// collect tells the problems that the database found and counts what became of the lines.
func (i *importer) collect(ctx context.Context, report *ImportReport) error {
	err := forEach(ctx, i.tx, "import_problems", func(rows *sql.Rows) error {
		var p Problem
		if err := rows.Scan(&p.File, &p.Line, &p.Resource, &p.ID, &p.Field, &p.Code, &p.Message, &p.Severity); err != nil {
			return err
		}
		return i.options.Problem(p)
	})
	if err != nil {
		return err
	}
	err = forEach(ctx, i.tx, "import_counts", func(rows *sql.Rows) error {
		var resource, outcome, reason string
		var n int
		if err := rows.Scan(&resource, &outcome, &reason, &n); err != nil {
			return err
		}
		i.tally.add(resource, outcome, reason, n)
		return nil
	})
	if err != nil {
		return err
	}
	i.tally.fill(report)
	return forEach(ctx, i.tx, "import_tables", func(rows *sql.Rows) error {
		var t TableCount
		err := rows.Scan(&t.Table, &t.Inserted, &t.Updated, &t.Unchanged)
		report.Tables = append(report.Tables, t)
		return err
	})
}
