package dataset_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lib/pq"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
	"github.com/predicthealth/predicthealth/service/dataset"
)

func openDatabase(t *testing.T) *sql.DB {
	t.Helper()
	return testenv.Owner(t, testenv.New(t))
}

// contents are all rows of the tables that imports and generation write, times and versions included: those of catalogs and
// people, and those that refer to patients.
func contents(t *testing.T, db *sql.DB) map[string]string {
	t.Helper()
	tables := one[pq.StringArray](t, db, `SELECT array_agg(conrelid::regclass::text)
		FROM pg_constraint WHERE contype = 'f' AND confrelid = 'patients'::regclass`)
	require.Subset(t, tables, []string{"health_profiles", "emails", "users", "patient_conditions"})
	all := map[string]string{}
	for _, table := range append(tables, "medical_institutions", "doctors", "patients", "patient_validation_events",
		"medical_conditions", "medications", "allergies", "allergic_reactions") {
		all[table] = one[string](t, db, fmt.Sprintf(
			`SELECT COALESCE(string_agg(r::text, E'\n' ORDER BY id), '') FROM %s r`, table))
	}
	return all
}

// one is the single value that a query returns.
func one[T any](t *testing.T, db *sql.DB, query string, args ...any) T {
	t.Helper()
	var value T
	require.NoError(t, db.QueryRowContext(t.Context(), query, args...).Scan(&value), query)
	return value
}

func do(t *testing.T, db *sql.DB, statement string, args ...any) {
	t.Helper()
	_, err := db.ExecContext(t.Context(), statement, args...)
	require.NoError(t, err, statement)
}

// export returns the files of the project's own export, a copy to change.
func export(t *testing.T) fstest.MapFS {
	t.Helper()
	source := os.DirFS("testdata/export")
	names, err := fs.Glob(source, "*.ndjson")
	require.NoError(t, err)
	files := fstest.MapFS{}
	for _, name := range names {
		content, err := fs.ReadFile(source, name)
		require.NoError(t, err)
		files[name] = &fstest.MapFile{Data: content}
	}
	return files
}

// replace changes the text of a file, and fails when it isn't there.
func replace(t *testing.T, files fstest.MapFS, name, from, to string) {
	t.Helper()
	require.Contains(t, string(files[name].Data), from)
	files[name] = &fstest.MapFile{Data: bytes.ReplaceAll(files[name].Data, []byte(from), []byte(to))}
}

func add(files fstest.MapFS, name string, lines ...string) {
	text := strings.Join(lines, "\n") + "\n"
	if old := files[name]; old != nil {
		text = string(old.Data) + text
	}
	files[name] = &fstest.MapFile{Data: []byte(text)}
}

func load(t *testing.T, db *sql.DB, files fs.FS, options ...dataset.ImportOptions) (dataset.ImportReport, []dataset.Problem) {
	t.Helper()
	var problems []dataset.Problem
	var o dataset.ImportOptions
	if len(options) > 0 {
		o = options[0]
	}
	o.Problem = func(p dataset.Problem) error {
		problems = append(problems, p)
		return nil
	}
	report, err := dataset.ImportFHIR(t.Context(), db, files, o)
	require.NoError(t, err)
	return report, problems
}

