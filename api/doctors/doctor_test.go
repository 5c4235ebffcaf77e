package doctors_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

const doctors = "/api/v1/doctors"

type object = map[string]any

type list struct {
	Items []struct {
		ID        uuid.UUID
		FirstName string `json:"first_name"`
	}
	NextCursor *string `json:"next_cursor"`
}

func (l list) names() []string {
	names := []string{}
	for _, item := range l.Items {
		names = append(names, item.FirstName)
	}
	return names
}

func names(want ...string) func(*testing.T, *httptest.ResponseRecorder) {
	return func(t *testing.T, answer *httptest.ResponseRecorder) {
		t.Helper()
		assert.Equal(t, want, apitest.Decode[list](t, answer).names())
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	fixture.Doctor(t, app.Env.DB, fixture.Row{"institution_id": w.Hospital, "first_name": "Zoë", "last_name": "Ábalos",
		"specialty_id": fixture.Code(t, app.Env.DB, "doctor_specialties", "cardiology")})
	fixture.Doctor(t, app.Env.DB, fixture.Row{"institution_id": w.Hospital, "first_name": "Rita", "status": "retired"})
	unprocessable := http.StatusUnprocessableEntity
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: doctors, Status: http.StatusUnauthorized},
		{Name: "a patient", As: apitest.Patient, Path: doctors, Status: http.StatusOK, Check: names("Dora")},
		{Name: "a doctor", As: apitest.Doctor, Path: doctors + "?sort=created_at", Status: http.StatusOK, Check: names("Dora", "Carl", "Zoë")},
		{Name: "the institution, by name", As: apitest.Hospital, Path: doctors + "?sort=-name", Status: http.StatusOK, Check: names("Dora", "Carl", "Zoë")},
		{Name: "another institution", As: apitest.OtherClinic, Path: doctors, Status: http.StatusOK, Check: names("Olga")},
		{Name: "staff", As: apitest.Editor, Path: doctors + "?institution_id=" + w.OtherClinic.String(), Status: http.StatusOK, Check: names("Olga")},
		{Name: "a foreign institution's", As: apitest.Doctor, Path: doctors + "?institution_id=" + w.OtherClinic.String(), Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "retired", As: apitest.Hospital, Path: doctors + "?status=retired", Status: http.StatusOK, Check: names("Rita")},
		{Name: "by specialty", As: apitest.Hospital, Path: doctors + "?specialty=cardiology", Status: http.StatusOK, Check: names("Zoë")},
		{Name: "by name", As: apitest.Hospital, Path: doctors + "?q=zoe%20ABA", Status: http.StatusOK, Check: names("Zoë")},
		{Name: "all mistakes at once", As: apitest.Hospital, Path: doctors + "?limit=0&sort=age&status=new&institution_id=x&offset=1", Status: unprocessable,
			WantErrors: []string{"/limit out_of_range", "/sort not_allowed", "/status/0 not_allowed", "/institution_id format", "/offset unexpected"}},
		{Name: "no specialty", As: apitest.Hospital, Path: doctors + "?specialty=magic", Status: unprocessable, WantErrors: []string{"/specialty not_found"}},
	})
	first := apitest.Get[list](t, app, apitest.Hospital, doctors+"?sort=name&limit=2")
	assert.Len(t, first.Items, 2)
	second := apitest.Get[list](t, app, apitest.Hospital, doctors+"?sort=name&limit=2&cursor="+*first.NextCursor)
	assert.Len(t, second.Items, 1)
	app.Run(t, []apitest.Scenario{{Name: "a cursor of another list", As: apitest.Hospital, Status: unprocessable,
		Path: doctors + "?sort=name&limit=2&specialty=cardiology&cursor=" + *first.NextCursor, WantErrors: []string{"/cursor invalid"}}})
}

