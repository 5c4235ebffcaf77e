package api_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/dataset"
	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/institution"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/resource"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// guarded is a table whose columns must be in every place, and what the API makes of its rows. The operations are those of
// the OpenAPI document; what follows a # is where in the body the resource is.
type guarded struct {
	table                                  string
	members                                *resource.Type
	read, create, change, export, overview string
}

const (
	ofPatient = "/api/v1/patients/{id}"
	export    = "GET " + ofPatient + "/export#"
)

var guardedTables = []guarded{
	{
		"patients", resource.TypeOf[patient.Patient](), "GET " + ofPatient, "POST /api/v1/patients", "PATCH " + ofPatient,
		export + "patient", "GET /api/v1/analytics/patient-demographics#items",
	},
	{
		"health_profiles", resource.TypeOf[patient.HealthProfile](), "GET " + ofPatient + "/health-profile",
		"POST /api/v1/patients#health_profile", "PATCH " + ofPatient + "/health-profile",
		export + "medical_record health_profile", "",
	},
	{
		"doctors", resource.TypeOf[doctor.Doctor](), "GET /api/v1/doctors/{id}", "POST /api/v1/doctors",
		"PATCH /api/v1/doctors/{id}", "", "",
	},
	{
		"medical_institutions", resource.TypeOf[institution.Institution](), "GET /api/v1/institutions/{id}",
		"POST /api/v1/institutions", "PATCH /api/v1/institutions/{id}", "", "",
	},
	entries[clinical.Condition]("patient_conditions", "conditions", "condition_id onset_date"),
	entries[clinical.Medication]("patient_medications", "medications", "medication_id start_date"),
	entries[clinical.Allergy]("patient_allergies", "allergies", "allergy_id recorded_date"),
	entries[clinical.FamilyMemberHistory]("patient_family_history", "family-history", "condition_id relative"),
}

// entries are a collection of a patient's record. By these columns an import finds an entry; the first says what it is about.
func entries[T any](table, name, found string) guarded {
	collection := ofPatient + "/" + name
	about, _, _ := strings.Cut(found, " ")
	excused = append(excused,
		excuse{table, about, "change", "what an entry is about stays: another is another entry"},
		excuse{table, found, "reimport", "an entry is found by it"},
		excuse{table, "notes", "generate", "nobody wrote any"},
	)
	return guarded{
		table, resource.TypeOf[T](), "GET " + collection + "/{entry_id}", "POST " + collection, "PATCH " + collection + "/{entry_id}",
		export + "medical_record " + strings.ReplaceAll(name, "-", "_"), "",
	}
}

type excuse struct{ tables, columns, places, reason string }

