package patients_test

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const secret = "Fears needles."

// profileWorld is a World whose patient has a health profile, and the profile's path.
func profileWorld(t *testing.T, app *apitest.App) (w apitest.World, profile string) {
	t.Helper()
	w = apitest.NewWorld(t, app.Env.DB)
	fixture.Insert(t, app.Env.DB, "health_profiles", fixture.Row{
		"patient_id": w.Patient, "height_cm": "172.50", "weight_kg": "68", "notes": secret,
		"blood_type_id":  fixture.Code(t, app.Env.DB, "blood_types", "O-"),
		"smoking_status": "former", "smoking_years": 3, "alcohol_frequency": "rarely", "weekly_activity_minutes": 150,
	})
	return w, patients + "/" + w.Patient.String() + "/health-profile"
}

func TestGetHealthProfile(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, profile := profileWorld(t, app)
	all := []string{`"height_cm":172.5`, `"weight_kg":68`, `"blood_type":"O-"`, `"smoking_status":"former"`, `"smoking_years":3`,
		`"alcohol_frequency":"rarely"`, `"weekly_activity_minutes":150`, `"version":1`}
	withNotes := append([]string{secret}, all...)
	hidden := []string{secret, "172.5", "former"}
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: profile, Status: http.StatusUnauthorized, Excludes: hidden},
		{Name: "themselves", As: apitest.Patient, Path: patients + "/me/health-profile", Status: http.StatusOK, Contains: withNotes,
			WantHeader: map[string]string{"ETag": `"v1"`, "Cache-Control": "no-store"}},
		{Name: "their doctor", As: apitest.Doctor, Path: profile, Status: http.StatusOK, Contains: withNotes},
		{Name: "a colleague", As: apitest.Colleague, Path: profile, Status: http.StatusOK, Contains: all, Excludes: []string{secret, "notes"}},
		{Name: "their institution", As: apitest.Hospital, Path: profile, Status: http.StatusOK, Contains: withNotes},
		{Name: "editor", As: apitest.Editor, Path: profile, Status: http.StatusOK, Contains: withNotes},
		{Name: "role without the permission", As: staff(t, app), Path: profile, Status: http.StatusForbidden, Excludes: hidden},
		{Name: "another patient", As: apitest.OtherPatient, Path: profile, Status: http.StatusNotFound, Excludes: hidden},
		{Name: "a foreign doctor", As: apitest.OtherDoctor, Path: profile, Status: http.StatusNotFound, Excludes: hidden},
		{Name: "a foreign institution", As: apitest.OtherClinic, Path: profile, Status: http.StatusNotFound, Excludes: hidden},
		{Name: "an id that nobody has", As: apitest.Admin, Path: patients + "/" + uuid.NewString() + "/health-profile", Status: http.StatusNotFound},
		{Name: "nothing recorded", As: apitest.OtherDoctor, Path: patients + "/" + w.OtherPatient.String() + "/health-profile",
			Status: http.StatusOK, Contains: []string{`"version":0`, `"height_cm":null`, `"smoking_status":"unknown"`, `"updated_at":null`},
			WantHeader: map[string]string{"ETag": `"v0"`}},
		{Name: "nothing recorded, foreign", As: apitest.Doctor, Path: patients + "/" + w.OtherPatient.String() + "/health-profile",
			Status: http.StatusNotFound},
		{Name: "unchanged", As: apitest.Doctor, Path: profile, Header: map[string]string{"If-None-Match": `"v1"`},
			Status: http.StatusNotModified, Excludes: hidden},
	})
}