func TestGet(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	own := doctors + "/" + w.Doctor.String()
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: own, Status: http.StatusUnauthorized},
		{Name: "me", As: apitest.Doctor, Path: doctors + "/me", Status: http.StatusOK, WantHeader: map[string]string{"ETag": `"v1"`},
			Contains: []string{w.Doctor.String(), `"consultation_fee":"120.50"`, `"specialty":"family_medicine"`, `"gender":null`, `"status":"active"`}},
		{Name: "their patient", As: apitest.Patient, Path: own, Status: http.StatusOK, Contains: []string{"Dora"}},
		{Name: "another patient", As: apitest.OtherPatient, Path: own, Status: http.StatusNotFound, Excludes: []string{"Dora"}},
		{Name: "another clinic", As: apitest.OtherClinic, Path: own, Status: http.StatusNotFound, Excludes: []string{"Dora"}},
		{Name: "me, for somebody who is not a doctor", As: apitest.Hospital, Path: doctors + "/me", Status: http.StatusNotFound},
		{Name: "no id", As: apitest.Admin, Path: doctors + "/1", Status: http.StatusNotFound},
		{Name: "unchanged", As: apitest.Doctor, Path: own, Header: map[string]string{"If-None-Match": `"v1"`}, Status: http.StatusNotModified},
	})
}

func newDoctor(more object) object {
	body := object{"first_name": "Nina", "last_name": "New", "licence_number": "NEW-1", "specialty": "cardiology", "sex": "female"}
	for name, value := range more {
		body[name] = value
	}
	return body
}

func TestRegister(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	closed := fixture.Institution(t, app.Env.DB, fixture.Row{"active": false})
	post := func(name, as string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: doctors, Body: body, Status: status, WantErrors: errors}
	}
	full := newDoctor(object{"gender": "woman", "years_experience": 0, "consultation_fee": "10000",
		"account": object{"email": "Nina@Example.org"}})
	unprocessable := http.StatusUnprocessableEntity
	app.Run(t, []apitest.Scenario{
		post("anonymous", "", full, http.StatusUnauthorized),
		post("a doctor", apitest.Doctor, full, http.StatusForbidden),
		post("a patient", apitest.Patient, full, http.StatusForbidden),
		post("the editor", apitest.Editor, full, http.StatusForbidden),
		post("all mistakes at once", apitest.Hospital, newDoctor(object{"first_name": " ", "licence_number": "-", "specialty": "magic", "sex": "x",
			"gender": "y", "years_experience": 81, "consultation_fee": "10000.01", "status": "retired", "account": object{"email": "nina", "password": "password"}}),
			unprocessable, "/first_name blank", "/licence_number format", "/specialty not_found", "/sex not_found", "/gender not_found",
			"/years_experience out_of_range", "/consultation_fee out_of_range", "/status unexpected", "/account/email format", "/account/password unexpected"),
		post("for another institution", apitest.Hospital, newDoctor(object{"institution_id": w.OtherClinic}), unprocessable, "/institution_id not_found"),
		post("staff, for none", apitest.Admin, newDoctor(nil), unprocessable, "/institution_id required"),
		post("staff, for a closed one", apitest.Admin, newDoctor(object{"institution_id": closed}), unprocessable, "/institution_id inactive"),
		{Name: "with everything", As: apitest.Hospital, Method: http.MethodPost, Path: doctors, Body: full, Status: http.StatusCreated,
			Contains: []string{w.Hospital.String(), `"consultation_fee":"10000.00"`, `"years_experience":0`, `"gender":"woman"`, `"status":"suspended"`, `"version":1`},
			Excludes: []string{"Nina@"}, WantHeader: map[string]string{"ETag": `"v1"`}},
		post("the same licence", apitest.Hospital, newDoctor(nil), http.StatusConflict, "/licence_number taken"),
		post("the same address", apitest.Hospital, newDoctor(object{"licence_number": "NEW-2", "account": full["account"]}), http.StatusConflict, "/account/email taken"),
		post("staff", apitest.Admin, newDoctor(object{"licence_number": "NEW-3", "institution_id": w.OtherClinic}), http.StatusCreated),
		{Name: "who signs in", As: "nina@example.org", Path: doctors + "/me", Status: http.StatusOK, Contains: []string{"Nina"}},
	})
	assert.Equal(t, 2, fixture.Value[int](t, app.Env.DB, "SELECT count(*) FROM doctors WHERE first_name = 'Nina'"), "what failed left nothing")
	assert.Equal(t, 2, events(t, app, "doctor.create"))
	assert.Equal(t, 1, events(t, app, "account.create"))
}

