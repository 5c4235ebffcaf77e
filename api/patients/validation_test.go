package patients_test

import (
	"net/http"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

type validation struct {
	Status          string
	RejectionReason *string `json:"rejection_reason"`
	NextSteps       []struct {
		To      string
		By      []string
		MayTake bool `json:"may_take"`
	} `json:"next_steps"`
	History []struct {
		From, Reason *string
		To           string
		By           struct {
			Kind string
			Name *string
		}
	}
	Version int
}

func TestValidation(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	path := patients + "/" + w.Patient.String() + "/validation"
	step := func(name, as, etag string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: path + "/steps", Body: body, Status: status,
			Header: map[string]string{"If-Match": etag}, WantErrors: errors}
	}
	with := func(s apitest.Scenario, texts ...string) apitest.Scenario {
		s.Contains = texts
		return s
	}
	to := func(status string) object { return object{"to": status} }
	reject := object{"to": "rejected", "reason": "Another person's card."}
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: path, Status: http.StatusUnauthorized, Excludes: []string{"pending"}},
		{Name: "another patient", As: apitest.OtherPatient, Path: path, Status: missing},
		{Name: "a foreign doctor", As: apitest.OtherDoctor, Path: path, Status: missing},
		{Name: "a foreign institution", As: apitest.OtherClinic, Path: path, Status: missing},
		{Name: "the patient", As: apitest.Patient, Path: patients + "/me/validation", Status: ok, WantHeader: map[string]string{"ETag": `"v1"`, "Cache-Control": "no-store"},
			Contains: []string{`"next_steps":[{"to":"doctor_validated","taken_by":["doctor"],"may_take":false},{"to":"rejected","taken_by":["doctor"],"may_take":false}]`,
				`"from":null,"to":"pending","by":{"kind":"system","name":null},"reason":null`}},
		{Name: "the doctor", As: apitest.Doctor, Path: path, Status: ok, Contains: []string{`{"to":"doctor_validated","taken_by":["doctor"],"may_take":true}`}},
		{Name: "a colleague", As: apitest.Colleague, Path: path, Status: ok, Excludes: []string{`"may_take":true`}},
		{Name: "unchanged", As: apitest.Doctor, Path: path, Header: map[string]string{"If-None-Match": `"v1"`}, Status: http.StatusNotModified},

		step("anonymous steps", "", `"v1"`, to("doctor_validated"), http.StatusUnauthorized),
		step("another patient steps", apitest.OtherPatient, `"v1"`, to("doctor_validated"), missing),
		step("a foreign doctor steps", apitest.OtherDoctor, `"v1"`, to("doctor_validated"), missing),
		step("a foreign institution steps", apitest.OtherClinic, `"v1"`, to("doctor_validated"), missing),
		step("of nobody", apitest.Admin, `"v1"`, reject, forbidden),
		step("the patient steps", apitest.Patient, `"v1"`, to("doctor_validated"), forbidden),
		step("a colleague steps", apitest.Colleague, `"v1"`, to("doctor_validated"), forbidden),
		step("the institution, too soon", apitest.Hospital, `"v1"`, to("doctor_validated"), forbidden),
		step("a role that only updates", staffWith(t, app, "patients:read", "patients:update"), `"v1"`, to("doctor_validated"), forbidden),
		step("without If-Match", apitest.Doctor, "", to("doctor_validated"), http.StatusPreconditionRequired),
		step("another version", apitest.Doctor, `"v2"`, to("doctor_validated"), stale),
		step("what the schema refuses", apitest.Doctor, `"v1"`, object{"to": "done", "reason": 1, "validation_status": "full_access", "by": "me"}, invalid,
			"/to not_allowed", "/reason type", "/validation_status unexpected", "/by unexpected"),
		step("nothing", apitest.Doctor, `"v1"`, object{}, invalid, "/to required"),
		step("a rejection without reason", apitest.Doctor, `"v1"`, object{"to": "rejected", "reason": " "}, invalid, "/reason required"),
		step("a reason without rejection", apitest.Doctor, `"v1"`, object{"to": "doctor_validated", "reason": "Fine."}, invalid, "/reason unexpected"),
		with(step("a leap", apitest.Doctor, `"v1"`, to("full_access"), http.StatusConflict),
			"/problems/step_not_possible", "From pending, the possible steps are to doctor_validated and to rejected."),

		with(step("the doctor rejects", apitest.Doctor, `"v1"`, reject, ok), `"status":"rejected"`, `"rejection_reason":"Another person's card."`, `"version":2`,
			`"next_steps":[{"to":"pending","taken_by":["patient","doctor","institution","staff"],"may_take":true}]`),
		step("the editor asks again", apitest.Editor, `"v2"`, to("pending"), forbidden),
		with(step("the patient asks again", apitest.Patient, `"v2"`, to("pending"), ok), `"status":"pending"`, `"rejection_reason":null`),
		with(step("the doctor", apitest.Doctor, "*", to("doctor_validated"), ok), `"status":"doctor_validated"`),
		step("the doctor for the institution", apitest.Doctor, "*", to("institution_validated"), forbidden),
		step("staff for the institution", apitest.Admin, "*", to("institution_validated"), forbidden),
		with(step("the institution", apitest.Hospital, `"v4"`, to("institution_validated"), ok), `"status":"institution_validated"`),
		step("the editor", apitest.Editor, "*", to("full_access"), forbidden),
		with(step("an administrator", apitest.Admin, `"v5"`, to("full_access"), ok), `"status":"full_access"`, `"next_steps":[]`),
		with(step("beyond the end", apitest.Admin, "*", reject, http.StatusConflict), "No steps are possible from full_access."),
	})

	told := apitest.Get[validation](t, app, apitest.Patient, path)
	var history []string
	for _, e := range told.History {
		name := ""
		if e.By.Name != nil {
			name = *e.By.Name
		}
		history = append(history, e.To+" by "+e.By.Kind+" "+name)
	}
	assert.Equal(t, []string{
		"full_access by staff Admin", "institution_validated by institution Hospital", "doctor_validated by doctor Dora Doctor",
		"pending by patient ", "rejected by doctor Dora Doctor", "pending by system ",
	}, history)
	assert.Equal(t, "Another person's card.", *told.History[4].Reason)

	events := app.Events(t, "patient.validate")
	require.Len(t, events, 5)
	assert.JSONEq(t, `{"from": "pending", "to": "rejected"}`, string(events[0].Payload), "the reason stays in the record")
	for _, e := range events {
		assert.Equal(t, w.Patient.String(), e.PatientID)
	}
	assert.NotEmpty(t, app.Events(t, "validation.read"))
}

