package reports_test

import (
	"encoding/csv"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const overview = "/api/v1/analytics/dashboard-overview"

func TestDashboardOverview(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	var etag string
	numbers := []string{`"patient_count":2`, `"doctor_count":3`, `"institution_count":2`, `"account_count":7`,
		`"validated_patient_count":0`, `"average_consultation_fee":"120.50"`, `"full_access_percentage":0`}
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: overview, Status: http.StatusUnauthorized},
		{Name: "patient", As: apitest.Patient, Path: overview, Status: http.StatusForbidden, Excludes: []string{"_count"}},
		{Name: "first", As: apitest.Admin, Path: overview, Status: http.StatusOK, Contains: numbers,
			WantHeader: map[string]string{"X-Cache": "miss", "Cache-Control": "private, no-cache"},
			Check:      func(_ *testing.T, answer *httptest.ResponseRecorder) { etag = answer.Header().Get("ETag") }},
		{Name: "again", As: apitest.Editor, Path: overview, Status: http.StatusOK, Contains: numbers, WantHeader: map[string]string{"X-Cache": "hit"}},
	})
	require.NotEmpty(t, etag)
	unchanged := apitest.Scenario{Name: "unchanged", As: apitest.Admin, Path: overview,
		Header: map[string]string{"If-None-Match": etag}, Status: http.StatusNotModified}
	app.Run(t, []apitest.Scenario{
		unchanged,
		{Name: "a patient more", As: apitest.Admin, Method: http.MethodPost, Path: "/api/v1/patients", Status: http.StatusCreated,
			Body: map[string]any{"doctor_id": w.Doctor, "first_name": "N", "last_name": "N", "date_of_birth": "2000-01-01", "sex": "male"}},
		{Name: "counts at once", As: apitest.Admin, Path: overview, Header: map[string]string{"If-None-Match": etag}, Status: http.StatusOK,
			Contains: []string{`"patient_count":3`}, WantHeader: map[string]string{"X-Cache": "miss"}},
	})
}

func TestDashboardOverviewOfNothing(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.Staff(t, app.Env.DB, apitest.Admin, "admin")
	body := apitest.Get[map[string]any](t, app, apitest.Admin, overview)
	assert.Nil(t, body["average_consultation_fee"])
	assert.InDelta(t, 0, body["full_access_percentage"], 0)
	assert.InDelta(t, 0, body["patient_count"], 0)
}

const prefix = "/api/v1/analytics/"

// What is cached is what is sent, first and later, with text as it is.
func TestReportsAreSentAsTheyAreCached(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	require.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "UPDATE doctors SET last_name = 'O<Neil' WHERE id = $1 RETURNING 1", w.Doctor))
	for _, path := range []string{overview, prefix + "doctor-performance"} {
		var first []byte
		ask := apitest.Scenario{Name: path, As: apitest.Admin, Path: path, Status: http.StatusOK,
			Check: func(t *testing.T, answer *httptest.ResponseRecorder) {
				if first == nil {
					first = answer.Body.Bytes()
				}
				assert.Equal(t, string(first), answer.Body.String())
			}}
		again := ask
		again.Name += " again"
		if path != overview {
			ask.Contains = []string{`{"items":[{`, "O<Neil"}
		}
		app.Run(t, []apitest.Scenario{ask, again})
	}
}

var (
	clinical = []string{"health-condition-stats", "health-condition-prevalence", "doctor-performance-stats", "institution-analytics"}
	others   = []string{"dashboard-overview", "doctor-performance", "doctor-specialty-distribution", "geographic-distribution",
		"patient-validation-status", "monthly-registrations", "patient-stats-by-month"}
)