// events counts acts in the trail.
func events(t *testing.T, app *apitest.App, action string) int {
	t.Helper()
	return fixture.Value[int](t, app.Env.DB, `SELECT count(*) FROM
		(SELECT action FROM audit_inbox UNION ALL SELECT action FROM audit_events) AS trail WHERE action = $1`, action)
}

func TestChange(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	path := doctors + "/" + w.Doctor.String()
	patch := func(name, as, etag string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPatch, Path: path, Body: body, Status: status,
			Header: map[string]string{"If-Match": etag}, WantErrors: errors}
	}
	with := func(s apitest.Scenario, texts ...string) apitest.Scenario {
		s.Contains = texts
		return s
	}
	fee := object{"consultation_fee": "80"}
	app.Run(t, []apitest.Scenario{
		patch("anonymous", "", `"v1"`, fee, http.StatusUnauthorized),
		patch("another clinic", apitest.OtherClinic, `"v1"`, fee, http.StatusNotFound),
		patch("their patient", apitest.Patient, `"v1"`, fee, http.StatusForbidden),
		patch("a colleague", apitest.Colleague, `"v1"`, fee, http.StatusForbidden),
		patch("without If-Match", apitest.Doctor, "", fee, http.StatusPreconditionRequired),
		patch("another version", apitest.Doctor, `"v9"`, fee, http.StatusPreconditionFailed),
		patch("what others vouch for", apitest.Doctor, `"v1"`, object{"last_name": "X", "specialty": "cardiology", "consultation_fee": "1"},
			http.StatusForbidden, "/last_name forbidden", "/specialty forbidden"),
		patch("all mistakes at once", apitest.Editor, `"v1"`, object{"first_name": nil, "last_name": " ", "sex": "x", "consultation_fee": "10000.5"},
			http.StatusUnprocessableEntity, "/first_name required", "/last_name blank", "/sex not_found", "/consultation_fee out_of_range"),
		patch("what the schema refuses", apitest.Hospital, `"v1"`, object{"consultation_fee": 80, "status": "retired", "years_experience": -1},
			http.StatusUnprocessableEntity, "/consultation_fee type", "/status unexpected", "/years_experience out_of_range"),
		with(patch("nothing", apitest.Doctor, `"v1"`, object{"consultation_fee": "120.5"}, http.StatusOK), `"version":1`),
		with(patch("their own practice", apitest.Doctor, `"v1"`, object{"consultation_fee": nil, "years_experience": 7, "gender": "woman"}, http.StatusOK),
			`"version":2`, `"consultation_fee":null`, `"years_experience":7`, `"gender":"woman"`),
		patch("the version before", apitest.Hospital, `"v1"`, fee, http.StatusPreconditionFailed),
		patch("another doctor of the one whom staff let practise", apitest.Hospital, `"v2"`,
			object{"first_name": "Eva", "last_name": "Lima", "specialty": "cardiology", "licence_number": "L 1"},
			http.StatusForbidden, "/first_name forbidden", "/last_name forbidden", "/licence_number forbidden"),
		with(patch("the institution", apitest.Hospital, `"v2"`, object{"specialty": "cardiology"}, http.StatusOK), `"specialty":"cardiology"`),
		with(patch("staff, who it is", apitest.Editor, `"v3"`, object{"last_name": "Lima", "licence_number": "L 1"}, http.StatusOK),
			`"last_name":"Lima"`, `"licence_number":"L 1"`),
		with(patch("staff", apitest.Editor, "*", fee, http.StatusOK), `"consultation_fee":"80.00"`),
	})
	assert.Equal(t, 5, events(t, app, "doctor.update"))
	taken := fixture.Value[string](t, app.Env.DB, "SELECT licence_number FROM doctors WHERE id = $1", w.Colleague)
	app.Run(t, []apitest.Scenario{patch("another's licence", apitest.Editor, "*", object{"licence_number": taken}, http.StatusConflict, "/licence_number taken")})

	// A doctor who waits for staff may still be put right by the institution.
	waiting := fixture.Doctor(t, app.Env.DB, fixture.Row{"institution_id": w.Hospital, "status": "suspended"})
	app.Run(t, []apitest.Scenario{{Name: "before staff have looked", As: apitest.Hospital, Method: http.MethodPatch, Path: doctors + "/" + waiting.String(),
		Header: map[string]string{"If-Match": "*"}, Body: object{"last_name": "Lima", "licence_number": "L 2"}, Status: http.StatusOK}})
}