// excused are columns that are not in a place, and why. Each list is separated by spaces; * is each table, or each column.
var excused = []excuse{
	{"*", "id", "create change reimport csv generate demographics", "the program makes it, and it stays; demographics call it patient_id"},
	{"*", "patient_id", "create change reimport", "it is in the path, and stays"},
	{"*", "created_at updated_at version", "create change procedure import reimport csv generate", "the database sets them"},
	{"patients doctors medical_institutions patient_conditions patient_medications patient_allergies patient_family_history", "source_elements",
		"create change generate", "they are the source's words, not ours"},
	{"patients", "source_elements", "procedure demographics csv", "they are the source's words, for who reads the record"},
	{"doctors medical_institutions", "source_elements", "read", "they have contacts, which not everybody who sees a doctor may see"},
	{"*", "updated_at version", "demographics", "a report is no resource that one changes"},

	{"patients", "doctor_id institution_id", "change", "a transfer changes them"},
	{"patients", "doctor_id institution_id", "reimport", "who treats a patient is decided here, not in the source"},
	{"patients", "institution_id", "csv", "it is that of the doctor, or that of who imports"},
	{"patients", "deceased deceased_date deceased_date_precision deceased_at", "create procedure", "who is registered is alive"},
	{"patients", "date_of_birth_precision deceased_date deceased_date_precision", "csv", "date_of_birth and deceased_at say as much of a date as is known"},
	{"patients", "date_of_birth_precision deceased_date_precision", "generate", "generated dates are days"},
	{"patients", "emergency_contact_name emergency_contact_phone", "import reimport csv", "whom to call is agreed on with the patient, here"},
	{"patients", "validation_status rejection_reason", "create change procedure import reimport csv generate", "the steps of the validation set them, those of generated patients too"},
	{"patients", "rejection_reason active", "demographics", "a reason is for who decides; who is in care is listed"},
	{"patients", "active", "create change procedure reimport csv generate", "deactivate and reactivate change it; before, a patient is in care"},

	{"health_profiles", "id created_at", "read export", "a profile is found by its patient, and tells when it last changed"},
	{"health_profiles", "blood_type_id alcohol_frequency weekly_activity_minutes notes", "import reimport", "the observations that the import knows are height, weight and smoking status"},
	{"health_profiles", "height_measured_on height_source weight_measured_on weight_source smoking_recorded_on smoking_source",
		"create change generate", "the program notes when a value was entered, and nobody measured whom the generator makes up"},
	{"health_profiles", "smoking_years", "import", "no observation tells the years"},

	{"doctors", "institution_id", "change", "a transfer changes it"},
	{"doctors", "status", "create change reimport", "suspend, retire and reactivate change it; before, who registers the doctor decides"},
	{"doctors", "gender_id years_experience consultation_fee", "import reimport", "FHIR's Practitioner doesn't have them"},
	{"doctors", "specialty_id", "reimport", "FHIR's Practitioner doesn't have it; a new doctor begins in general practice"},
	{"doctors", "gender_id", "generate", "no report is about it"},

	{"medical_institutions", "active verified", "create change", "deactivate, reactivate and verify change them"},
	{"medical_institutions", "active institution_type_id", "reimport", "they are decided here once the institution is known"},
	{"medical_institutions", "verified", "import reimport", "an administrator verifies, not a source"},
	{"medical_institutions", "active", "generate", "generated institutions are open"},

	{"patient_conditions patient_allergies", "verification_status", "generate", "nobody doubts a generated diagnosis"},
	{"patient_conditions", "onset_date_precision abatement_date_precision", "generate", "generated dates are days"},
	{"patient_medications", "start_date_precision end_date_precision", "generate", "generated dates are days"},
	{"patient_allergies", "recorded_date_precision", "generate", "generated dates are days"},
	{"patient_family_history", "relative", "change", "who an entry is about stays: another is another entry"},
	{"patient_allergies", "status", "generate", "generated allergies are active"},
	{"health_profiles", "notes", "generate", "nobody wrote any"},
}

// places returns the columns that a table has in each place where they must be, by the place's name; nil for a place that the
// table doesn't need.
func places(t *testing.T, document *openapi3.T, db fixture.DB, g guarded) map[string]map[string]bool {
	t.Helper()
	in := map[string]map[string]bool{
		"read": properties(t, document, g.read), "create": properties(t, document, g.create), "change": properties(t, document, g.change),
		"export": properties(t, document, g.export), "demographics": properties(t, document, g.overview),
		"import": inserted(t, "queries/import_", g.table), "reimport": updated(t, "queries/import_", g.table),
		"generate": inserted(t, "queries/generate_", g.table),
	}
	full := filled(t, db, g.table) // a column that is only named, and holds nothing, is forgotten too
	maps.DeleteFunc(in["generate"], func(column string, _ bool) bool { return !full[column] })
	switch g.table {
	case "patients":
		in["csv"] = map[string]bool{}
		for _, column := range dataset.Columns {
			in["csv"][column.Name] = true
		}
		fallthrough
	case "health_profiles":
		in["procedure"] = inserted(t, "procedures/sp_create_patient_with_profile", g.table)
	}
	return in
}

// A column that someone adds is in every place where the others are, or excused here by name. What goes missing is silent
// otherwise: an import that forgets a column loads everything else.
func TestEveryColumnIsEverywhere(t *testing.T) {
	t.Parallel()
	missing := missingColumns(t, apitest.New(t))
	needless := excuseFrom(missing)
	assert.Empty(t, slices.SortedFunc(maps.Keys(missing), func(a, b absence) int { return strings.Compare(a.String(), b.String()) }),
		"these columns are not in these places: add them there, as docs/adding-a-field.md does, or excuse them with a reason")
	assert.Empty(t, needless, "these need no excuse")
}

