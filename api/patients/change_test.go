package patients_test

import (
	"net/http"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

const (
	ok, forbidden, missing = http.StatusOK, http.StatusForbidden, http.StatusNotFound
	stale, invalid         = http.StatusPreconditionFailed, http.StatusUnprocessableEntity
)

// staffWith is a member of the staff who has these permissions and no others.
func staffWith(t *testing.T, app *apitest.App, permissions ...string) string {
	t.Helper()
	const email = "staff.few@example.org"
	apitest.StaffWith(t, testOwner(t, app), email, permissions...)
	return email
}

func TestChange(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	path := patients + "/" + w.Patient.String()
	fixture.Insert(t, app.Env.DB, "patient_conditions", fixture.Row{
		"patient_id": w.Patient, "condition_id": fixture.Condition(t, app.Env.DB), "onset_date": "1999-01-01",
	})
	patch := func(name, as, etag string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPatch, Path: path, Body: body, Status: status,
			Header: map[string]string{"If-Match": etag}, WantErrors: errors}
	}
	with := func(s apitest.Scenario, texts ...string) apitest.Scenario {
		s.Contains = texts
		return s
	}
	contact := object{"emergency_contact": object{"name": "Nick", "phone": "+1 617 555 0101"}}
	renamed := object{"first_name": "Anna"}
	app.Run(t, []apitest.Scenario{
		patch("anonymous", "", `"v1"`, renamed, http.StatusUnauthorized),
		patch("another patient", apitest.OtherPatient, `"v1"`, contact, missing),
		patch("a foreign doctor", apitest.OtherDoctor, `"v1"`, renamed, missing),
		patch("a foreign institution", apitest.OtherClinic, `"v1"`, renamed, missing),
		patch("a colleague", apitest.Colleague, `"v1"`, contact, forbidden),
		patch("a role that only reads", staffWith(t, app, "patients:read"), `"v1"`, renamed, forbidden),
		patch("the patient, who they are", apitest.Patient, `"v1"`, object{"first_name": "Anna", "sex": "male", "emergency_contact": nil},
			forbidden, "/first_name forbidden", "/sex forbidden"),
		patch("without If-Match", apitest.Doctor, "", renamed, http.StatusPreconditionRequired),
		patch("another version", apitest.Doctor, `"v2"`, renamed, stale),
		patch("what the schema refuses", apitest.Doctor, `"v1"`, object{"last_name": "", "date_of_birth": "yesterday", "deceased_at": "now", "doctor_id": w.Colleague, "active": false},
			invalid, "/last_name too_short", "/date_of_birth format", "/deceased_at format", "/doctor_id unexpected", "/active unexpected"),
		patch("what the rules refuse", apitest.Doctor, `"v1"`, object{"first_name": " ", "last_name": nil, "sex": "x", "gender": "y",
			"date_of_birth": "2999-01-01", "emergency_contact": object{"name": "Nick"}},
			invalid, "/first_name blank", "/last_name required", "/sex not_found", "/gender not_found", "/date_of_birth in_future", "/emergency_contact/phone required"),
		patch("what names don't have", apitest.Doctor, `"v1"`, object{"first_name": "Ana\u202e", "last_name": "<i>", "emergency_contact": object{"name": "N\u0007", "phone": "+16175550100"}},
			invalid, "/first_name characters", "/last_name characters", "/emergency_contact/name characters"),
		patch("not a phone number", apitest.Doctor, `"v1"`, object{"emergency_contact": object{"name": "Nick", "phone": "12"}}, invalid, "/emergency_contact/phone format"),
		patch("too old", apitest.Doctor, `"v1"`, object{"date_of_birth": "1880-01-01"}, invalid, "/date_of_birth out_of_range"),
		patch("death before birth", apitest.Doctor, `"v1"`, object{"deceased_at": "1970-01-01T00:00:00Z"}, invalid, "/deceased_at before_birth"),
		patch("death to come", apitest.Doctor, `"v1"`, object{"deceased_at": "2999-01-01T00:00:00Z"}, invalid, "/deceased_at in_future"),
		patch("born after the first diagnosis", apitest.Doctor, `"v1"`, object{"date_of_birth": "2001-01-01"}, invalid, "/date_of_birth before_birth"),

		with(patch("nothing", apitest.Doctor, `"v1"`, object{}, ok), `"version":1`),
		with(patch("the patient, whom to call", apitest.Patient, `"v1"`, contact, ok), `"phone":"+16175550101"`, `"version":2`),
		with(patch("a part of it", apitest.Patient, `"v2"`, object{"emergency_contact": object{"name": "Nicholas"}}, ok), `"Nicholas"`, `"phone":"+16175550101"`),
		patch("half of it away", apitest.Patient, `"v3"`, object{"emergency_contact": object{"name": nil}}, invalid, "/emergency_contact/name required"),
		with(patch("the doctor", apitest.Doctor, `"v3"`, object{"first_name": "Anna", "gender": "woman", "date_of_birth": "1981-06-15", "deceased_at": "2026-01-31T07:30:00+01:00"}, ok),
			`"first_name":"Anna"`, `"gender":"woman"`, `"1981-06-15"`, `"2026-01-31T06:30:00Z"`, `"deceased":true`, `"deceased_date":"2026-01-31"`, `"last_name":"García"`, `"pending"`),
		with(patch("the institution", apitest.Hospital, "*", object{"deceased_at": nil, "gender": nil, "sex": "male"}, ok), `"deceased":false`, `"deceased_date":null`, `"deceased_at":null`, `"gender":null`, `"sex":"male"`),
		with(patch("staff", apitest.Editor, "*", object{"emergency_contact": nil}, ok), `"sex":"male"`),
	})
	var fields []string
	for _, e := range app.Events(t, "patient.update") {
		assert.Equal(t, w.Patient.String(), e.PatientID)
		fields = append(fields, string(e.Payload))
	}
	assert.Equal(t, []string{
		`{"fields": []}`,
		`{"fields": ["emergency_contact/name", "emergency_contact/phone"]}`,
		`{"fields": ["emergency_contact/name"]}`,
		`{"fields": ["first_name", "date_of_birth", "gender", "deceased", "deceased_date", "deceased_at"]}`,
		`{"fields": ["sex", "gender", "deceased", "deceased_date", "deceased_at"]}`,
		`{"fields": ["emergency_contact/name", "emergency_contact/phone"]}`,
	}, fields, "the trail names the fields, not what they hold")
}

