package api_test

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// reachable gives a patient, a doctor or an institution a phone number, an e-mail address and an identifier.
func reachable(t *testing.T, app *apitest.App, kind string, id uuid.UUID, number, email, value string) {
	t.Helper()
	db := app.Env.DB
	fixture.Insert(t, db, "phones", fixture.Row{"entity_type": kind, "entity_id": id, "number": number, "country_code": "1",
		"phone_type_id": fixture.Code(t, db, "phone_types", "home"), "is_primary": true})
	fixture.Insert(t, db, "emails", fixture.Row{"entity_type": kind, "entity_id": id, "email": email,
		"email_type_id": fixture.Code(t, db, "email_types", "home"), "is_primary": true})
	fixture.Insert(t, db, "identifiers", fixture.Row{"entity_type": kind, "entity_id": id, "system": "urn:mrn", "value": value})
}

// People are found by what is known of them, exactly, by callers who may see both them and that.
func TestPeopleAreLookedUp(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	reachable(t, app, "patient", cast.Patient, "+16175550142", "ana.private@example.org", "4711")
	reachable(t, app, "patient", cast.OtherPatient, "+16175550143", "otto.private@example.org", "4712")
	reachable(t, app, "doctor", cast.Doctor, "+16175550142", "dora.private@example.org", "D-4711")
	owner := testenv.Owner(t, app.Env)
	for _, statement := range []string{
		"UPDATE patients SET date_of_birth = '1971-02-03' WHERE first_name IN ('Ana', 'Otto')",
		fmt.Sprintf("UPDATE doctors SET licence_number = 'LOOK-1' WHERE id = '%s'", cast.Doctor),
	} {
		_, err := owner.ExecContext(t.Context(), statement)
		require.NoError(t, err)
	}
	with := func(name, value string) string { return "?" + url.Values{name: {value}}.Encode() }
	const patients, doctors = "/api/v1/patients", "/api/v1/doctors"
	ana, otto, dora := []string{cast.Patient.String()}, []string{cast.OtherPatient.String()}, []string{cast.Doctor.String()}
	none := []string{`"items":[]`}
	for _, known := range []struct{ name, of, ofOtto string }{
		{"identifier", "urn:mrn|4711", "urn:mrn|4712"},
		{"identifier", "4711", "4712"},
		{"phone", "+1 (617) 555-0142", "+16175550143"},
		{"phone", "0016175550142"[2:], "16175550143"},
		{"email", "ANA.private@example.org", "otto.private@example.org"},
	} {
		mine, others := patients+with(known.name, known.of), patients+with(known.name, known.ofOtto)
		app.Run(t, []apitest.Scenario{
			{Name: known.name + " for nobody", Path: mine, Status: http.StatusUnauthorized},
			ok(known.name+" for the patient", apitest.Patient, mine, ana, otto),
			ok(known.name+" for another patient", apitest.OtherPatient, mine, none, ana),
			ok(known.name+" for the doctor", apitest.Doctor, mine, ana, otto),
			ok(known.name+" for a colleague", apitest.Colleague, mine, ana, nil),
			ok(known.name+" of a stranger", apitest.Doctor, others, none, otto),
			ok(known.name+" for the suspended", apitest.Suspended, mine, none, ana),
			ok(known.name+" for the institution", apitest.Hospital, mine, ana, nil),
			ok(known.name+" for another institution", apitest.OtherClinic, mine, none, ana),
			ok(known.name+" for an insurer", apitest.Insurer, mine, none, ana),
			ok(known.name+" for staff", apitest.Admin, others, otto, ana),
			ok(known.name+" among a doctor's", apitest.Hospital, "/api/v1/doctors/"+cast.Doctor.String()+"/patients"+with(known.name, known.of), ana, nil),
		})
	}
	forbidden, unprocessable := http.StatusForbidden, http.StatusUnprocessableEntity
	app.Run(t, []apitest.Scenario{
		ok("an identifier of another system", apitest.Admin, patients+with("identifier", "urn:other|4711"), none, nil),
		ok("part of an identifier", apitest.Admin, patients+with("identifier", "471"), none, nil),
		ok("a doctor's number is no patient's", apitest.Admin, patients+with("identifier", "D-4711"), none, nil),
		ok("born on a day", apitest.Hospital, patients+"?date_of_birth=1971-02-03", ana, otto),
		ok("born on a day and called so", apitest.Admin, patients+"?date_of_birth=1971-02-03&q=ot", otto, ana),
		ok("born on another day", apitest.Hospital, patients+"?date_of_birth=1971-02-04", none, nil),
		{Name: "nobody's notation", As: apitest.Admin, Path: patients + "?phone=call+me&email=ana", Status: unprocessable,
			WantErrors: []string{"/phone format", "/email format"}},
		{Name: "no day", As: apitest.Admin, Path: patients + "?date_of_birth=1971", Status: unprocessable, WantErrors: []string{"/date_of_birth type"}},

		ok("a licence, for a colleague", apitest.Colleague, doctors+"?licence_number=LOOK-1", dora, nil),
		ok("a licence, for the patient", apitest.Patient, doctors+"?licence_number=LOOK-1", dora, nil),
		ok("a licence, for a stranger", apitest.OtherClinic, doctors+"?licence_number=LOOK-1", none, dora),
		ok("a doctor's phone, for the institution", apitest.Hospital, doctors+with("phone", "+1 617 555 0142"), dora, nil),
		ok("a doctor's phone, for a stranger", apitest.OtherClinic, doctors+with("phone", "+16175550142"), none, dora),
		ok("a doctor's address, for staff", apitest.Admin, doctors+"?email=dora.private@example.org", dora, nil),
		ok("a doctor's number, for staff", apitest.Admin, doctors+"?identifier=D-4711", dora, nil),
		{Name: "a doctor's phone, for a colleague", As: apitest.Colleague, Path: doctors + "?phone=16175550142", Status: forbidden},
		{Name: "a doctor's address, for the patient", As: apitest.Patient, Path: doctors + "?email=dora.private@example.org", Status: forbidden},
		{Name: "a doctor's number, for a colleague", As: apitest.Colleague, Path: doctors + "?identifier=D-4711", Status: forbidden},
	})
}