func TestInsurersSeeNoClinicalData(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, profile := profileWorld(t, app)
	_, err := testOwner(t, app).ExecContext(t.Context(),
		"UPDATE medical_institutions SET institution_type_id = (SELECT id FROM institution_types WHERE code = 'insurer') WHERE id = $1", w.Hospital)
	require.NoError(t, err)
	app.Run(t, []apitest.Scenario{
		{Name: "who the patient is", As: apitest.Hospital, Path: patients + "/" + w.Patient.String(), Status: http.StatusOK, Contains: []string{"Ana"}},
		{Name: "the list", As: apitest.Hospital, Path: patients, Status: http.StatusOK, Contains: []string{"Ana"}},
		{Name: "no profile", As: apitest.Hospital, Path: profile, Status: http.StatusNotFound, Excludes: []string{secret, "172.5"}},
		{Name: "nor a change", As: apitest.Hospital, Method: http.MethodPatch, Path: profile, Body: object{"notes": "Mine."},
			Header: map[string]string{"If-Match": "*"}, Status: http.StatusNotFound, Excludes: []string{secret}},
		{Name: "nor for a doctor it employs", As: apitest.Colleague, Path: profile, Status: http.StatusNotFound, Excludes: []string{secret}},
		{Name: "but for who treats the patient", As: apitest.Doctor, Path: profile, Status: http.StatusOK, Contains: []string{secret}},
	})
}

func TestSuspendedDoctorsSeeNobody(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, profile := profileWorld(t, app)
	for _, status := range []string{"suspended", "retired"} {
		_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE doctors SET status = $1 WHERE id = $2", status, w.Doctor)
		require.NoError(t, err)
		app.Run(t, []apitest.Scenario{
			{Name: status + " reads", As: apitest.Doctor, Path: profile, Status: http.StatusNotFound, Excludes: []string{secret}},
			{Name: status + " lists", As: apitest.Doctor, Path: patients, Status: http.StatusOK, Contains: []string{`"items":[]`}},
			{Name: status + " changes", As: apitest.Doctor, Method: http.MethodPatch, Path: profile, Body: object{"notes": "Mine."},
				Header: map[string]string{"If-Match": "*"}, Status: http.StatusForbidden, Contains: []string{"/problems/party_inactive"}},
			{Name: status + " registers", As: apitest.Doctor, Method: http.MethodPost, Path: patients, Body: registration(nil),
				Status: http.StatusForbidden, Contains: []string{"/problems/party_inactive"}},
		})
	}
}