func TestActivation(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	path := patients + "/" + w.Patient.String()
	post := func(name, as, verb string, status int, contains ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: path + verb, Status: status, Contains: contains}
	}
	app.Run(t, []apitest.Scenario{
		post("anonymous", "", "/deactivate", http.StatusUnauthorized),
		post("the patient", apitest.Patient, "/deactivate", forbidden),
		post("the doctor", apitest.Doctor, "/deactivate", forbidden),
		post("a foreign institution", apitest.OtherClinic, "/deactivate", missing),
		post("the institution", apitest.Hospital, "/deactivate", ok, `"active":false`, `"version":2`),
		post("again", apitest.Hospital, "/deactivate", ok, `"active":false`, `"version":2`),
		{Name: "lists leave them out", As: apitest.Doctor, Path: patients, Status: ok, Excludes: []string{w.Patient.String()}},
		{Name: "but for one of such", As: apitest.Doctor, Path: patients + "?active=false", Status: ok, Contains: []string{w.Patient.String()}},
		post("a foreign institution wakes", apitest.OtherClinic, "/reactivate", missing),
		post("staff", apitest.Editor, "/reactivate", ok, `"active":true`, `"version":3`),
	})
	assert.Len(t, app.Events(t, "patient.deactivate"), 2)
	assert.Len(t, app.Events(t, "patient.reactivate"), 1)

	app.Run(t, []apitest.Scenario{
		post("once more", apitest.Hospital, "/deactivate", ok),
		{Name: "the doctor leaves", As: apitest.Hospital, Method: http.MethodPost, Path: "/api/v1/doctors/" + w.Doctor.String() + "/suspend", Status: ok},
		post("nobody would care for them", apitest.Hospital, "/reactivate", http.StatusConflict, "/problems/doctor_inactive"),
		{Name: "but for another", As: apitest.Hospital, Method: http.MethodPost, Path: path + "/transfer", Body: object{"doctor_id": w.Colleague}, Status: ok},
		post("who does", apitest.Hospital, "/reactivate", ok, `"active":true`),
	})
}