// Figures are about who asks, or whom they may name; anybody else is as if they weren't there.
func TestScope(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	institution := func(id uuid.UUID) string { return overview + "?institution_id=" + id.String() }
	doctor := func(id uuid.UUID) string { return overview + "?doctor_id=" + id.String() }
	hospital := []string{`"patient_count":1`, `"doctor_count":2`, `"institution_count":1`, `"account_count":4`, `"average_consultation_fee":"120.50"`}
	own := []string{`"patient_count":1`, `"doctor_count":1`, `"institution_count":1`, `"account_count":2`}
	colleague := []string{`"patient_count":0`, `"doctor_count":1`, `"average_consultation_fee":null`}
	app.Run(t, []apitest.Scenario{
		{Name: "doctor", As: apitest.Doctor, Path: overview, Status: http.StatusOK, Contains: own},
		{Name: "doctor by me", As: apitest.Doctor, Path: overview + "?doctor_id=me", Status: http.StatusOK, Contains: own, WantHeader: map[string]string{"X-Cache": "hit"}},
		{Name: "doctor by id", As: apitest.Doctor, Path: doctor(w.Doctor), Status: http.StatusOK, Contains: own},
		{Name: "colleague", As: apitest.Colleague, Path: overview, Status: http.StatusOK, Contains: colleague},
		{Name: "doctor of a colleague", As: apitest.Doctor, Path: doctor(w.Colleague), Status: http.StatusNotFound},
		{Name: "doctor of the institution", As: apitest.Doctor, Path: institution(w.Hospital), Status: http.StatusNotFound},
		{Name: "doctor as an institution", As: apitest.Doctor, Path: overview + "?institution_id=me", Status: http.StatusNotFound},
		{Name: "institution", As: apitest.Hospital, Path: overview, Status: http.StatusOK, Contains: hospital},
		{Name: "institution by me", As: apitest.Hospital, Path: overview + "?institution_id=me", Status: http.StatusOK, Contains: hospital},
		{Name: "institution of its doctor", As: apitest.Hospital, Path: doctor(w.Doctor), Status: http.StatusOK, Contains: own},
		{Name: "institution of another doctor of its", As: apitest.Hospital, Path: doctor(w.Colleague), Status: http.StatusOK, Contains: colleague},
		{Name: "institution of a foreign doctor", As: apitest.Hospital, Path: doctor(w.OtherDoctor), Status: http.StatusNotFound},
		{Name: "institution of a foreign institution", As: apitest.Hospital, Path: institution(w.OtherClinic), Status: http.StatusNotFound},
		{Name: "institution of nobody", As: apitest.Hospital, Path: institution(uuid.New()), Status: http.StatusNotFound},
		{Name: "staff of an institution", As: apitest.Editor, Path: institution(w.Hospital), Status: http.StatusOK, Contains: hospital},
		{Name: "staff of a doctor", As: apitest.Editor, Path: doctor(w.Doctor), Status: http.StatusOK, Contains: own},
		{Name: "staff of both", As: apitest.Editor, Path: institution(w.Hospital) + "&doctor_id=" + w.Doctor.String(), Status: http.StatusOK, Contains: own},
		{Name: "staff of two that don't belong together", As: apitest.Editor, Path: institution(w.Hospital) + "&doctor_id=" + w.OtherDoctor.String(), Status: http.StatusNotFound},
		{Name: "staff of nobody", As: apitest.Admin, Path: doctor(uuid.New()), Status: http.StatusNotFound},
		{Name: "staff are no doctors", As: apitest.Admin, Path: overview + "?doctor_id=me", Status: http.StatusNotFound},
		{Name: "patient", As: apitest.Patient, Path: doctor(w.Doctor), Status: http.StatusForbidden, Excludes: []string{"_count"}},
	})
	require.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "UPDATE doctors SET status = 'suspended' WHERE id = $1 RETURNING 1", w.Doctor))
	app.Run(t, []apitest.Scenario{
		{Name: "suspended", As: apitest.Doctor, Path: overview, Status: http.StatusForbidden, Excludes: []string{"_count"}},
	})
}

// Who may not read patients' records sees no clinical figures.
func TestClinicalFigures(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	const analyst = "staff.analyst@example.org"
	apitest.StaffWith(t, app.Env.DB, analyst, "analytics:read")
	condition := fixture.Condition(t, app.Env.DB)
	for _, patient := range []uuid.UUID{cast.Patient, cast.OtherPatient, cast.Insured} {
		fixture.Insert(t, app.Env.DB, "patient_conditions", fixture.Row{"patient_id": patient, "condition_id": condition, "onset_date": "2020-01-01"})
	}
	ask := func(as, name string) *httptest.ResponseRecorder {
		return app.Do(app.Request(t, apitest.Scenario{As: as, Path: prefix + name}))
	}
	for _, name := range slices.Concat(clinical, others) {
		want := http.StatusOK
		if slices.Contains(clinical, name) {
			want = http.StatusForbidden
		}
		for _, caller := range []string{apitest.Insurer, analyst} {
			assert.Equal(t, want, ask(caller, name).Code, "%s as %s", name, caller)
		}
		for _, caller := range []string{apitest.Admin, apitest.Editor, apitest.Hospital, apitest.Doctor} {
			assert.Equal(t, http.StatusOK, ask(caller, name).Code, "%s as %s", name, caller)
		}
	}
	assert.Contains(t, ask(apitest.Admin, "health-condition-prevalence").Body.String(), `"patient_count":3,"percentage":100}`)
	assert.Contains(t, ask(apitest.Hospital, "health-condition-prevalence").Body.String(), `"patient_count":1,"percentage":100}`)
	assert.Contains(t, ask(apitest.Doctor, "institution-analytics").Body.String(), `"patient_count":1,"percentage":100}]`)
	assert.Contains(t, ask(apitest.Doctor, "doctor-performance-stats").Body.String(), `"patient_count":1}]`)
	assert.Contains(t, ask(apitest.Colleague, "health-condition-prevalence").Body.String(), `{"items":[]}`)
}