// A step that is repeated under its key is taken once, and the answer told again.
// Who registers a patient begins the history; a deactivated patient's validation stands still.
func TestValidationBeginsWithARegistrationAndRestsWithThePatient(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	answer := app.Do(app.Request(t, apitest.Scenario{As: apitest.Doctor, Method: http.MethodPost, Path: patients,
		Body: object{"first_name": "Nora", "last_name": "New", "date_of_birth": "1990-02-28", "sex": "female"}}))
	require.Equal(t, http.StatusCreated, answer.Code, answer.Body.String())
	path := patients + "/" + apitest.Decode[struct{ ID string }](t, answer).ID
	step := apitest.Scenario{Name: "no step", As: apitest.Doctor, Method: http.MethodPost, Path: path + "/validation/steps",
		Header: map[string]string{"If-Match": "*"}, Body: object{"to": "doctor_validated"}, Status: http.StatusConflict,
		Contains: []string{"/problems/step_not_possible", "Reactivate the patient first."}}
	app.Run(t, []apitest.Scenario{
		{Name: "begun by the doctor", As: apitest.Doctor, Path: path + "/validation", Status: http.StatusOK, Contains: []string{`"to":"pending","by":{"kind":"doctor"`}},
		{Name: "deactivate", As: apitest.Hospital, Method: http.MethodPost, Path: path + "/deactivate", Status: http.StatusOK},
		{Name: "rests", As: apitest.Doctor, Path: path + "/validation", Status: http.StatusOK, Contains: []string{`"next_steps":[]`}},
		step,
	})
}

func TestValidationStepIsRepeatable(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	fixture.Value[string](t, app.Env.DB,
		"UPDATE patients SET validation_status = 'rejected', rejection_reason = 'x' WHERE id = $1 RETURNING validation_status", w.Patient)
	s := apitest.Scenario{As: apitest.Patient, Method: http.MethodPost, Path: patients + "/me/validation/steps", Body: object{"to": "pending"},
		Status: ok, Header: map[string]string{"If-Match": `"v2"`, "Idempotency-Key": uuid.NewString()}, Contains: []string{`"version":3`}}
	first, again := s, s
	first.Name, again.Name = "first", "again"
	again.WantHeader = map[string]string{"Idempotency-Replayed": "true", "ETag": `"v3"`}
	app.Run(t, []apitest.Scenario{first, again})
	assert.Equal(t, 3, fixture.Value[int](t, app.Env.DB, "SELECT count(*) FROM patient_validation_events WHERE patient_id = $1", w.Patient))
	repeats := app.Events(t, "request.repeat")
	require.Len(t, repeats, 1)
	assert.Equal(t, w.Patient.String(), repeats[0].PatientID)
}
