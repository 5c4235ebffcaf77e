package patientrecords_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const forbidden = http.StatusForbidden

// contacts gives the hospital and its doctor contacts, and the patient one of each kind.
func contacts(t *testing.T, app *apitest.App, w apitest.World) {
	t.Helper()
	db := app.Env.DB
	for _, table := range []string{"emails", "phones", "addresses"} {
		apitest.Contact(t, db, table, "patient", w.Patient, fixture.Row{"is_primary": true})
	}
	primary := func(more fixture.Row) fixture.Row {
		more["is_primary"] = true
		return more
	}
	apitest.Contact(t, db, "emails", "institution", w.Hospital, primary(fixture.Row{"email": "desk@hospital.example.org"}))
	apitest.Contact(t, db, "emails", "institution", w.Hospital, fixture.Row{"email": "board@hospital.example.org"})
	apitest.Contact(t, db, "phones", "institution", w.Hospital, primary(fixture.Row{"number": "+16175550100", "country_code": "1", "extension": "12"}))
	apitest.Contact(t, db, "addresses", "institution", w.Hospital, primary(fixture.Row{"line1": "1 Hospital Road"}))
	apitest.Contact(t, db, "emails", "doctor", w.Doctor, primary(fixture.Row{"email": "dora.private@example.org"}))
}

func TestCareTeam(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, path := history(t, app)
	contacts(t, app, w)
	path += "/care-team"
	all := []string{`"first_name":"Dora","last_name":"Doctor"`, `"specialty":"family_medicine"`, `"name":"Hospital"`, `"email":"desk@hospital.example.org"`,
		`"phone":"+16175550100","phone_extension":"12"`, `"line1":"1 Hospital Road"`}
	team := func(name, as, path string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Path: path, Status: ok, Contains: all, WantHeader: map[string]string{"Cache-Control": "no-store"},
			Excludes: []string{"board@hospital.example.org", "dora.private@example.org", "García", secret}}
	}
	app.Run(t, append(strangers(path),
		team("the patient", apitest.Patient, patients+"me/care-team"),
		team("the doctor", apitest.Doctor, path),
		team("a colleague", apitest.Colleague, path),
		team("the institution", apitest.Hospital, path),
		team("staff", apitest.Editor, path),
		read("staff who see no doctors", staffWith(t, app, "staff.patients@example.org", "patients:read", "institutions:read"), path, forbidden, all...),
		read("of an institution without contacts", apitest.OtherPatient, patients+"me/care-team", ok, `"name":"Other Clinic"`, `"email":null`, `"website":null`),
	))
	assert.Len(t, app.Events(t, "care_team.read"), 6)
	insure(t, app, w.Hospital)
	app.Run(t, []apitest.Scenario{team("insurers", apitest.Hospital, path)})
}

func staffWith(t *testing.T, app *apitest.App, email string, permissions ...string) string {
	t.Helper()
	apitest.StaffWith(t, testenv.Owner(t, app.Env), email, permissions...)
	return email
}

func TestProfile(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, path := history(t, app)
	contacts(t, app, w)
	path += "/profile"
	person := []string{`"patient":{"id":"` + w.Patient.String(), "García", `"emails":[{"id":`, `"phones":[{"id":`, "12 Beacon Street"}
	all := append([]string{`"height_cm":172.5`, secret}, person...)
	app.Run(t, append(strangers(path),
		read("the patient", apitest.Patient, patients+"me/profile", ok, all...),
		read("the doctor", apitest.Doctor, path, ok, all...),
		read("the institution", apitest.Hospital, path, ok, all...),
		read("staff", apitest.Editor, path, ok, all...),
		apitest.Scenario{Name: "a colleague sees no notes", As: apitest.Colleague, Path: path, Status: ok, Contains: append([]string{`"height_cm":172.5`}, person...),
			Excludes: []string{secret, "notes", "Asthma"}, WantHeader: map[string]string{"Cache-Control": "no-store"}},
		read("of whom nothing is known", apitest.OtherDoctor, patients+w.OtherPatient.String()+"/profile", ok, `"emails":[]`, `"version":0`),
	))
	assert.Len(t, app.Events(t, "profile.read"), 6)
	insure(t, app, w.Hospital)
	app.Run(t, []apitest.Scenario{
		{Name: "insurers see the person", As: apitest.Hospital, Path: path, Status: ok, Contains: person, Excludes: []string{"health_profile", "172.5", secret}},
		{Name: "and so do doctors they employ", As: apitest.Colleague, Path: path, Status: ok, Contains: person, Excludes: []string{"health_profile", secret}},
		read("but who treats the patient", apitest.Doctor, path, ok, all...),
	})
}

func TestExport(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, path := history(t, app)
	contacts(t, app, w)
	path += "/export"
	fixture.Insert(t, app.Env.DB, "identifiers", fixture.Row{
		"entity_type": "patient", "entity_id": w.Patient, "system": "urn:oid:1.2.3", "value": "MRN-0042",
	})
	account, accesses := `"account":{"id":`, `"access_log":{"items":`
	all := []string{"García", "12 Beacon Street", "Asthma", "Measles", "Salbutamol", "Peanut", "Stroke", secret, `"system":"urn:oid:1.2.3","value":"MRN-0042"`,
		`"validation":{"patient_id"`, `"from":null,"to":"pending"`}
	export := func(name, as, path string, without ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Path: path, Status: ok, Contains: all,
			Excludes: append(without, "$2a$", "password_hash", "token", "locked", "board@hospital.example.org"),
			WantHeader: map[string]string{"Cache-Control": "no-store",
				"Content-Disposition": `attachment; filename="patient-` + w.Patient.String() + `.json"`}}
	}
	with := func(s apitest.Scenario, texts ...string) apitest.Scenario {
		s.Contains = append(texts, s.Contains...)
		return s
	}
	app.Run(t, append(strangers(path),
		with(export("the patient", apitest.Patient, patients+"me/export"), account, apitest.Patient, accesses, `"complete":true`),
		export("the doctor", apitest.Doctor, path, account, accesses),
		export("the institution", apitest.Hospital, path, account, accesses),
		with(export("an administrator", apitest.Admin, path), account, accesses),
		export("staff who export and do nothing else", staffWith(t, app, "staff.export@example.org", "patients:read", "reports:export"), path, account, accesses),
		read("a colleague", apitest.Colleague, path, forbidden, "Asthma"),
		read("an editor", apitest.Editor, path, forbidden, "Asthma"),
		read("staff who see no patients", staffWith(t, app, "staff.blind@example.org", "reports:export"), path, forbidden, "Asthma"),
	))
	events := app.Events(t, "patient.export")
	require.Len(t, events, 5)
	assert.Equal(t, w.Patient.String(), events[0].PatientID)
	assert.Empty(t, app.Events(t, "medical_record.read", "validation.read", "access_log.read"), "one event an export")

	told := ""
	for deadline := time.Now().Add(wait.Patience); !strings.Contains(told, `"kind":"doctor","name":"Dora Doctor"},"action":"patient.export"`); {
		require.True(t, time.Now().Before(deadline), told)
		answer := app.Do(app.Request(t, apitest.Scenario{As: apitest.Patient, Path: patients + "me/export"}))
		told = answer.Body.String()
	}
	insure(t, app, w.Hospital)
	app.Run(t, []apitest.Scenario{
		{Name: "insurers export who the patient is", As: apitest.Hospital, Path: path, Status: ok, Contains: []string{"García", "MRN-0042", "12 Beacon Street"},
			Excludes: []string{"medical_record", "Asthma", "Salbutamol", "172.5", secret, account, accesses}},
	})
}