// Reports whose rows grow with the platform are cut after those with the most patients.
func TestLongReportsAreCut(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.OtherDoctor})
	fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.OtherDoctor})
	for name, most := range map[string]string{
		"doctor-performance": w.OtherDoctor.String(), "doctor-performance-stats": w.OtherDoctor.String(),
		"institution-analytics": w.OtherClinic.String(), "geographic-distribution": `"patient_count":`, "health-condition-prevalence": "",
	} {
		answer := app.Do(app.Request(t, apitest.Scenario{As: apitest.Admin, Path: prefix + name + "?limit=1"}))
		require.Equal(t, http.StatusOK, answer.Code, answer.Body)
		assert.LessOrEqual(t, len(apitest.Decode[struct{ Items []any }](t, answer).Items), 1, name)
		assert.Contains(t, answer.Body.String(), most, name)
	}
	app.Run(t, []apitest.Scenario{
		{Name: "more than there may be", As: apitest.Admin, Path: prefix + "doctor-performance?limit=1001", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/limit out_of_range"}},
		{Name: "of what has few rows", As: apitest.Admin, Path: prefix + "patient-validation-status?limit=1", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/limit unexpected"}},
	})
}

// A change is in the next answer.
func TestChangesAreSeen(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	stats := apitest.Scenario{As: apitest.Hospital, Path: prefix + "health-condition-stats", Status: http.StatusOK}
	before, after := stats, stats
	before.Name, before.Contains = "before", []string{`"smoker_count":0`}
	after.Name, after.Contains, after.WantHeader = "after", []string{`"smoker_count":1`}, map[string]string{"X-Cache": "miss"}
	app.Run(t, []apitest.Scenario{
		before,
		{Name: "a smoker", As: apitest.Patient, Method: http.MethodPatch, Path: "/api/v1/patients/me/health-profile", Status: http.StatusOK,
			Header: map[string]string{"If-Match": "*"}, Body: map[string]any{"smoking_status": "current"}},
		after,
	})
}

// Every report is about the hospital alone when the hospital asks, in JSON and in CSV, and the two don't mix.
func TestFormats(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	require.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "UPDATE doctors SET first_name = '=cmd' WHERE id = $1 RETURNING 1", w.Colleague))
	for _, name := range slices.Concat(clinical, others) {
		inJSON := app.Do(app.Request(t, apitest.Scenario{As: apitest.Hospital, Path: prefix + name}))
		inCSV := app.Do(app.Request(t, apitest.Scenario{As: apitest.Hospital, Path: prefix + name, Header: map[string]string{"Accept": "text/csv"}}))
		for _, answer := range []*httptest.ResponseRecorder{inJSON, inCSV} {
			require.Equal(t, http.StatusOK, answer.Code, name)
			assert.Equal(t, 1, strings.Count(" "+strings.Join(answer.Header().Values("Vary"), ", ")+",", " Accept,"), "%s: %v", name, answer.Header().Values("Vary"))
			assert.Equal(t, "private, no-cache", answer.Header().Get("Cache-Control"))
			assert.NotContains(t, answer.Body.String(), "Other Clinic", name)
			assert.NotContains(t, answer.Body.String(), "Olga", name)
		}
		assert.Equal(t, "application/json", inJSON.Header().Get("Content-Type"), name)
		assert.Empty(t, inJSON.Header().Get("Content-Disposition"), name)
		assert.Equal(t, "text/csv; charset=utf-8", inCSV.Header().Get("Content-Type"), name)
		assert.Equal(t, `attachment; filename="`+name+`.csv"`, inCSV.Header().Get("Content-Disposition"), name)
		assert.Equal(t, "hit", inCSV.Header().Get("X-Cache"), "%s: the rows are those of the answer before", name)
		assert.NotEqual(t, inJSON.Header().Get("ETag"), inCSV.Header().Get("ETag"), name)
		lines, err := csv.NewReader(inCSV.Body).ReadAll()
		require.NoError(t, err, name)
		body := apitest.Decode[map[string]any](t, inJSON)
		rows := []any{body}
		if items, list := body["items"].([]any); list {
			rows = items
		}
		require.Len(t, lines, len(rows)+1, name)
		if len(rows) > 0 {
			for member := range rows[0].(map[string]any) {
				assert.Contains(t, lines[0], member, name)
			}
		}
		for tag, status := range map[string]int{inCSV.Header().Get("ETag"): http.StatusNotModified, inJSON.Header().Get("ETag"): http.StatusOK} {
			app.Run(t, []apitest.Scenario{{Name: name + " conditional", As: apitest.Hospital, Path: prefix + name, Status: status,
				Header: map[string]string{"Accept": "text/csv", "If-None-Match": tag},
				Check: func(t *testing.T, answer *httptest.ResponseRecorder) {
					assert.Contains(t, answer.Header().Values("Vary"), "Accept")
				}}})
		}
	}
	app.Run(t, []apitest.Scenario{
		{Name: "no formula", As: apitest.Admin, Path: prefix + "doctor-performance", Header: map[string]string{"Accept": "text/csv"},
			Status: http.StatusOK, Contains: []string{",'=cmd", "120.50"}, Excludes: []string{",=cmd"}},
		{Name: "JSON is liked better", As: apitest.Admin, Path: overview, Header: map[string]string{"Accept": "text/csv;q=0.5, application/json"},
			Status: http.StatusOK, WantHeader: map[string]string{"Content-Type": "application/json"}},
		{Name: "errors are problems", As: apitest.Patient, Path: overview, Header: map[string]string{"Accept": "text/csv"}, Status: http.StatusForbidden},
		{Name: "other operations know no CSV", As: apitest.Admin, Path: "/api/v1/patients", Header: map[string]string{"Accept": "text/csv"},
			Status: http.StatusOK, WantHeader: map[string]string{"Content-Type": "application/json"}},
	})
}