func TestAForgottenColumnIsFound(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	_, err := testenv.Owner(t, app.Env).ExecContext(t.Context(), `
		ALTER TABLE patients ADD COLUMN nickname text;
		ALTER TABLE patient_allergies ADD COLUMN verified boolean DEFAULT true`)
	require.NoError(t, err)
	missing := missingColumns(t, app)
	excuseFrom(missing)
	want := map[absence]bool{}
	for _, place := range strings.Fields("read create change export demographics import reimport generate csv procedure") {
		want[absence{"patients", "nickname", place}] = true
	}
	for _, place := range strings.Fields("read create change export import reimport generate") {
		want[absence{"patient_allergies", "verified", place}] = true
	}
	assert.Equal(t, want, missing)
}

// absence is a column that is not in a place.
type absence struct{ table, column, place string }

func (a absence) String() string { return a.table + "." + a.column + ": " + a.place }

// missingColumns are all that are missing somewhere, excused or not, in the database of an app.
func missingColumns(t *testing.T, app *apitest.App) map[absence]bool {
	t.Helper()
	_, err := dataset.Generate(t.Context(), testenv.Owner(t, app.Env), dataset.GenerateOptions{Seed: 1})
	require.NoError(t, err)
	document, err := openapi3.NewLoader().LoadFromData(apitest.Document(t, app.Handler))
	require.NoError(t, err)
	missing := map[absence]bool{}
	for _, g := range guardedTables {
		names := memberNames(g.members)
		for place, has := range places(t, document, app.Env.DB, g) {
			for _, column := range columnsOf(t, app.Env.DB, g.table) {
				name := names[column]
				switch place {
				case "import", "reimport", "generate", "procedure":
					name = column
				case "csv", "demographics":
					name = strings.ReplaceAll(name, "/", "_")
				}
				if has != nil && !has[name] {
					missing[absence{g.table, column, place}] = true
				}
			}
		}
	}
	return missing
}

// Each table that holds something of patients is guarded, or excused here.
func TestEveryTableOfAPatientsRecordIsGuarded(t *testing.T) {
	t.Parallel()
	elsewhere := []string{"patient_validation_events", "patient_validation_transitions"} // the validation's history and rules
	tables := fixture.Value[string](t, apitest.New(t).Env.DB, `SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class
		WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname LIKE 'patient\_%'`)
	want := slices.Clone(elsewhere)
	for _, g := range guardedTables {
		if strings.HasPrefix(g.table, "patient_") {
			want = append(want, g.table)
		}
	}
	assert.ElementsMatch(t, want, strings.Fields(tables))
}

// excuseFrom takes what is excused away from what is missing, and returns the excuses that nothing needed.
func excuseFrom(missing map[absence]bool) (needless []string) {
	all := slices.Collect(maps.Keys(missing))
	for _, e := range excused {
		for _, table := range strings.Fields(e.tables) {
			for _, column := range strings.Fields(e.columns) {
				for _, place := range strings.Fields(e.places) {
					needed := false
					for _, m := range all {
						if (table == "*" || table == m.table) && (column == "*" || column == m.column) && place == m.place {
							needed = true
							delete(missing, m)
						}
					}
					if !needed {
						needless = append(needless, absence{table, column, place}.String()+": "+e.reason)
					}
				}
			}
		}
	}
	return needless
}

// columnsOf are the columns of a table, as the database has them.
func columnsOf(t *testing.T, db fixture.DB, table string) []string {
	t.Helper()
	return strings.Fields(fixture.Value[string](t, db,
		`SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`, table))
}