// Whoever keeps a copy asks what has changed since, deactivated records included.
func TestChangesAreListed(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	owner := testenv.Owner(t, app.Env)
	gone := fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": cast.Doctor, "first_name": "Gone", "active": false})
	for _, table := range []string{"patients", "doctors", "medical_institutions", "users"} {
		for _, statement := range []string{"DISABLE", "ENABLE"} {
			_, err := owner.ExecContext(t.Context(), "ALTER TABLE "+table+" "+statement+" TRIGGER USER")
			require.NoError(t, err)
			if statement == "DISABLE" {
				_, err = owner.ExecContext(t.Context(), "UPDATE "+table+" SET updated_at = '2020-01-01'") //nolint:gosec // one of the tables above
				require.NoError(t, err)
			}
		}
	}
	_, err := owner.ExecContext(t.Context(), "UPDATE patients SET first_name = 'Left' WHERE id = $1", gone)
	require.NoError(t, err)
	ids := func(as, path string) (all []string) {
		list := apitest.Get[struct{ Items []struct{ ID string } }](t, app, as, "/api/v1/"+path)
		for _, item := range list.Items {
			all = append(all, item.ID)
		}
		return all
	}
	ana, left := cast.Patient.String(), gone.String()
	const hospital = apitest.Hospital
	for _, c := range []struct {
		as, path string
		want     []string
	}{
		{hospital, "patients", []string{ana}},
		{hospital, "patients?active=false", []string{left}},
		{hospital, "patients?active=any&sort=updated_at", []string{ana, left}},
		{hospital, "patients?active=any&sort=-updated_at", []string{left, ana}},
		{hospital, "patients?active=any&updated_since=2020-01-01", []string{ana, left}},
		{hospital, "patients?active=any&updated_since=2020-01-01T00:00:00Z", []string{ana, left}},
		{hospital, "patients?active=any&updated_since=2020-01-01T00:00:01Z", []string{left}},
		{hospital, "patients?updated_since=2020-01-01T00:00:01Z", nil},
		{apitest.OtherClinic, "patients?active=any&updated_since=2020-01-02", nil},
		{hospital, "patients?active=any&ids=" + left + "," + ana + "," + cast.OtherPatient.String(), []string{left, ana}},
		{hospital, "patients?ids=" + cast.OtherPatient.String(), nil},
		{apitest.Admin, "patients?active=any&sort=name&institution_id=" + cast.Hospital.String(), []string{ana, left}},
		{apitest.OtherClinic, "patients?institution_id=" + cast.Hospital.String(), nil},
		{hospital, "patients?active=any&validation_status=rejected,full_access", nil},
		{hospital, "patients?validation_status=rejected,pending", []string{ana}},
		{hospital, "doctors?status=suspended,retired", []string{cast.Suspended.String()}},
		{hospital, "doctors?active=false", []string{cast.Suspended.String()}},
		{hospital, "doctors?active=true&status=suspended", nil},
		{hospital, "doctors?ids=" + cast.Doctor.String() + "," + cast.OtherDoctor.String(), []string{cast.Doctor.String()}},
		{hospital, "doctors?active=any&updated_since=2020-01-02", nil},
		{hospital, "institutions?updated_since=2020-01-01", []string{cast.Hospital.String()}},
		{hospital, "institutions?updated_since=2020-01-02", nil},
		{apitest.Admin, "institutions?type=insurer,pharmacy", []string{cast.Insurer.String()}},
		{apitest.Admin, "cms/accounts?updated_since=2030-01-01", nil},
		{hospital, "patients/" + ana + "/emails?updated_since=2999-01-01", nil},
	} {
		assert.Equal(t, c.want, ids(c.as, c.path), c.as+" "+c.path)
	}
	assert.Len(t, ids(apitest.Admin, "cms/accounts?user_type=doctor,institution&updated_since=2020-01-01&sort=-updated_at"), 7)
	assert.Len(t, ids(hospital, "doctors?active=any"), 3)
	unprocessable := http.StatusUnprocessableEntity
	app.Run(t, []apitest.Scenario{
		{Name: "for nobody", Path: "/api/v1/patients?updated_since=2020-01-01", Status: http.StatusUnauthorized},
		{Name: "no time", As: hospital, Path: "/api/v1/patients?updated_since=yesterday", Status: unprocessable, WantErrors: []string{"/updated_since type"}},
		{Name: "no ids", As: hospital, Path: "/api/v1/patients?ids=1," + ana, Status: unprocessable, WantErrors: []string{"/ids/0 format"}},
		{Name: "no statuses", As: hospital, Path: "/api/v1/doctors?status=active,asleep", Status: unprocessable, WantErrors: []string{"/status/1 not_allowed"}},
	})
}
