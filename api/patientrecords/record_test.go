package patientrecords_test

import (
	"net/http"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

const (
	patients = "/api/v1/patients/"
	secret   = "Fears needles."
	ok       = http.StatusOK
	missing  = http.StatusNotFound
)

// history is a World whose patient has a health profile, and of each kind of entry one that is current and one that isn't,
// all with notes.
func history(t *testing.T, app *apitest.App) (w apitest.World, path string) {
	t.Helper()
	w = apitest.NewWorld(t, app.Env.DB)
	record(t, app, w.Patient, 1)
	return w, patients + w.Patient.String()
}

// record gives a patient a health profile and n entries of each kind and state.
func record(t *testing.T, app *apitest.App, patient uuid.UUID, n int) {
	t.Helper()
	db := app.Env.DB
	fixture.Insert(t, db, "health_profiles", fixture.Row{
		"patient_id": patient, "height_cm": 172.5, "weight_kg": 68, "smoking_status": "current", "smoking_years": 5,
		"alcohol_frequency": "daily", "weekly_activity_minutes": 80, "notes": secret,
	})
	catalog := func(table string, row fixture.Row) int {
		row["code_system"], row["code"] = "urn:test", uuid.NewString()
		query, args := fixture.Statement(table, row)
		return fixture.Value[int](t, db, query+" RETURNING id", args...)
	}
	for range n {
		for condition, status := range map[string]string{"Asthma": "active", "Measles": "resolved"} {
			fixture.Insert(t, db, "patient_conditions", fixture.Row{"patient_id": patient, "onset_date": "2020-01-01", "status": status,
				"condition_id": catalog("medical_conditions", fixture.Row{"name": condition}), "notes": secret})
		}
		for medication, status := range map[string]string{"Salbutamol": "active", "Penicillin": "completed"} {
			fixture.Insert(t, db, "patient_medications", fixture.Row{"patient_id": patient, "start_date": "2020-01-01", "status": status,
				"medication_id": catalog("medications", fixture.Row{"name": medication}), "notes": secret})
		}
		fixture.Insert(t, db, "patient_allergies", fixture.Row{"patient_id": patient, "recorded_date": "2020-01-01",
			"allergy_id": catalog("allergies", fixture.Row{"name": "Peanut", "category": "food"}), "notes": secret})
		fixture.Insert(t, db, "patient_family_history", fixture.Row{"patient_id": patient, "relative": "mother",
			"condition_id": catalog("medical_conditions", fixture.Row{"name": "Stroke"}), "notes": secret})
	}
}

// insure makes an institution an insurer.
func insure(t *testing.T, app *apitest.App, institution uuid.UUID) {
	t.Helper()
	_, err := testenv.Owner(t, app.Env).ExecContext(t.Context(),
		"UPDATE medical_institutions SET institution_type_id = (SELECT id FROM institution_types WHERE code = 'insurer') WHERE id = $1", institution)
	require.NoError(t, err)
}

// read is a scenario of a read: what it must have, or, when it is refused, must not have.
func read(name, as, path string, status int, texts ...string) apitest.Scenario {
	s := apitest.Scenario{Name: name, As: as, Path: path, Status: status, Contains: texts}
	if status != ok {
		s.Contains, s.Excludes = nil, append(texts, "Ana", "García", secret)
	}
	return s
}

// strangers are who must not learn that the patient exists, or must sign in first.
func strangers(path string) []apitest.Scenario {
	return []apitest.Scenario{
		read("anonymous", "", path, http.StatusUnauthorized),
		read("another patient", apitest.OtherPatient, path, missing),
		read("a foreign doctor", apitest.OtherDoctor, path, missing),
		read("a foreign institution", apitest.OtherClinic, path, missing),
		read("an id that nobody has", apitest.Admin, patients+uuid.NewString()+path[len(patients)+36:], missing),
		read("no id", apitest.Admin, patients+"x"+path[len(patients)+36:], missing),
		read("who is no patient", apitest.Doctor, patients+"me"+path[len(patients)+36:], missing),
		{Name: "an unknown parameter", As: apitest.Doctor, Path: path + "?fields=id", Status: http.StatusUnprocessableEntity, WantErrors: []string{"/fields unexpected"}},
	}
}

func TestDashboard(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, path := history(t, app)
	path += "/dashboard"
	score := `"health_score":{"value":65,"base":100,"parts":{"condition_count":1,"condition_points":-10,"medication_count":1,"medication_points":-5,` +
		`"smoking_status":"current","smoking_points":-15,"alcohol_frequency":"daily","alcohol_points":-10,"weekly_activity_minutes":80,"weekly_activity_points":5},` +
		`"note":"A convention of this product, for following changes over time. It is not a diagnosis."}`
	all := []string{`"bmi":{"value":22.85,"class":"normal_range"}`, "Asthma", "Salbutamol", `"deceased":false`, score}
	app.Run(t, append(strangers(path),
		read("the patient", apitest.Patient, patients+"me/dashboard", ok, append(all, secret)...),
		read("the doctor", apitest.Doctor, path, ok, append(all, secret)...),
		read("the institution", apitest.Hospital, path, ok, append(all, secret)...),
		read("staff", apitest.Editor, path, ok, all...),
		apitest.Scenario{Name: "a colleague sees no notes", As: apitest.Colleague, Path: path, Status: ok, Contains: all, Excludes: []string{secret, "notes"},
			WantHeader: map[string]string{"Cache-Control": "no-store", "X-Cache": ""}},
		apitest.Scenario{Name: "nothing that is over", As: apitest.Doctor, Path: path, Status: ok, Excludes: []string{"Measles", "Penicillin", "Peanut", "Stroke"}},
		read("of whom nothing is known", apitest.OtherDoctor, patients+w.OtherPatient.String()+"/dashboard", ok,
			`"conditions":[]`, `"value":100`, `"smoking_status":"unknown","smoking_points":0`, `"weekly_activity_minutes":null,"weekly_activity_points":0`),
	))
	assert.Len(t, app.Events(t, "dashboard.read"), 7)
	fixture.Value[bool](t, app.Env.DB, "UPDATE health_profiles SET smoking_years = NULL WHERE patient_id = $1 RETURNING true", w.Patient)
	fixture.Value[bool](t, app.Env.DB,
		"UPDATE patients SET date_of_birth = '2000-02-29', deceased_at = '2010-02-28T12:00:00Z' WHERE id = $1 RETURNING true", w.Patient)
	app.Run(t, []apitest.Scenario{
		read("who died young", apitest.Doctor, path, ok, `"age":9,"deceased":true`, `"bmi":{"value":22.85,"class":null}`),
	})
	insure(t, app, w.Hospital)
	app.Run(t, []apitest.Scenario{
		read("insurers find none", apitest.Hospital, path, missing, "Asthma", "health_score"),
		read("nor the doctors they employ", apitest.Colleague, path, missing, "Asthma", "health_score"),
	})
}

func TestMedicalRecord(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, path := history(t, app)
	path += "/medical-record"
	all := []string{`"height_cm":172.5`, "Asthma", "Measles", "Salbutamol", "Penicillin", "Peanut", "Stroke"}
	app.Run(t, append(strangers(path),
		read("the patient", apitest.Patient, patients+"me/medical-record", ok, append(all, secret)...),
		read("the doctor", apitest.Doctor, path, ok, append(all, secret)...),
		read("the institution", apitest.Hospital, path, ok, append(all, secret)...),
		read("staff", apitest.Editor, path, ok, append(all, secret)...),
		apitest.Scenario{Name: "a colleague sees no notes", As: apitest.Colleague, Path: path, Status: ok, Contains: all, Excludes: []string{secret, "notes"},
			WantHeader: map[string]string{"Cache-Control": "no-store"}},
		read("of whom nothing is known", apitest.OtherDoctor, patients+w.OtherPatient.String()+"/medical-record", ok,
			`"conditions":[]`, `"medications":[]`, `"allergies":[]`, `"family_history":[]`, `"version":0`),
	))
	events := app.Events(t, "medical_record.read")
	require.Len(t, events, 6)
	assert.Equal(t, w.Patient.String(), events[0].PatientID)
	assert.Empty(t, app.Events(t, "condition.read", "health_profile.read"), "one event a read")
	insure(t, app, w.Hospital)
	app.Run(t, []apitest.Scenario{
		read("insurers find none", apitest.Hospital, path, missing, "Asthma"),
		read("nor the doctors they employ", apitest.Colleague, path, missing, "Asthma"),
		read("but for who treats the patient", apitest.Doctor, path, ok, all...),
	})
}