func TestChangeHealthProfile(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, profile := profileWorld(t, app)
	patch := func(name, as string, etag string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPatch, Path: profile, Body: body, Status: status,
			Header: map[string]string{"If-Match": etag}, WantErrors: errors, Excludes: []string{"Mine."}}
	}
	with := func(s apitest.Scenario, texts ...string) apitest.Scenario {
		s.Contains, s.Excludes = texts, nil
		return s
	}
	notes := object{"notes": "Mine."}
	const forbidden, missing, stale = http.StatusForbidden, http.StatusNotFound, http.StatusPreconditionFailed
	app.Run(t, []apitest.Scenario{
		patch("anonymous", "", `"v1"`, notes, http.StatusUnauthorized),
		patch("another patient", apitest.OtherPatient, `"v1"`, notes, missing),
		patch("a foreign doctor", apitest.OtherDoctor, `"v1"`, notes, missing),
		patch("a foreign institution", apitest.OtherClinic, `"v1"`, notes, missing),
		patch("a colleague", apitest.Colleague, `"v1"`, notes, forbidden),
		patch("a colleague, lifestyle", apitest.Colleague, `"v1"`, object{"smoking_status": "never"}, forbidden),
		patch("the patient, what others measure", apitest.Patient, `"v1"`, object{"notes": "Mine.", "height_cm": 180, "smoking_status": "never"},
			forbidden, "/notes forbidden", "/height_cm forbidden"),
		patch("without If-Match", apitest.Doctor, "", notes, http.StatusPreconditionRequired),
		patch("another version", apitest.Doctor, `"v0"`, notes, stale),
		patch("a weak tag of another version", apitest.Doctor, `W/"v0"`, notes, stale),
		patch("a weak tag, and what the rules refuse", apitest.Doctor, `W/"v1"`, object{"blood_type": "Z"},
			http.StatusUnprocessableEntity, "/blood_type not_found"),
		patch("no tag of ours", apitest.Doctor, `"1", v1, "v01"`, notes, stale),
		{Name: "a whole resource", As: apitest.Doctor, Method: http.MethodPut, Path: profile, Body: notes, Status: http.StatusMethodNotAllowed},
		{Name: "no JSON", As: apitest.Doctor, Method: http.MethodPatch, Path: profile, Body: notes, Status: http.StatusUnsupportedMediaType,
			Header: map[string]string{"If-Match": `"v1"`, "Content-Type": "application/json-patch+json"}, WantHeader: map[string]string{"Accept-Patch": "application/merge-patch+json, application/json"}},
		{Name: "plain JSON that is wrong", As: apitest.Doctor, Method: http.MethodPatch, Path: profile, Body: object{"height_cm": 5}, Status: http.StatusUnprocessableEntity,
			Header: map[string]string{"If-Match": `"v1"`, "Content-Type": "application/json"}, WantErrors: []string{"/height_cm out_of_range"}},
		{Name: "plain JSON of another version", As: apitest.Doctor, Method: http.MethodPatch, Path: profile, Body: notes, Status: stale,
			Header: map[string]string{"If-Match": `"v0"`, "Content-Type": "application/json; charset=utf-8"}, WantHeader: map[string]string{"ETag": `"v1"`}},
		patch("what the schema refuses", apitest.Doctor, `"v1"`, object{"height_cm": 5, "weight_kg": "x", "smoking_status": "often", "version": 7, "patient_id": w.OtherPatient},
			http.StatusUnprocessableEntity, "/height_cm out_of_range", "/weight_kg type", "/smoking_status not_allowed", "/version unexpected", "/patient_id unexpected"),
		patch("what the rules refuse", apitest.Doctor, `"v1"`, object{"blood_type": "Z", "smoking_years": 119},
			http.StatusUnprocessableEntity, "/blood_type not_found", "/smoking_years out_of_range"),
		patch("years of who never smoked", apitest.Patient, `"v1"`, object{"smoking_status": "never"},
			http.StatusUnprocessableEntity, "/smoking_years out_of_range"),
		patch("no object", apitest.Doctor, `"v1"`, "[]", http.StatusUnprocessableEntity, " type"),

		with(patch("nothing", apitest.Doctor, `"v1"`, object{}, http.StatusOK), `"version":1`, secret),
		with(patch("the same", apitest.Doctor, `"v1"`, object{"height_cm": 172.5, "notes": secret}, http.StatusOK), `"version":1`),
		with(patch("the patient", apitest.Patient, `"v7", "v1"`, object{"smoking_status": "never", "smoking_years": nil}, http.StatusOK),
			`"version":2`, `"smoking_status":"never"`, `"smoking_years":null`, secret),
		patch("the version before", apitest.Doctor, `"v1"`, notes, stale),
		with(patch("the doctor", apitest.Doctor, `"v2"`, object{"weight_kg": 70.126, "blood_type": "A+", "notes": nil}, http.StatusOK),
			`"weight_kg":70.13`, `"blood_type":"A+"`, `"height_cm":172.5`, `"version":3`,
			`"weight_measured_date":"`+wait.Today().Format(time.DateOnly)+`"`, `"weight_source":"entered"`, `"smoking_source":"entered"`, `"height_source":null`),
		with(patch("the institution", apitest.Hospital, "*", object{"smoking_status": nil, "alcohol_frequency": nil}, http.StatusOK),
			`"smoking_status":"unknown"`, `"alcohol_frequency":"unknown"`, `"smoking_recorded_date":null`, `"smoking_source":null`),
		with(patch("the editor", apitest.Editor, "*", object{"height_cm": nil}, http.StatusOK), `"height_cm":null`),
	})
	assert.Equal(t, "[] [] [smoking_recorded_date, smoking_source, smoking_status, smoking_years] [weight_measured_date, weight_source, weight_kg, blood_type, notes] "+
		"[smoking_recorded_date, smoking_source, smoking_status, alcohol_frequency] [height_cm]",
		fixture.Value[string](t, app.Env.DB, `SELECT string_agg(replace((payload->'fields')::text, '"', ''), ' ' ORDER BY occurred_at)
			FROM (SELECT action, payload, occurred_at FROM audit_inbox UNION ALL SELECT action, payload, occurred_at FROM audit_events) AS trail
			WHERE action = 'health_profile.update'`), "the trail names the fields, not what they hold")
}