// summary is a line a resource: read = inserted + updated + unchanged + skipped, and why.
func summary(t *testing.T, report dataset.ImportReport) string {
	t.Helper()
	var lines []string
	for _, r := range report.Resources {
		assert.Equal(t, r.Read, r.Inserted+r.Updated+r.Unchanged+r.Skipped, r.Resource)
		line := fmt.Sprintf("%s %d=%d+%d+%d+%d", r.Resource, r.Read, r.Inserted, r.Updated, r.Unchanged, r.Skipped)
		for _, reason := range r.Reasons {
			line += fmt.Sprintf(" %s:%d", reason.Code, reason.Count)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func tables(report dataset.ImportReport) string {
	var lines []string
	for _, table := range report.Tables {
		lines = append(lines, fmt.Sprintf("%s %d %d %d", table.Table, table.Inserted, table.Updated, table.Unchanged))
	}
	return strings.Join(lines, "\n")
}

func TestImportFHIR_loads_an_export(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	report, problems := load(t, db, export(t))
	assert.Equal(t, `Organization 3=3+0+0+0
Practitioner 4=4+0+0+0
Patient 12=12+0+0+0
Observation 28=17+0+0+11 not_the_latest:10 not_used:1
Condition 10=9+0+0+1 refuted:1
MedicationRequest 12=11+0+0+1 not_an_order:1
AllergyIntolerance 3=3+0+0+0`, summary(t, report))
	assert.Equal(t, `identifiers 40 0 0
phones 16 0 0
emails 2 0 0
addresses 19 0 0
health_profiles 6 0 0
medical_conditions 1 0 0
medications 1 0 0`, tables(report))
	assert.Zero(t, report.Errors())
	assert.Equal(t, []dataset.ReasonCount{{Code: "identifier_taken", Count: 1}, {Code: "kept_as_source", Count: 6}}, report.Warnings)
	require.Len(t, problems, 1)
	assert.Equal(t, dataset.Problem{
		File: "Patient.ndjson", Line: 10, Resource: "Patient", ID: "6a361352-9227-59a5-a543-4fca0887d5d3",
		Field: "identifier", Code: "identifier_taken", Severity: dataset.SeverityWarning,
		Message: "another record has this identifier of urn:oid:2.16.840.1.113883.4.3.25",
	}, problems[0])
}

func TestImportFHIR_rows_say_what_the_resources_said(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	load(t, db, export(t))
	for _, tt := range []struct{ name, query, want string }{
		{"institutions", `SELECT string_agg(concat_ws(' ', m.name, t.code, licence_number, website, verified::text, r.code), '|' ORDER BY m.name COLLATE "C")
			FROM medical_institutions m JOIN institution_types t ON t.id = institution_type_id
			JOIN addresses a ON a.institution_id = m.id AND is_primary JOIN regions r ON r.id = a.region_id`,
			"Centro de Saúde das Flores health_center O3 false PT-13|" +
				"HARBOR GENERAL HOSPITAL hospital 1000000001 https://harbor.example.org false US-MA|" +
				"Mill Road Walk-In Clinic health_center O2 false US-MA"},
		{"doctors", `SELECT string_agg(concat_ws(' ', first_name, last_name, d.licence_number, x.code, s.code, m.name, d.status,
			coalesce(years_experience::text, '-'), coalesce(consultation_fee::text, '-')), '|' ORDER BY last_name)
			FROM doctors d JOIN sexes x ON x.id = sex_id JOIN doctor_specialties s ON s.id = specialty_id
			JOIN medical_institutions m ON m.id = institution_id`,
			"Ada Hollis 1000000010 female general_practice HARBOR GENERAL HOSPITAL active - -|" +
				"Bruno Keane 1000000020 male general_practice HARBOR GENERAL HOSPITAL active - -|" +
				"Carla Munro 1000000030 female general_practice Mill Road Walk-In Clinic active - -|" +
				"Duarte Seixas 1000000040 male general_practice Centro de Saúde das Flores active - -"},
		{"patients and their doctors: orders, then city, then lowest id", `SELECT string_agg(concat_ws(' ', p.first_name, p.last_name, d.last_name), '|' ORDER BY p.last_name)
			FROM patients p JOIN doctors d ON d.id = doctor_id`,
			"Noor Amari Keane|Otto Brandt Munro|Pia Castro Munro|Quinn Doyle Keane|Rosa Esposito Hollis|Sam Fisher Keane|" +
				"Tomás Gonçalves Seixas|Una Holm Hollis|Victor Ibe Munro|Wren Jacobs Keane|Xavi Klein Keane|Yara Lopes Keane"},
		{"all are pending, unverified and without login", `SELECT concat_ws(' ', count(*) FILTER (WHERE validation_status = 'pending' AND active),
			count(*) FILTER (WHERE deceased), (SELECT count(*) FROM users), (SELECT count(verified_at) FROM phones)) FROM patients`, "12 1 0 0"},
		{"the deceased", `SELECT concat_ws(' ', last_name, date_of_birth, deceased_at AT TIME ZONE 'UTC') FROM patients WHERE deceased_at IS NOT NULL`,
			"Esposito 1931-01-15 2015-07-01 02:10:00"},
		{"phones", `SELECT string_agg(concat_ws(' ', number, country_code, area_code, t.code, is_primary::text), '|' ORDER BY number)
			FROM phones JOIN phone_types t ON t.id = phone_type_id WHERE institution_id IS NOT NULL OR number LIKE '+351%'`,
			"+15085550110 1 508 work true|+15085550111 1 508 work false|+19785550100 1 978 work true|+351220000001 351 work true|+351912345678 351 home true"},
		{"address", `SELECT concat_ws(' ', use, line1, city, postal_code, r.code, latitude, longitude) FROM addresses a
			JOIN patients p ON p.id = a.patient_id JOIN regions r ON r.id = region_id WHERE p.last_name = 'Gonçalves'`,
			"home 7 Elm Street Porto 4050-262 PT-13 41.149610 -8.610990"},
		{"the latest measures", `SELECT string_agg(concat_ws(' ', last_name, height_cm, weight_kg, smoking_status), '|' ORDER BY last_name)
			FROM health_profiles JOIN patients p ON p.id = patient_id`,
			"Amari 165.43 81.50 former|Brandt 180.00 77.25 never|Castro 170.20 64.00 current|Esposito 158.00 70.00 never|" +
				"Gonçalves 172.00 90.13 never|Ibe 177.80 81.65 unknown"},
		{"conditions", `SELECT string_agg(concat_ws(' ', last_name, code, onset_date, abatement_date, status, severity, notes), '|' ORDER BY last_name, onset_date)
			FROM patient_conditions c JOIN medical_conditions m ON m.id = condition_id JOIN patients p ON p.id = patient_id`,
			"Amari 44054006 2015-02-20 active|Amari 38341003 2016-02-20 active moderate Measured at home.|" +
				"Brandt 444814009 2018-01-01 2018-01-15 resolved|Brandt 444814009 2020-11-01 2020-11-20 resolved|" +
				"Esposito 38341003 1990-01-01 active|Fisher 195662009 2018-05-05 2018-05-12 resolved|" +
				"Gonçalves E11.3211 2013-05-05 active|Holm 10509002 2020-02-01 2020-02-10 resolved|Ibe 55822004 2008-02-01 active"},
		{"a code that is new to the catalog", `SELECT concat_ws(' ', left(name, 24), condition_group) FROM medical_conditions WHERE code = 'E11.3211'`,
			"Type 2 diabetes mellitus diabetes"},
		{"medications", `SELECT string_agg(concat_ws(' ', last_name, code, start_date, end_date, status, dosage), '|' ORDER BY last_name, start_date, dosage)
			FROM patient_medications c JOIN medications m ON m.id = medication_id JOIN patients p ON p.id = patient_id`,
			"Amari 860975 2015-03-01 active 1, once a day|Amari 312961 2016-03-01 active|Amari 310965 2017-03-01 stopped one tablet when it hurts|" +
				"Brandt 310965 2018-01-02 stopped|Brandt 243670 2019-01-02 stopped|Esposito 312961 2010-02-02 2010-08-02 stopped|" +
				"Gonçalves 860975 2012-02-02 active|Holm 310965 2020-02-02 stopped as needed|Holm 310965 2020-02-02 stopped|Ibe 312961 2009-02-03 on-hold|Lopes 999999999 2021-02-03 active"},
		{"allergies, and the statement that there is none", `SELECT string_agg(concat_ws(' ', last_name, a.code, a.statement::text, r.code, severity), '|' ORDER BY last_name)
			FROM patient_allergies pa JOIN allergies a ON a.id = allergy_id LEFT JOIN allergic_reactions r ON r.id = reaction_id JOIN patients p ON p.id = patient_id`,
			"Amari 91935009 false 39579001 severe|Castro 418689008 false|Doyle 716186003 true"},
	} {
		assert.Equal(t, tt.want, one[string](t, db, tt.query), tt.name)
	}
}

func TestImportFHIR_twice_changes_nothing(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	load(t, db, export(t))
	before := contents(t, db)
	report, problems := load(t, db, export(t))
	assert.Equal(t, `Organization 3=0+0+3+0
Practitioner 4=0+0+4+0
Patient 12=0+0+12+0
Observation 28=0+0+17+11 not_the_latest:10 not_used:1
Condition 10=0+0+9+1 refuted:1
MedicationRequest 12=0+0+11+1 not_an_order:1
AllergyIntolerance 3=0+0+3+0`, summary(t, report))
	assert.Equal(t, "identifiers 0 0 40\nphones 0 0 16\nemails 0 0 2\naddresses 0 0 19\nhealth_profiles 0 0 6", tables(report))
	assert.Len(t, problems, 1)
	assert.Equal(t, before, contents(t, db))
}

func TestImportFHIR_gzipped_in_parts_and_other_order_is_the_same(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	load(t, db, export(t))
	before := contents(t, db)
	files := fstest.MapFS{"README.txt": {Data: []byte("hello")}, "Encounter.ndjson": {Data: []byte(`{"resourceType":"Encounter"}`)}}
	for name, file := range export(t) {
		lines := strings.SplitAfter(strings.TrimSuffix(string(file.Data), "\n"), "\n")
		for i, part := range []string{strings.Join(lines[len(lines)/2:], ""), strings.Join(lines[:len(lines)/2], "")} {
			files[fmt.Sprintf("%d.%s.gz", i, name)] = &fstest.MapFile{Data: gzipped(t, []byte(part))}
		}
	}
	report, _ := load(t, db, files)
	require.Len(t, report.Ignored, 1)
	assert.Equal(t, "README.txt", report.Ignored[0].Name)
	assert.Len(t, report.Files, 15)
	assert.Contains(t, summary(t, report), "Encounter 1=0+0+0+1 not_used:1")
	for _, r := range report.Resources {
		assert.Zero(t, r.Inserted+r.Updated, r.Resource)
	}
	assert.Equal(t, before, contents(t, db))
}

func TestImportFHIR_dry_run_leaves_nothing(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	before := contents(t, db)
	report, _ := load(t, db, export(t), dataset.ImportOptions{DryRun: true})
	assert.True(t, report.DryRun)
	assert.Contains(t, summary(t, report), "Patient 12=12+0+0+0")
	assert.Equal(t, before, contents(t, db))
}

func TestImportFHIR_updates_what_the_source_says_and_keeps_what_was_decided_here(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	load(t, db, export(t))
	do(t, db, `UPDATE patients SET validation_status = 'doctor_validated', active = false WHERE last_name = 'Amari'`)
	do(t, db, `UPDATE patients p SET doctor_id = d.id FROM doctors d WHERE p.last_name = 'Amari' AND d.last_name = 'Hollis'`)
	do(t, db, `UPDATE patients SET validation_status = 'doctor_validated' WHERE last_name = 'Amari'`)
	do(t, db, `UPDATE health_profiles h SET smoking_years = 5, alcohol_frequency = 'daily' FROM patients p
		WHERE p.id = patient_id AND last_name = 'Amari'`)
	do(t, db, `UPDATE medical_institutions SET verified = true, name = 'Our own name' WHERE licence_number = 'O2'`)
	do(t, db, `UPDATE addresses SET verified_at = now() WHERE patient_id IS NOT NULL`)

	files := export(t)
	replace(t, files, "Patient.ndjson", `"family":"Amari"`, `"family":"Amari-Lund"`)
	replace(t, files, "Patient.ndjson", `"1 Elm Street"`, `"99 Oak Street"`)
	replace(t, files, "Patient.ndjson", `"birthDate":"1950-05-05"`, `"birthDate":"1950-05-05","deceasedDateTime":"2021-01-01T00:00:00Z"`)
	replace(t, files, "Observation.ndjson", `8517006`, `266919005`)
	replace(t, files, "Condition.ndjson", `"onsetDateTime":"2008-02-01"`, `"onsetDateTime":"2008-02-01","abatementDateTime":"2012-01-01"`)
	replace(t, files, "MedicationRequest.ndjson", `"on-hold"`, `"completed"`)
	replace(t, files, "Practitioner.ndjson", `"Keane"`, `"Keane-Ross"`)
	report, _ := load(t, db, files)
	assert.Equal(t, `Organization 3=0+1+2+0
Practitioner 4=0+1+3+0
Patient 12=0+2+10+0
Observation 28=0+1+16+11 not_the_latest:10 not_used:1
Condition 10=0+1+8+1 refuted:1
MedicationRequest 12=0+1+10+1 not_an_order:1
AllergyIntolerance 3=0+0+3+0`, summary(t, report))
	assert.Equal(t, "identifiers 0 0 40\nphones 0 0 16\nemails 0 0 2\naddresses 0 1 18\nhealth_profiles 0 1 5", tables(report))
	assert.Equal(t, "Noor doctor_validated false Hollis 99 Oak Street - never - daily", one[string](t, db, `
		SELECT concat_ws(' ', p.first_name, validation_status, active::text, d.last_name, line1, coalesce(a.verified_at::text, '-'),
			smoking_status, coalesce(smoking_years::text, '-'), alcohol_frequency)
		FROM patients p JOIN doctors d ON d.id = doctor_id JOIN addresses a ON a.patient_id = p.id
		JOIN health_profiles h ON h.patient_id = p.id WHERE p.last_name = 'Amari-Lund'`))
	assert.Equal(t, "Mill Road Walk-In Clinic true", one[string](t, db,
		`SELECT concat_ws(' ', name, verified::text) FROM medical_institutions WHERE licence_number = 'O2'`))
	assert.Equal(t, 11, one[int](t, db, `SELECT count(verified_at) FROM addresses WHERE patient_id IS NOT NULL`))
}

func TestImportFHIR_later_parts_find_what_was_loaded_before(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	whole := export(t)
	first := fstest.MapFS{}
	second := fstest.MapFS{}
	for name, file := range whole {
		if strings.HasPrefix(name, "Organization") || strings.HasPrefix(name, "Practitioner") || strings.HasPrefix(name, "Patient") {
			first[name] = file
		} else {
			second[name] = file
		}
	}
	load(t, db, first)
	report, problems := load(t, db, second)
	assert.Empty(t, problems)
	assert.Contains(t, summary(t, report), "Condition 10=9+0+0+1")
	assert.Contains(t, summary(t, report), "MedicationRequest 12=11+0+0+1")
}

func TestImportFHIR_knows_doctors_who_registered_before_by_licence_and_name(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	load(t, db, export(t))
	do(t, db, `DELETE FROM identifiers WHERE doctor_id IS NOT NULL`)
	do(t, db, `UPDATE doctors SET last_name = 'Somebody' WHERE last_name = 'Seixas'`)
	report, problems := load(t, db, export(t))
	assert.Contains(t, summary(t, report), "Practitioner 4=0+0+3+1 licence_taken:1")
	assert.Equal(t, 1, report.Errors())
	require.NotEmpty(t, problems)
	assert.Equal(t, "another doctor has this licence number", problems[0].Message)
	assert.Equal(t, 6, one[int](t, db, `SELECT count(*) FROM identifiers WHERE doctor_id IS NOT NULL`))
}

func TestImportFHIR_with_ids_of_a_server(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	files := export(t)
	for _, name := range []string{"Condition.ndjson", "Observation.ndjson", "AllergyIntolerance.ndjson", "MedicationRequest.ndjson"} {
		replace(t, files, name, "urn:uuid:", "")
	}
	replace(t, files, "Condition.ndjson", `"reference":"`, `"reference":"Patient/p-`)
	replace(t, files, "Observation.ndjson", `"reference":"`, `"reference":"Patient/p-`)
	replace(t, files, "AllergyIntolerance.ndjson", `"reference":"`, `"reference":"https://fhir.example.org/r4/Patient/p-`)
	replace(t, files, "MedicationRequest.ndjson", `"subject":{"reference":"`, `"subject":{"reference":"Patient/p-`)
	replace(t, files, "MedicationRequest.ndjson", `"requester":{"reference":"`, `"requester":{"reference":"Practitioner/`)
	replace(t, files, "Patient.ndjson", `"resourceType":"Patient","id":"`, `"resourceType":"Patient","id":"p-`)

	report, _ := load(t, db, files)
	assert.Contains(t, summary(t, report), "Patient 12=0+0+0+12 id_not_uuid:12")
	report, problems := load(t, db, files, dataset.ImportOptions{Source: "https://fhir.example.org/r4/"})
	assert.Zero(t, report.Errors(), problems)
	assert.Contains(t, summary(t, report), "Patient 12=12+0+0+0")
	assert.Contains(t, summary(t, report), "AllergyIntolerance 3=3+0+0+0")
}

func TestImportFHIR_waits_for_another(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	files := export(t)
	done := make(chan error, 2)
	for range 2 {
		go func() {
			ctx, cancel := context.WithTimeout(t.Context(), wait.Patience)
			defer cancel()
			_, err := dataset.ImportFHIR(ctx, db, files, dataset.ImportOptions{})
			done <- err
		}()
	}
	require.NoError(t, <-done)
	require.NoError(t, <-done)
	assert.Equal(t, 12, one[int](t, db, `SELECT count(*) FROM patients`))
}