// A denial says whose record it was about, also to who calls it theirs.
func TestDenialsOfOneself(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	app.Run(t, []apitest.Scenario{
		{Name: "a patient", As: apitest.Patient, Method: http.MethodPost, Path: patients + "/me/deactivate", Status: forbidden},
		{Name: "me, for a doctor", As: apitest.Doctor, Path: patients + "/me", Status: missing},
	})
	var of []string
	for _, e := range app.Events(t, "operation.call") {
		of = append(of, e.PatientID)
	}
	assert.Equal(t, []string{w.Patient.String(), ""}, of)
}

func TestTransfer(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	db := app.Env.DB
	retired := fixture.Doctor(t, db, fixture.Row{"institution_id": w.Hospital, "status": "retired"})
	path := patients + "/" + w.Patient.String()
	for _, status := range []string{"doctor_validated", "institution_validated"} {
		fixture.Value[string](t, db, "UPDATE patients SET validation_status = $2 WHERE id = $1 RETURNING validation_status", w.Patient, status)
	}
	post := func(name, as string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: path + "/transfer", Body: body, Status: status, WantErrors: errors}
	}
	with := func(s apitest.Scenario, texts ...string) apitest.Scenario {
		s.Contains = texts
		return s
	}
	to := func(doctor uuid.UUID) object { return object{"doctor_id": doctor} }
	app.Run(t, []apitest.Scenario{
		post("anonymous", "", to(w.Colleague), http.StatusUnauthorized),
		post("the patient", apitest.Patient, to(w.Colleague), forbidden),
		post("the doctor", apitest.Doctor, to(w.Colleague), forbidden),
		post("the colleague", apitest.Colleague, to(w.Colleague), forbidden),
		post("a foreign institution", apitest.OtherClinic, to(w.OtherDoctor), missing),
		post("staff who see no doctors", staffWith(t, app, "patients:read", "patients:update"), to(w.Colleague), forbidden),
		post("no id", apitest.Hospital, object{"doctor_id": "x", "institution_id": 1}, invalid, "/doctor_id format", "/institution_id type"),
		post("nobody", apitest.Hospital, to(uuid.New()), invalid, "/doctor_id not_found"),
		post("to another institution", apitest.Hospital, to(w.OtherDoctor), invalid, "/doctor_id not_found"),
		post("to a retired doctor", apitest.Hospital, to(retired), invalid, "/doctor_id inactive"),
		post("to another institution than the doctor's", apitest.Admin, object{"doctor_id": w.OtherDoctor, "institution_id": w.Hospital}, invalid, "/institution_id other_institution"),

		with(post("to a colleague", apitest.Hospital, to(w.Colleague), ok), `"pending"`, w.Colleague.String(), w.Hospital.String()),
		{Name: "the doctor before is a colleague", As: apitest.Doctor, Method: http.MethodPatch, Path: path, Body: object{"first_name": "X"},
			Header: map[string]string{"If-Match": "*"}, Status: forbidden},
		with(post("to another institution, by staff", apitest.Admin, object{"doctor_id": w.OtherDoctor, "institution_id": w.OtherClinic}, ok), w.OtherClinic.String()),
		{Name: "of whom the institution before knows nothing", As: apitest.Hospital, Path: path, Status: missing},
		{Name: "and the new doctor all", As: apitest.OtherDoctor, Path: path, Status: ok, Contains: []string{"García"}},
	})
	assert.Equal(t, "pending doctor_validated institution_validated pending", fixture.Value[string](t, db,
		"SELECT string_agg(to_status, ' ' ORDER BY created_at) FROM patient_validation_events WHERE patient_id = $1", w.Patient), "the history stays")
	assert.Equal(t, apitest.Hospital, fixture.Value[string](t, db, `SELECT u.email FROM patient_validation_events e JOIN users u ON u.id = e.actor_id
		WHERE e.actor_type = 'user' AND e.patient_id = $1`, w.Patient), "and says who began it anew")
	assert.Len(t, app.Events(t, "patient.transfer"), 2)
}