func TestLeaving(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	inactive := fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.Doctor, "active": false})
	idle := fixture.Doctor(t, app.Env.DB, fixture.Row{"institution_id": w.Hospital, "status": "suspended"})
	path := doctors + "/" + w.Doctor.String()
	post := func(name, as, action string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: path + "/" + action, Body: body, Status: status, WantErrors: errors}
	}
	conflict := post("with patients", apitest.Hospital, "suspend", nil, http.StatusConflict)
	conflict.Contains = []string{"/problems/has_patients"}
	to := func(id uuid.UUID) object { return object{"successor_id": id} }
	unprocessable := http.StatusUnprocessableEntity
	staff := "staff.doctors@example.org"
	apitest.StaffWith(t, testOwner(t, app), staff, "doctors:read", "doctors:update")
	app.Run(t, []apitest.Scenario{
		post("anonymous", "", "suspend", to(w.Colleague), http.StatusUnauthorized),
		post("another clinic", apitest.OtherClinic, "suspend", to(w.Colleague), http.StatusNotFound),
		post("themselves", apitest.Doctor, "retire", to(w.Colleague), http.StatusForbidden),
		post("their patient", apitest.Patient, "suspend", to(w.Colleague), http.StatusForbidden),
		post("staff who may not move patients", staff, "suspend", to(w.Colleague), http.StatusForbidden),
		conflict,
		post("to nobody", apitest.Hospital, "suspend", to(uuid.New()), unprocessable, "/successor_id not_found"),
		post("to a stranger", apitest.Hospital, "suspend", to(w.OtherDoctor), unprocessable, "/successor_id not_found"),
		post("to another institution", apitest.Admin, "suspend", to(w.OtherDoctor), unprocessable, "/successor_id other_institution"),
		post("to who doesn't practise", apitest.Hospital, "suspend", to(idle), unprocessable, "/successor_id inactive"),
		post("to themselves", apitest.Hospital, "suspend", to(w.Doctor), unprocessable, "/successor_id same"),
		post("all mistakes at once", apitest.Hospital, "suspend", object{"successor_id": "x", "reason": 5, "status": "retired"}, unprocessable,
			"/successor_id format", "/reason type", "/status unexpected"),
	})
	token := app.Token(t, apitest.Doctor)
	suspended := post("to a colleague", apitest.Hospital, "suspend", object{"successor_id": w.Colleague, "reason": "ill"}, http.StatusOK)
	suspended.Contains = []string{`"status":"suspended"`}
	app.Run(t, []apitest.Scenario{suspended,
		{Name: "sessions have ended", Path: doctors + "/me", Header: map[string]string{"Authorization": "Bearer " + token}, Status: http.StatusUnauthorized},
		{Name: "the colleague has the patient", As: apitest.Colleague, Path: doctors + "/me/patients", Status: http.StatusOK, Contains: []string{w.Patient.String()}},
		post("without a body", apitest.Editor, "retire", nil, http.StatusOK),
	})
	retired := post("suspends the retired", apitest.Hospital, "suspend", nil, http.StatusConflict)
	retired.Contains = []string{"/problems/retired"}
	back := post("back", apitest.Editor, "reactivate", object{"reason": "well"}, http.StatusOK)
	back.Contains = []string{`"status":"active"`}
	app.Run(t, []apitest.Scenario{retired,
		post("the institution alone", apitest.Hospital, "reactivate", object{"reason": "well"}, http.StatusForbidden), back})

	for _, patient := range []uuid.UUID{w.Patient, inactive} {
		assert.Equal(t, w.Colleague, fixture.Value[uuid.UUID](t, app.Env.DB, "SELECT doctor_id FROM patients WHERE id = $1", patient))
		assert.Equal(t, w.Hospital, fixture.Value[uuid.UUID](t, app.Env.DB, `SELECT u.reference_id FROM users u JOIN (
			SELECT actor_id, action, patient_id FROM audit_inbox UNION ALL SELECT actor_id, action, patient_id FROM audit_events
			) a ON a.actor_id = u.id WHERE a.action = 'patient.transfer' AND a.patient_id = $1`, patient), "the trail says who handed over")
	}
	assert.Equal(t, 1, events(t, app, "doctor.suspend"))
	assert.Equal(t, 1, events(t, app, "doctor.reactivate"))
}