// What a viewer may not see or change is after their change as it was before.
func TestHiddenFieldsSurvive(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, profile := profileWorld(t, app)
	stored := func() map[string]string {
		return apitest.Columns(t, app.Env.DB, "SELECT * FROM health_profiles WHERE patient_id = $1", w.Patient)
	}
	before := stored()
	change := object{"smoking_status": "current", "smoking_years": 4, "alcohol_frequency": "daily", "weekly_activity_minutes": 10}
	app.Run(t, []apitest.Scenario{{Name: "lifestyle", As: apitest.Patient, Method: http.MethodPatch, Path: profile, Body: change,
		Header: map[string]string{"If-Match": "*"}, Status: http.StatusOK}})
	after := stored()
	assert.Equal(t, "current", after["smoking_status"])
	for _, changed := range []string{"updated_at", "version", "smoking_status", "smoking_recorded_on", "smoking_source", "smoking_years", "alcohol_frequency", "weekly_activity_minutes"} {
		delete(before, changed)
		delete(after, changed)
	}
	assert.Equal(t, before, after)
	for _, refused := range []object{{"notes": nil}, maps.Clone(change)} {
		app.Run(t, []apitest.Scenario{{Name: "a colleague", As: apitest.Colleague, Method: http.MethodPatch, Path: profile, Body: refused,
			Header: map[string]string{"If-Match": "*"}, Status: http.StatusForbidden}})
	}
	assert.Equal(t, secret, stored()["notes"])
}

func TestFirstHealthProfile(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	profile := patients + "/" + w.Patient.String() + "/health-profile"
	first := apitest.Scenario{Name: "first", As: apitest.Doctor, Method: http.MethodPatch, Path: profile, Body: object{"notes": secret},
		Header: map[string]string{"If-Match": `"v0"`}, Status: http.StatusOK, Contains: []string{secret, `"version":1`}}
	second := first
	second.Name, second.Status, second.Contains = "second", http.StatusPreconditionFailed, nil
	app.Run(t, []apitest.Scenario{first, second,
		{Name: "of patients themselves", As: apitest.OtherPatient, Method: http.MethodPatch, Path: patients + "/me/health-profile",
			Body: object{"weekly_activity_minutes": 90}, Header: map[string]string{"If-Match": `"v0"`}, Status: http.StatusOK,
			Contains: []string{`"weekly_activity_minutes":90`, `"smoking_status":"unknown"`}},
	})
}

// Of changes to one version at the same time one succeeds.
func TestOneOfManyChangesWins(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, profile := profileWorld(t, app)
	for version, path := range map[string]string{`"v1"`: profile, `"v0"`: patients + "/" + w.OtherPatient.String() + "/health-profile"} {
		var all sync.WaitGroup
		codes := make([]int, 8)
		for i := range codes {
			request := app.Request(t, apitest.Scenario{As: apitest.Admin, Method: http.MethodPatch, Path: path,
				Body: object{"weekly_activity_minutes": i}, Header: map[string]string{"If-Match": version}})
			all.Go(func() {
				recorder := httptest.NewRecorder()
				app.Handler.ServeHTTP(recorder, request)
				codes[i] = recorder.Code
			})
		}
		all.Wait()
		won := 0
		for _, code := range codes {
			if code == http.StatusOK {
				won++
			} else {
				assert.Equal(t, http.StatusPreconditionFailed, code)
			}
		}
		assert.Equal(t, 1, won, version)
	}
}
