package dataset

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/catalog"
	"github.com/predicthealth/predicthealth/service/dataset/fhir"
)

// ImportOptions say how to import. The zero value imports an export whose ids are UUIDs.
type ImportOptions struct {
	// DryRun does everything and rolls it back. An institution's works on copies of its records, so it writes almost nothing.
	DryRun bool
	// Institution, if set, is the only institution whose patients are written. Other institutions' data is not changed, used
	// or revealed, and nothing is added to the catalogs. The source's identifiers then count for this institution only.
	Institution uuid.UUID
	// Source is the base URL of the server that made the export; ids that aren't UUIDs are unique only on that server.
	Source string
	// Country is the ISO 3166-1 alpha-2 code for addresses and phone numbers without a country.
	Country string
	// MaxRows is how many lines may be read, and MaxText how many bytes of text, unzipped; 0 means no limit, and MaxText.
	MaxRows, MaxText int64
	// Problem, if set, is called for each line or part that is not loaded. If it returns an error, the import ends.
	Problem func(Problem) error
	// Progress, if set, is called often.
	Progress func(Progress)
	// Event says who imports, for the trail. If it has an actor, the trail of each patient whose record was changed names
	// the actor too; otherwise the actor is the system. The import adds what was done.
	Event audit.Event
	// Finish, if set, is the last step in the import's transaction. In a dry run, only what it does is kept.
	Finish func(context.Context, *sql.Tx, ImportReport) error
}

// Progress is how far a long job has come.
type Progress struct {
	Step        string // what is being done, in a few words
	Done, Total int64  // bytes while files are read, else both 0
}

// ErrNoFiles is returned for a folder without files that the import can read.
var ErrNoFiles = errors.New("there is no FHIR file here: names must end in .ndjson, .jsonl or .json, plain or gzipped, or be a zip or tar archive")

// step is a list of query files that run one after the other.
type step struct {
	name  string
	files []string
}

// platformSteps write institutions and doctors; institutionSteps find the institution's own.
var (
	platformSteps = []step{
		{"sorting records", []string{"import_prepare"}},
		{"writing institutions", []string{"import_institutions", "import_identifiers", "import_contacts", "import_addresses"}},
		{"writing doctors", []string{"import_roles", "import_doctors", "import_identifiers", "import_contacts", "import_addresses"}},
	}
	institutionSteps = []step{
		{"sorting records", []string{"import_prepare"}},
		{"finding doctors", []string{"import_own", "import_roles"}},
	}
)

// patientSteps turn staged records into patients and what belongs to them, in order of their references.
var patientSteps = []step{
	{"writing patients", []string{"import_patients_stage", "import_patients_doctor", "import_patients",
		"import_identifiers", "import_contacts", "import_addresses"}},
	{"checking events", []string{"import_events"}},
	{"writing health profiles", []string{"import_profiles"}},
	{"writing conditions", []string{"import_conditions"}},
	{"writing medications", []string{"import_medications"}},
	{"writing allergies", []string{"import_allergies"}},
	{"writing family history", []string{"import_family"}},
	{"finishing", []string{"import_end"}},
}

// ImportFHIR loads the FHIR R4 NDJSON files of a folder, plain or gzipped, in one transaction: all of it or, after an
// error, nothing. It leaves out bad lines and reports them to options.Problem. Memory use doesn't grow with the files.
// Repeating an import changes nothing. An import of newer files updates what the source says, and leaves the doctors of
// known patients, their validation and anything added here. It waits for a running import to end.
//
// The error is [ErrNoFiles], names the file that can't be read, or comes from the database.
func ImportFHIR(ctx context.Context, db *sql.DB, source fs.FS, options ImportOptions) (ImportReport, error) {
	report := newReport(options)
	files, err := findFiles(source, &report)
	if err != nil {
		return report, err
	}
	return report, importFiles(ctx, db, files, options, &report)
}

// Import loads one file, as [ImportFHIR] loads a folder. In NDJSON each line says which type it has.
//
// The error is a [*FileError] if the file can't be read in its format; otherwise it comes from the database.
func Import(ctx context.Context, db *sql.DB, file File, options ImportOptions) (ImportReport, error) {
	report := newReport(options)
	source := sourceFile{size: file.Size, format: file.Format, open: func() (io.Reader, error) { return file.Content, nil }}
	return report, importFiles(ctx, db, []sourceFile{source}, options, &report)
}

func newReport(options ImportOptions) ImportReport {
	return ImportReport{
		DryRun: options.DryRun, Resources: []ResourceCount{}, Tables: []TableCount{}, Warnings: []ReasonCount{},
		Files: []string{}, Ignored: []IgnoredFile{},
	}
}

func importFiles(ctx context.Context, db *sql.DB, files []sourceFile, options ImportOptions, report *ImportReport) error {
	if options.Progress == nil {
		options.Progress = func(Progress) {}
	}
	if options.Problem == nil {
		options.Problem = func(Problem) error { return nil }
	}
	tx, err := begin(ctx, db)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing

	i := &importer{tx: tx, options: options, tally: newTally()}
	if err := i.run(ctx, files, report); err != nil {
		return fmt.Errorf("nothing was imported: %w", err)
	}
	if options.Finish != nil {
		if err := options.Finish(ctx, tx, *report); err != nil {
			return fmt.Errorf("nothing was imported: %w", err)
		}
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("nothing was imported: %w", err)
	}
	return nil
}

// importer is a running import.
type importer struct {
	tx      *sql.Tx
	options ImportOptions
	decoder fhir.Decoder
	tally   *tally
	taken   int64 // records so far
	staged  int64 // records copied so far
}