// Of all that happens to two doctors at the same time no patient is left with one who doesn't practise.
func TestLeavingAtTheSameTime(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	requests := []*http.Request{
		app.Request(t, apitest.Scenario{As: apitest.Hospital, Method: http.MethodPost, Path: doctors + "/" + w.Doctor.String() + "/suspend",
			Body: object{"successor_id": w.Colleague}}),
		app.Request(t, apitest.Scenario{As: apitest.Hospital, Method: http.MethodPost, Path: doctors + "/" + w.Colleague.String() + "/suspend",
			Body: object{"successor_id": w.Doctor}}),
	}
	for range 4 {
		requests = append(requests, app.Request(t, apitest.Scenario{As: apitest.Hospital, Method: http.MethodPost, Path: "/api/v1/patients",
			Body: object{"doctor_id": w.Doctor, "first_name": "New", "last_name": "Patient", "date_of_birth": "1990-01-01", "sex": "male"}}))
	}
	codes := make(chan int, len(requests))
	for _, request := range requests {
		go func() {
			answer := httptest.NewRecorder()
			app.Handler.ServeHTTP(answer, request)
			codes <- answer.Code
		}()
	}
	for range requests {
		assert.Contains(t, []int{http.StatusOK, http.StatusCreated, http.StatusUnprocessableEntity}, <-codes)
	}
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*) FROM doctors WHERE institution_id = $1 AND status = 'suspended'", w.Hospital))
	assert.Equal(t, 0, fixture.Value[int](t, app.Env.DB, `SELECT count(*) FROM patients p JOIN doctors d ON d.id = p.doctor_id WHERE d.status <> 'active'`))
}