func TestPeriods(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	for patient, at := range map[uuid.UUID]string{w.Patient: "2024-01-31T23:59:59Z", w.OtherPatient: "2024-03-01T00:00:00Z"} {
		require.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "UPDATE patients SET created_at = $2 WHERE id = $1 RETURNING 1", patient, at))
	}
	registrations, stats := prefix+"monthly-registrations", prefix+"patient-stats-by-month"
	january, march := `"month":"2024-01"`, `"month":"2024-03"`
	app.Run(t, []apitest.Scenario{
		{Name: "all", As: apitest.Admin, Path: registrations, Status: http.StatusOK, Contains: []string{january, march}},
		{Name: "from", As: apitest.Admin, Path: registrations + "?from=2024-02", Status: http.StatusOK, Contains: []string{march}, Excludes: []string{january}},
		{Name: "to", As: apitest.Admin, Path: registrations + "?to=2024-01", Status: http.StatusOK, Contains: []string{january}, Excludes: []string{march}},
		{Name: "one month", As: apitest.Admin, Path: registrations + "?from=2024-03&to=2024-03", Status: http.StatusOK, Contains: []string{march}, Excludes: []string{january}},
		{Name: "the hospital's", As: apitest.Hospital, Path: registrations + "?from=2024-01", Status: http.StatusOK, Contains: []string{january}, Excludes: []string{march}},
		{Name: "backwards", As: apitest.Admin, Path: registrations + "?from=2024-03&to=2024-01", Status: http.StatusUnprocessableEntity, WantErrors: []string{"/to out_of_range"}},
		{Name: "all mistakes", As: apitest.Admin, Path: registrations + "?from=2024-13&to=0000-01&doctor_id=x&institution_id=1&year=2024", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/from format", "/to format", "/doctor_id format", "/institution_id format", "/year unexpected"}},
		{Name: "a year", As: apitest.Admin, Path: stats + "?year=2024", Status: http.StatusOK, Contains: []string{`"month":"2024-12","new_patient_count":0,"cumulative_patient_count":2`}},
		{Name: "a year of a doctor", As: apitest.Doctor, Path: stats + "?year=2024", Status: http.StatusOK, Contains: []string{`"month":"2024-12","new_patient_count":0,"cumulative_patient_count":1`}},
		{Name: "this year", As: apitest.Admin, Path: stats, Status: http.StatusOK, Contains: []string{`"cumulative_patient_count":2`}},
		{Name: "no year", As: apitest.Admin, Path: stats + "?year=1", Status: http.StatusUnprocessableEntity, WantErrors: []string{"/year out_of_range"}},
	})
}

func TestReportsAreInTheTrail(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	app.Run(t, []apitest.Scenario{
		{Name: "miss", As: apitest.Hospital, Path: prefix + "geographic-distribution?doctor_id=" + w.Doctor.String(), Status: http.StatusOK},
		{Name: "hit", As: apitest.Hospital, Path: prefix + "geographic-distribution?doctor_id=" + w.Doctor.String(), Status: http.StatusOK, WantHeader: map[string]string{"X-Cache": "hit"}},
	})
	wait.Until(t, func() bool {
		return fixture.Value[int](t, app.Env.DB, `SELECT count(*) FROM (
			SELECT action, entity_id, payload FROM audit_inbox UNION ALL SELECT action, entity_id, payload FROM audit_events) trail
			WHERE action = 'analytics.read' AND entity_id = 'geographic_distribution'
			  AND payload = jsonb_build_object('institution_id', $1::text, 'doctor_id', $2::text)`, w.Hospital.String(), w.Doctor.String()) == 2
	})
}