// filled are the columns that hold something in some row.
func filled(t *testing.T, db fixture.DB, table string) map[string]bool {
	t.Helper()
	columns := map[string]bool{}
	for _, column := range strings.Fields(fixture.Value[string](t, db,
		`SELECT string_agg(DISTINCT key, ' ') FROM `+table+` r, jsonb_each(to_jsonb(r)) WHERE value <> 'null'`)) {
		columns[column] = true
	}
	return columns
}

// memberNames are the JSON names of a resource's members by the columns that store them, with / before those of an object.
func memberNames(of *resource.Type) map[string]string {
	names := map[string]string{}
	for _, m := range of.Members {
		for _, leaf := range append(m.Members, m) {
			if leaf.Column != "" {
				names[leaf.Column] = leaf.Name
			}
		}
	}
	return names
}

// properties are the names of a body's properties; nil without an operation.
func properties(t *testing.T, document *openapi3.T, operation string) map[string]bool {
	t.Helper()
	if operation == "" {
		return nil
	}
	operation, at, _ := strings.Cut(operation, "#")
	method, path, _ := strings.Cut(operation, " ")
	item := document.Paths.Value(path)
	require.NotNil(t, item, path)
	op := item.GetOperation(method)
	require.NotNil(t, op, operation)
	var content openapi3.Content
	if method == "GET" {
		content = op.Responses.Value("200").Value.Content
	} else {
		content = op.RequestBody.Value.Content
	}
	require.NotEmpty(t, content, operation)
	var body *openapi3.SchemaRef
	for _, kind := range []string{"application/json", "application/merge-patch+json"} {
		if c := content.Get(kind); c != nil && body == nil {
			body = c.Schema
		}
	}
	for _, name := range strings.Fields(at) {
		body = element(body).Properties[name]
		require.NotNil(t, body, "%s has no %s", operation, name)
	}
	names := map[string]bool{}
	for name, property := range element(body).Properties {
		names[name] = true
		for inner := range element(property).Properties {
			names[name+"/"+inner] = true
		}
	}
	return names
}

// element is the schema of an object, or of what is in a list of them.
func element(s *openapi3.SchemaRef) *openapi3.Schema {
	value := s.Value
	if value.Items != nil {
		value = value.Items.Value
	}
	for _, one := range slices.Concat(value.AnyOf, value.OneOf, value.AllOf) { // an object or null
		if len(one.Value.Properties) > 0 {
			return one.Value
		}
	}
	return value
}

var (
	insert     = regexp.MustCompile(`INSERT INTO (\w+) \(([^)]*)\)`)
	setting    = regexp.MustCompile(`(?s)UPDATE (\w+) t\s+SET (.*?)\n\s*FROM`)
	assignment = regexp.MustCompile(`(\w+) = `)
)

// inserted are the columns that the SQL files of a prefix insert into a table.
func inserted(t *testing.T, prefix, table string) map[string]bool {
	t.Helper()
	columns := map[string]bool{}
	for _, match := range insert.FindAllStringSubmatch(statements(t, prefix), -1) {
		if match[1] == table {
			for _, column := range strings.FieldsFunc(match[2], func(r rune) bool { return strings.ContainsRune(", \n", r) }) {
				columns[column] = true
			}
		}
	}
	return columns
}

// updated are the columns that they update.
func updated(t *testing.T, prefix, table string) map[string]bool {
	t.Helper()
	columns := map[string]bool{}
	for _, match := range setting.FindAllStringSubmatch(statements(t, prefix), -1) {
		if match[1] == table {
			for _, set := range assignment.FindAllStringSubmatch(match[2], -1) {
				columns[set[1]] = true
			}
		}
	}
	return columns
}

// statements are the texts of the SQL files of a prefix.
func statements(t *testing.T, prefix string) string {
	t.Helper()
	folder, start, _ := strings.Cut(prefix, "/")
	files, err := sqlfiles.FS.ReadDir(folder)
	require.NoError(t, err)
	var all strings.Builder
	for _, file := range files {
		if strings.HasPrefix(file.Name(), start) {
			text, err := sqlfiles.FS.ReadFile(folder + "/" + file.Name())
			require.NoError(t, err)
			all.Write(text)
		}
	}
	require.NotEmpty(t, all.String(), prefix)
	return all.String()
}