func TestPatientsOfADoctor(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	carls := fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.Colleague, "first_name": "Pia"})
	own := doctors + "/" + w.Doctor.String() + "/patients"
	app.Run(t, []apitest.Scenario{
		{Name: "me", As: apitest.Doctor, Path: doctors + "/me/patients", Status: http.StatusOK, Check: names("Ana")},
		{Name: "by search", As: apitest.Doctor, Path: doctors + "/me/patients?q=GARCIA&sort=name", Status: http.StatusOK, Check: names("Ana")},
		{Name: "a colleague's", As: apitest.Doctor, Path: doctors + "/" + w.Colleague.String() + "/patients", Status: http.StatusOK, Check: names("Pia")},
		{Name: "the institution", As: apitest.Hospital, Path: own, Status: http.StatusOK, Check: names("Ana")},
		{Name: "a patient sees only themselves", As: apitest.Patient, Path: own, Status: http.StatusOK, Check: names("Ana"), Excludes: []string{carls.String()}},
		{Name: "a stranger", As: apitest.OtherDoctor, Path: own, Status: http.StatusNotFound, Excludes: []string{"Ana"}},
		{Name: "me, for somebody who is not a doctor", As: apitest.Admin, Path: doctors + "/me/patients", Status: http.StatusNotFound},
		{Name: "no filter of one's own", As: apitest.Doctor, Path: own + "?doctor_id=" + w.Colleague.String(), Status: http.StatusUnprocessableEntity, WantErrors: []string{"/doctor_id unexpected"}},
	})
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	condition := fixture.Condition(t, testOwner(t, app), fixture.Row{"condition_group": "diabetes"})
	fixture.Insert(t, app.Env.DB, "patient_conditions", fixture.Row{"patient_id": w.Patient, "condition_id": condition, "onset_date": "2020-01-01"})
	fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.Doctor, "active": false})
	apitest.StaffWith(t, app.Env.DB, "staff.analyst@example.org", "doctors:read", "analytics:read")
	own := doctors + "/" + w.Doctor.String() + "/statistics"
	header := func(value string) map[string]string { return map[string]string{"X-Cache": value} }
	dashboard := apitest.Scenario{Name: "first", As: apitest.Doctor, Path: doctors + "/me/dashboard", Status: http.StatusOK, WantHeader: header("miss"),
		Contains: []string{`"patient_count":1`, `"pending":1`, `"condition_group":"diabetes"`, w.Patient.String(), "García"}}
	again := dashboard
	again.Name, again.WantHeader = "again", header("hit")
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: own, Status: http.StatusUnauthorized},
		{Name: "themselves", As: apitest.Doctor, Path: doctors + "/me/statistics", Status: http.StatusOK,
			Contains: []string{`"patient_count":1`, `"full_access_percentage":0`, `"code_system":"urn:test"`}},
		{Name: "the institution", As: apitest.Hospital, Path: own, Status: http.StatusOK, Contains: []string{`"patient_count":1`}},
		{Name: "a colleague", As: apitest.Colleague, Path: own, Status: http.StatusForbidden, Excludes: []string{"average_patient_age"}},
		{Name: "their patient", As: apitest.Patient, Path: own, Status: http.StatusForbidden},
		{Name: "a foreign clinic", As: apitest.OtherClinic, Path: own, Status: http.StatusNotFound},
		{Name: "staff", As: apitest.Editor, Path: own, Status: http.StatusOK, Contains: []string{`"patient_count":1`, "urn:test"}},
		{Name: "staff who may not read patients", As: "staff.analyst@example.org", Path: own, Status: http.StatusOK,
			Contains: []string{`"patient_count":0`, `"average_patient_age":null`, `"top_conditions":null`}},
		dashboard, again,
		{Name: "a colleague's own", As: apitest.Colleague, Path: doctors + "/me/dashboard", Status: http.StatusOK, WantHeader: header("miss"),
			Contains: []string{`"patient_count":0`, `"condition_groups":[]`, `"newest_patients":[]`}, Excludes: []string{"García"}},
		{Name: "no doctor", As: apitest.Hospital, Path: doctors + "/me/dashboard", Status: http.StatusNotFound},
		{Name: "handed over", As: apitest.Hospital, Method: http.MethodPost, Path: doctors + "/" + w.Doctor.String() + "/suspend",
			Body: object{"successor_id": w.Colleague}, Status: http.StatusOK},
		{Name: "the colleague's changed at once", As: apitest.Colleague, Path: doctors + "/me/dashboard", Status: http.StatusOK, WantHeader: header("miss"),
			Contains: []string{`"patient_count":1`, "García"}},
	})
	for _, key := range app.Env.Redis.Keys(t.Context(), "*dashboard*").Val() {
		assert.NotContains(t, app.Env.Redis.HGetAll(t.Context(), key).Val()["body"], "García", "nobody's name is in Redis")
	}
	_, err := testOwner(t, app).ExecContext(t.Context(),
		"UPDATE medical_institutions SET institution_type_id = (SELECT id FROM institution_types WHERE code = 'insurer') WHERE id = $1", w.Hospital)
	require.NoError(t, err)
	app.Run(t, []apitest.Scenario{{Name: "an insurer", As: apitest.Hospital, Path: doctors + "/" + w.Colleague.String() + "/statistics", Status: http.StatusOK,
		Contains: []string{`"patient_count":1`, `"top_conditions":null`}, Excludes: []string{"urn:test"}}})
}