// wait waits for other imports that may write the same records.
func (i *importer) wait(ctx context.Context) error {
	text, err := query("import_lock")
	if err != nil {
		return err
	}
	if _, err := i.tx.ExecContext(ctx, text, i.institution()); err != nil {
		return fmt.Errorf("import_lock: %w", err)
	}
	return nil
}

// institution is the institution that the import is for; NULL for the platform.
func (i *importer) institution() uuid.NullUUID {
	return uuid.NullUUID{UUID: i.options.Institution, Valid: i.options.Institution != uuid.Nil}
}

// run does all the work; a dry run leaves nothing in the transaction.
func (i *importer) run(ctx context.Context, files []sourceFile, report *ImportReport) error {
	i.options.Progress(Progress{Step: "waiting for other imports to end"})
	if i.options.DryRun {
		if _, err := i.tx.ExecContext(ctx, "SAVEPOINT dry_run"); err != nil {
			return err
		}
	}
	if err := exec(ctx, i.tx, "import_stage"); err != nil {
		return err
	}
	if err := i.wait(ctx); err != nil {
		return err
	}
	if err := i.prepareDecoder(ctx); err != nil {
		return err
	}
	if i.options.DryRun && i.institution().Valid { // one for the platform may write all tables
		if err := exec(ctx, i.tx, "import_copies"); err != nil {
			return err
		}
	}
	if err := i.stage(ctx, files, report); err != nil {
		return err
	}
	if err := i.write(ctx); err != nil {
		return err
	}
	if err := i.collect(ctx, files[0].format, report); err != nil {
		return err
	}
	if i.options.DryRun {
		_, err := i.tx.ExecContext(ctx, "ROLLBACK TO SAVEPOINT dry_run")
		return err
	}
	if err := i.hold(ctx); err != nil {
		return err
	}
	return i.record(ctx, report)
}

// errStopped ends an import whose patients would have a doctor who no longer practises. A repeated import refuses them.
var errStopped = errors.New("a doctor who was to get new patients has stopped practising in the meantime: import again")

// hold makes sure that the doctors of new patients, and the institution, may still treat them at the commit.
func (i *importer) hold(ctx context.Context) error {
	return forEach(ctx, i.tx, "import_hold", func(rows *sql.Rows) error {
		var stopped int
		var closed bool
		err := rows.Scan(&stopped, &closed)
		switch {
		case err != nil:
			return err
		case closed:
			return &FileError{Detail: "the institution is closed and can't change anything"}
		case stopped > 0:
			return errStopped
		}
		return nil
	})
}

// write turns the staged records into rows.
func (i *importer) write(ctx context.Context) error {
	steps := platformSteps
	if i.options.Institution != uuid.Nil {
		steps = institutionSteps
	}
	for _, step := range slices.Concat(steps, patientSteps) {
		i.options.Progress(Progress{Step: step.name})
		for _, file := range step.files {
			if err := exec(ctx, i.tx, file); err != nil {
				return err
			}
		}
	}
	return nil
}

// record writes the import to the trail.
func (i *importer) record(ctx context.Context, report *ImportReport) error {
	written := map[string]int{}
	for _, r := range report.Resources {
		written[r.Resource] = r.Inserted + r.Updated
	}
	event := i.options.Event
	event.Action, event.ResultCount = "dataset.import", report.Read()
	event.Payload = map[string]any{"source": i.options.Source, "written": written}
	if event.Actor == nil { // an operator's import is one act
		event.Actor = audit.System
		return audit.RecordIn(ctx, i.tx, event)
	}
	text, err := query("import_trail")
	if err != nil {
		return err
	}
	if _, err := i.tx.ExecContext(ctx, text, event.Actor.Type, event.Actor.ID, event.EntityType, event.EntityID); err != nil {
		return fmt.Errorf("import_trail: %w", err)
	}
	return audit.RecordIn(ctx, i.tx, event)
}

func (i *importer) prepareDecoder(ctx context.Context) error {
	countries, regions := fhir.Places{}, fhir.Places{}
	err := forEach(ctx, i.tx, "import_countries", func(rows *sql.Rows) error {
		var code, name string
		err := rows.Scan(&code, &name)
		countries.Add("", name, code)
		return err
	})
	if err != nil {
		return err
	}
	err = forEach(ctx, i.tx, "import_regions", func(rows *sql.Rows) error {
		var country, name, code string
		err := rows.Scan(&country, &name, &code)
		regions.Add(country, name, code)
		return err
	})
	if err != nil {
		return err
	}
	if len(countries) == 0 {
		return errors.New("the catalogs are empty: run `predicthealth catalog seed` first")
	}
	i.decoder = fhir.Decoder{Source: i.options.Source, Countries: countries, Regions: regions, ConditionGroup: catalog.ConditionGroup}
	institution := i.institution()
	if institution.Valid {
		i.decoder.Namespace = "urn:uuid:" + i.options.Institution.String() + "#"
	}
	scope, err := query("import_scope")
	if err != nil {
		return err
	}
	if _, err := i.tx.ExecContext(ctx, scope, institution, i.decoder.Namespace); err != nil {
		return fmt.Errorf("import_scope: %w", err)
	}
	if i.options.Country != "" {
		if i.decoder.Country = countries.Find("", i.options.Country); i.decoder.Country == "" {
			return fmt.Errorf("unknown country %q: use the two letters of ISO 3166-1", i.options.Country)
		}
	}
	return nil
}

// collect reports the problems that the database found, and counts the outcomes of the lines.
func (i *importer) collect(ctx context.Context, format Format, report *ImportReport) error {
	err := forEach(ctx, i.tx, "import_problems", func(rows *sql.Rows) error {
		var p Problem
		if err := rows.Scan(&p.File, &p.Line, &p.Resource, &p.ID, &p.Field, &p.Code, &p.Message, &p.Severity); err != nil {
			return err
		}
		return i.problem(format, p)
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
