package doctors_test

import (
	"net/http"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

func TestADoctorIsMoved(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	inactive := fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.Doctor, "active": false})
	app.Run(t, []apitest.Scenario{
		{Name: "before", As: apitest.Doctor, Path: "/api/v1/patients", Status: http.StatusOK, Contains: []string{w.Patient.String()},
			Excludes: []string{w.OtherPatient.String()}},
		{Name: "dashboard before", As: apitest.Doctor, Path: doctors + "/me/dashboard", Status: http.StatusOK, Contains: []string{w.Patient.String()}},
		{Name: "move", As: apitest.Admin, Method: http.MethodPost, Path: doctors + "/" + w.Doctor.String() + "/transfer", Status: http.StatusOK,
			Body:     object{"institution_id": w.OtherClinic, "successor_id": w.Colleague, "reason": "moves house"},
			Contains: []string{`"institution_id":"` + w.OtherClinic.String(), `"status":"active"`}},
		// With the tokens that they have.
		{Name: "the doctor sees the new institution's patients", As: apitest.Doctor, Path: "/api/v1/patients", Status: http.StatusOK,
			Contains: []string{w.OtherPatient.String()}, Excludes: []string{w.Patient.String()}},
		{Name: "no longer the old institution's", As: apitest.Doctor, Path: "/api/v1/patients/" + w.Patient.String(), Status: http.StatusNotFound},
		{Name: "nor on the dashboard", As: apitest.Doctor, Path: doctors + "/me/dashboard", Status: http.StatusOK, Excludes: []string{w.Patient.String()}},
		{Name: "their institution", As: apitest.Doctor, Path: doctors + "/me/institution", Status: http.StatusOK, Contains: []string{w.OtherClinic.String()}},
		{Name: "the patient stays, with the colleague", As: apitest.Colleague, Path: "/api/v1/patients/" + w.Patient.String(), Status: http.StatusOK,
			Contains: []string{w.Colleague.String(), w.Hospital.String(), `"validation_status":"pending"`}},
		{Name: "the hospital has the doctor no more", As: apitest.Hospital, Path: doctors + "/" + w.Doctor.String(), Status: http.StatusNotFound},
		{Name: "the clinic has", As: apitest.OtherClinic, Path: doctors + "/" + w.Doctor.String(), Status: http.StatusOK},
	})
	assert.Equal(t, w.Colleague, fixture.Value[uuid.UUID](t, app.Env.DB, "SELECT doctor_id FROM patients WHERE id = $1", inactive))
	moves := app.Events(t, "doctor.transfer")
	require.Len(t, moves, 1)
	assert.JSONEq(t, `{"reason": "moves house", "patients": 2, "successor_id": "`+w.Colleague.String()+`",
		"from_institution_id": "`+w.Hospital.String()+`", "to_institution_id": "`+w.OtherClinic.String()+`"}`, string(moves[0].Payload))
	assert.Len(t, app.Events(t, "patient.transfer"), 2)
}

func TestMovesThatAreRefused(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	closed := fixture.Institution(t, app.Env.DB, fixture.Row{"active": false})
	free := fixture.Doctor(t, app.Env.DB, fixture.Row{"institution_id": w.Hospital})
	leaves := fixture.Doctor(t, app.Env.DB, fixture.Row{"institution_id": w.Hospital})
	retired := fixture.Doctor(t, app.Env.DB, fixture.Row{"institution_id": w.Hospital, "status": "retired"})
	fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": leaves, "active": false})
	const staff, reader = "staff.doctors@example.org", "staff.reader@example.org"
	apitest.StaffWith(t, testOwner(t, app), staff, "doctors:read", "doctors:update")
	apitest.StaffWith(t, testOwner(t, app), reader, "doctors:read", "patients:read", "patients:update")
	post := func(name, as string, id uuid.UUID, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: doctors + "/" + id.String() + "/transfer", Body: body,
			Status: status, WantErrors: errors}
	}
	to := func(institution any) object { return object{"institution_id": institution} }
	with := func(successor any) object { return object{"institution_id": w.OtherClinic, "successor_id": successor} }
	const unprocessable, forbidden = http.StatusUnprocessableEntity, http.StatusForbidden
	conflict := func(s apitest.Scenario, kind string) apitest.Scenario {
		s.Contains = []string{"/problems/" + kind}
		return s
	}
	app.Run(t, []apitest.Scenario{
		post("anonymous", "", w.Doctor, with(w.Colleague), http.StatusUnauthorized),
		post("themselves", apitest.Doctor, w.Doctor, with(w.Colleague), forbidden),
		post("their institution", apitest.Hospital, w.Doctor, with(w.Colleague), forbidden),
		post("the other institution", apitest.OtherClinic, w.Doctor, with(w.Colleague), http.StatusNotFound),
		post("staff without the right to update doctors", reader, w.Doctor, with(w.Colleague), forbidden),
		post("staff without the right to move patients", staff, w.Doctor, with(w.Colleague), forbidden),
		post("nobody", apitest.Admin, uuid.New(), with(w.Colleague), http.StatusNotFound),
		conflict(post("with patients", apitest.Admin, w.Doctor, to(w.OtherClinic), http.StatusConflict), "has_patients"),
		conflict(post("with a patient out of care", apitest.Admin, leaves, to(w.OtherClinic), http.StatusConflict), "has_patients"),
		conflict(post("the retired", apitest.Admin, retired, to(w.OtherClinic), http.StatusConflict), "retired"),
		post("to nowhere", apitest.Admin, w.Doctor, to(uuid.New()), unprocessable, "/institution_id not_found"),
		post("where they are, and who comes from elsewhere", apitest.Admin, w.Doctor,
			object{"institution_id": w.Hospital, "successor_id": w.OtherDoctor}, unprocessable, "/institution_id same", "/successor_id other_institution"),
		post("to a closed one, and who doesn't practise", apitest.Admin, w.Doctor,
			object{"institution_id": closed, "successor_id": retired}, unprocessable, "/institution_id inactive", "/successor_id inactive"),
		post("all mistakes at once", apitest.Admin, w.Doctor, object{"successor_id": "x", "reason": 5, "status": "retired"}, unprocessable,
			"/institution_id required", "/successor_id format", "/reason type", "/status unexpected"),
		post("without patients", staff, free, to(w.OtherClinic), http.StatusOK),
	})
	assert.Equal(t, w.Hospital, fixture.Value[uuid.UUID](t, app.Env.DB, "SELECT institution_id FROM doctors WHERE id = $1", w.Doctor))
}
