package auditevents_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const events = "/api/v1/cms/audit-events"

type event struct {
	Number     int    `json:"sequence_number"`
	ActorType  string `json:"actor_type"`
	ActorID    string `json:"actor_id"`
	Action     string
	Outcome    string
	EntityID   string `json:"entity_id"`
	PatientID  string `json:"patient_id"`
	Purpose    string `json:"purpose_of_use"`
	RequestID  string `json:"request_id"`
	SourceIP   string `json:"ip"`
	Count      int    `json:"result_count"`
	OccurredAt time.Time
	Payload    map[string]any
}

type list struct {
	Items      []event
	NextCursor string `json:"next_cursor"`
	PrevCursor string `json:"prev_cursor"`
}

// seal makes what was recorded so far visible.
func seal(t *testing.T, app *apitest.App) {
	t.Helper()
	require.NoError(t, app.Trail.Ship(t.Context()))
	require.NoError(t, app.Trail.Seal(t.Context()))
	recorded := len(app.Events(t))
	wait.Until(t, func() bool { // another sequencer may be at it
		report, err := app.Trail.Verify(t.Context(), nil, nil)
		return assert.NoError(t, err) && assert.Empty(t, report.Findings) && int(report.Records) >= recorded
	})
}

func TestListEvents(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	app.SignIn(t, apitest.Admin)
	mine, foreign := "/api/v1/patients/"+w.Patient.String(), "/api/v1/patients/"+w.OtherPatient.String()
	treat := map[string]string{"X-Request-Id": "request-one", "X-Purpose-Of-Use": "TREAT"}
	app.Run(t, []apitest.Scenario{
		{Name: "read", As: apitest.Doctor, Path: mine, Header: treat, Status: http.StatusOK},
		{Name: "no such purpose", As: apitest.Doctor, Path: mine + "?x=1", Header: map[string]string{"X-Purpose-Of-Use": "CURIOSITY"},
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/X-Purpose-Of-Use not_allowed", "/x unexpected"}},
		{Name: "list", As: apitest.Admin, Path: "/api/v1/patients", Header: map[string]string{"X-Request-Id": "request-list"}, Status: http.StatusOK},
		{Name: "not theirs", As: apitest.Doctor, Path: foreign, Status: http.StatusNotFound},
		{Name: "not allowed", As: apitest.Doctor, Path: events, Status: http.StatusForbidden},
		{Name: "refused before the handler", As: apitest.Editor, Method: http.MethodPost, Path: "/api/v1/patients", Status: http.StatusForbidden,
			Body: map[string]any{"first_name": "N", "last_name": "N", "date_of_birth": "2000-01-01", "sex": "male", "doctor_id": w.Doctor}},
		{Name: "anonymous", Path: mine, Status: http.StatusUnauthorized},
		{Name: "dashboard", As: apitest.Admin, Path: "/api/v1/analytics/dashboard-overview", Status: http.StatusOK},
	})
	seal(t, app)
	get := func(query string) []event { return apitest.Get[list](t, app, apitest.Admin, events+"?"+query).Items }

	one := get("request_id=request-one")
	require.Len(t, one, 1)
	assert.Equal(t, []any{"patient.read", "success", "user", w.Patient.String(), "TREAT", 1},
		[]any{one[0].Action, one[0].Outcome, one[0].ActorType, one[0].PatientID, one[0].Purpose, one[0].Count})
	assert.NotEmpty(t, one[0].SourceIP)
	listed := get("request_id=request-list")
	require.Len(t, listed, 2, "one for each patient of the page")
	assert.Equal(t, 2, listed[0].Count)
	denied := get("outcome=denied&action=operation.call")
	require.Len(t, denied, 3)
	assert.Equal(t, []string{"create-patient", "list-audit-events", "get-patient"},
		[]string{denied[0].EntityID, denied[1].EntityID, denied[2].EntityID})
	assert.Equal(t, w.OtherPatient.String(), denied[2].PatientID)
	assert.Empty(t, get("actor_type=anonymous"), "callers who haven't signed in leave no events here")
	assert.Len(t, get("patient_id="+w.OtherPatient.String()+"&outcome=denied&actor_id="+denied[2].ActorID), 1)
	assert.Len(t, get("entity_type=patient&entity_id="+w.Patient.String()+"&action=patient.read"), 2)
	assert.Empty(t, get(`entity_id=%5Cu0000`), "a backslash and u0000, which is no NUL")
	assert.Len(t, get("action=analytics.read"), 1)
	assert.NotEmpty(t, get("action=auth.login"))
	now := url.QueryEscape(time.Now().UTC().Format(time.RFC3339Nano))
	assert.Empty(t, get("from="+now+"&action=patient.read"))
	assert.NotEmpty(t, get("to="+now+"&action=patient.read"))

	// Reading the trail is in the trail, with what was asked.
	seal(t, app)
	reads := get("action=audit.read")
	require.NotEmpty(t, reads)
	assert.Equal(t, "request-one", reads[len(reads)-1].Payload["request_id"])

	first := apitest.Get[list](t, app, apitest.Admin, events+"?limit=2&outcome=success")
	next := apitest.Get[list](t, app, apitest.Admin, events+"?limit=2&outcome=success&cursor="+first.NextCursor)
	assert.Greater(t, first.Items[1].Number, next.Items[0].Number, "newest first")
	app.Run(t, []apitest.Scenario{
		{Name: "a cursor of another filter", As: apitest.Admin, Path: events + "?limit=2&cursor=" + first.NextCursor,
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/cursor invalid"}},
		{Name: "bad filters", As: apitest.Admin, Path: events + "?outcome=maybe&actor_id=me&from=today&limit=0",
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/outcome/0 not_allowed", "/actor_id format", "/from type", "/limit out_of_range"}},
		{Name: "Editor", As: apitest.Editor, Path: events, Status: http.StatusForbidden},
		{Name: "patient", As: apitest.Patient, Path: events, Status: http.StatusForbidden},
		{Name: "nobody", Path: events, Status: http.StatusUnauthorized},
		{Name: "no secrets", As: apitest.Admin, Path: events, Status: http.StatusOK,
			Excludes: []string{apitest.Password, "$2a$", "García"}},
	})
}

func TestAccessLog(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	record := "/api/v1/patients/" + w.Patient.String()
	log := record + "/access-log"
	app.Run(t, []apitest.Scenario{
		{Name: "doctor", As: apitest.Doctor, Path: record, Header: map[string]string{"X-Purpose-Of-Use": "TREAT"}, Status: http.StatusOK},
		{Name: "institution", As: apitest.Hospital, Path: record, Status: http.StatusOK},
		{Name: "foreign doctor", As: apitest.OtherDoctor, Path: record, Status: http.StatusNotFound},
		{Name: "admin", As: apitest.Admin, Path: record, Status: http.StatusOK},
	})
	seal(t, app)
	app.Run(t, []apitest.Scenario{
		{Name: "themselves", As: apitest.Patient, Path: "/api/v1/patients/me/access-log", Status: http.StatusOK,
			Contains: []string{`"kind":"doctor","name":"Dora Doctor"`, `"kind":"institution","name":"Hospital"`, `"kind":"staff","name":"Admin"`,
				`"kind":"doctor","name":"Olga Doctor"},"action":"operation.call","outcome":"denied"`, `"purpose_of_use":"TREAT"`},
			Excludes: []string{apitest.Doctor, `"ip"`, "request_id", "Stella"},
			Check: func(t *testing.T, answer *httptest.ResponseRecorder) {
				body := apitest.Decode[struct{ Items []struct{ Action string } }](t, answer)
				assert.Len(t, body.Items, 4)
			}},
		{Name: "admin", As: apitest.Admin, Path: log, Status: http.StatusOK, Contains: []string{"Dora"}},
		{Name: "another patient", As: apitest.OtherPatient, Path: log, Status: http.StatusNotFound, Excludes: []string{"Dora"}},
		{Name: "their doctor", As: apitest.Doctor, Path: log, Status: http.StatusForbidden},
		{Name: "Editor", As: apitest.Editor, Path: log, Status: http.StatusForbidden},
		{Name: "nobody", Path: log, Status: http.StatusUnauthorized},
		{Name: "an id that nobody has", As: apitest.Admin, Path: "/api/v1/patients/" + uuid.NewString() + "/access-log", Status: http.StatusNotFound},
	})
	assert.Len(t, app.Events(t, "access_log.read"), 2)
}
