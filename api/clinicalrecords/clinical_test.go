package clinicalrecords_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const (
	patients = "/api/v1/patients/"
	secret   = "Fears needles."

	ok, created, gone           = http.StatusOK, http.StatusCreated, http.StatusNoContent
	forbidden, missing, invalid = http.StatusForbidden, http.StatusNotFound, http.StatusUnprocessableEntity
	stale, conflict             = http.StatusPreconditionFailed, http.StatusConflict
)

type object = map[string]any

// coding is a new entry of a catalog.
func coding(t *testing.T, app *apitest.App, catalog string) object {
	t.Helper()
	code := uuid.NewString()
	row := fixture.Row{"code_system": "urn:test", "code": code, "name": "Name of " + code}
	if catalog == "allergies" {
		row["category"] = "food"
	}
	query, args := fixture.Statement(catalog, row)
	fixture.Value[int](t, app.Env.DB, query+" RETURNING id", args...)
	return object{"code_system": "urn:test", "code": code}
}

// add adds an entry as the doctor and returns its path.
func add(t *testing.T, app *apitest.App, collection string, body object) string {
	t.Helper()
	answer := app.Do(app.Request(t, apitest.Scenario{As: apitest.Doctor, Method: http.MethodPost, Path: collection, Body: body}))
	require.Equal(t, created, answer.Code, answer.Body.String())
	assert.Equal(t, `"v1"`, answer.Header().Get("ETag"))
	return answer.Header().Get("Location")
}

func TestConditions(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	collection := patients + w.Patient.String() + "/conditions"
	diabetes := coding(t, app, "medical_conditions")
	body := object{"condition": diabetes, "onset_date": "2020-05-17", "severity": "mild", "notes": secret}
	day := func(days int) string { return wait.Today().AddDate(0, 0, days).Format(time.DateOnly) }
	post := func(name, as string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: collection, Body: body, Status: status, WantErrors: errors}
	}
	app.Run(t, []apitest.Scenario{
		post("anonymous", "", body, http.StatusUnauthorized),
		post("patients don't diagnose", apitest.Patient, body, forbidden),
		post("a colleague", apitest.Colleague, body, forbidden),
		post("a foreign doctor", apitest.OtherDoctor, body, missing),
		post("a foreign institution", apitest.OtherClinic, body, missing),
		post("what the schema refuses", apitest.Doctor, object{"condition": object{"code": 7}, "onset_date": "then", "status": "cured", "patient_id": w.OtherPatient},
			invalid, "/condition/code type", "/condition/code_system required", "/onset_date format", "/status not_allowed", "/patient_id unexpected"),
		post("what the rules refuse", apitest.Doctor, object{"condition": object{"code_system": "urn:none", "code": "1"}, "onset_date": day(2), "abatement_date": "1970-01-01"},
			invalid, "/condition not_found", "/onset_date in_future", "/abatement_date before_birth", "/abatement_date before_start", "/status ended"),
		post("a year with a day", apitest.Doctor, object{"condition": diabetes, "onset_date": "2020-05-17", "onset_date_precision": "year"}, invalid, "/onset_date format"),
		post("no precision", apitest.Doctor, object{"condition": diabetes, "onset_date": "2020-01-01", "onset_date_precision": "week"}, invalid, "/onset_date_precision not_allowed"),
	})
	path := add(t, app, collection, body)
	all := []string{`"onset_date":"2020-05-17"`, `"abatement_date":null`, `"status":"active"`, `"severity":"mild"`, fmt.Sprintf("Name of %s", diabetes["code"])}
	withNotes := append([]string{secret}, all...)
	patch := func(name, as, etag string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPatch, Path: path, Body: body, Status: status, WantErrors: errors,
			Header: map[string]string{"If-Match": etag}}
	}
	remove := func(name, as, etag string, status int) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodDelete, Path: path, Status: status, Header: map[string]string{"If-Match": etag}}
	}
	foreign := patients + w.OtherPatient.String() + "/conditions/" + path[len(collection)+1:]
	app.Run(t, []apitest.Scenario{
		post("twice", apitest.Doctor, body, conflict, "/condition taken"),
		{Name: "the patient reads", As: apitest.Patient, Path: path, Status: ok, Contains: withNotes, WantHeader: map[string]string{"Cache-Control": "no-store"}},
		{Name: "and lists", As: apitest.Patient, Path: patients + "me/conditions", Status: ok, Contains: withNotes},
		{Name: "a colleague reads, without notes", As: apitest.Colleague, Path: path, Status: ok, Contains: all, Excludes: []string{secret, "notes"}},
		{Name: "and lists, without notes", As: apitest.Colleague, Path: collection, Status: ok, Contains: all, Excludes: []string{secret, "notes"}},
		{Name: "the institution reads", As: apitest.Hospital, Path: path, Status: ok, Contains: withNotes},
		{Name: "another patient", As: apitest.OtherPatient, Path: path, Status: missing, Excludes: all},
		{Name: "another patient's list", As: apitest.OtherPatient, Path: collection, Status: missing, Excludes: all},
		{Name: "under another patient", As: apitest.Admin, Path: foreign, Status: missing, Excludes: all},
		{Name: "nothing of a status", As: apitest.Doctor, Path: collection + "?status=resolved", Status: ok, Contains: []string{`"items":[]`}},
		{Name: "no status", As: apitest.Doctor, Path: collection + "?status=cured&x=1", Status: invalid, WantErrors: []string{"/status/0 not_allowed", "/x unexpected"}},
		{Name: "unchanged", As: apitest.Doctor, Path: path, Header: map[string]string{"If-None-Match": `"v1"`}, Status: http.StatusNotModified},

		patch("the patient", apitest.Patient, `"v1"`, object{"status": "resolved"}, forbidden),
		patch("a colleague", apitest.Colleague, `"v1"`, object{"notes": nil}, forbidden),
		patch("a foreign doctor", apitest.OtherDoctor, `"v1"`, object{"notes": nil}, missing),
		patch("without If-Match", apitest.Doctor, "", object{}, http.StatusPreconditionRequired),
		patch("another version", apitest.Doctor, `"v2"`, object{"status": "resolved"}, stale),
		patch("another diagnosis", apitest.Doctor, `"v1"`, object{"condition": diabetes}, invalid, "/condition unexpected"),
		patch("what can't be", apitest.Doctor, `"v1"`, object{"status": nil, "onset_date_precision": nil, "abatement_date": "2019-01-01"},
			invalid, "/abatement_date before_start", "/status required", "/onset_date_precision required"),
		patch("an end before the beginning", apitest.Doctor, `"v1"`, object{"abatement_date": "2019-01-01"}, invalid, "/abatement_date before_start", "/status ended"),
		patch("an end, and it continues", apitest.Doctor, `"v1"`, object{"abatement_date": day(-1)}, invalid, "/status ended"),
		patch("a year that has ended, and it continues", apitest.Doctor, `"v1"`,
			object{"abatement_date": "2021-01-01", "abatement_date_precision": "year", "status": "relapse"}, invalid, "/status ended"),
		patch("the doctor", apitest.Doctor, `"v1"`, object{"status": "resolved", "abatement_date": "2021-01-01", "severity": nil}, ok),
		remove("the patient removes", apitest.Patient, `"v2"`, forbidden),
		remove("a foreign doctor removes", apitest.OtherDoctor, `"v2"`, missing),
		remove("without If-Match", apitest.Doctor, "", http.StatusPreconditionRequired),
		remove("the version before", apitest.Doctor, `"v1"`, stale),
		remove("the institution", apitest.Hospital, `"v2"`, gone),
		remove("again", apitest.Hospital, `"v2"`, missing),
	})
	var trail []string
	for _, e := range app.Events(t, "condition.create", "condition.update", "condition.delete") {
		assert.Equal(t, w.Patient.String(), e.PatientID)
		trail = append(trail, e.Action+" "+string(e.Payload))
	}
	assert.Equal(t, []string{
		`condition.create {"fields": ["condition", "onset_date", "onset_date_precision", "abatement_date_precision", "status", "severity", "notes"]}`,
		`condition.update {"fields": ["abatement_date", "status", "severity"]}`,
		`condition.delete null`,
	}, trail, "the trail names the fields, not what they hold")
	for _, e := range app.Events(t, "condition.read") {
		assert.Equal(t, w.Patient.String(), e.PatientID)
	}
}

func TestMedicationsAllergiesAndFamilyHistory(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	record := patients + w.Patient.String()
	reaction := coding(t, app, "allergic_reactions")
	for name, c := range map[string]struct {
		body, change object
		changed      []string
	}{
		"medications": {object{"medication": coding(t, app, "medications"), "start_date": "2020-01-01", "dosage": "5 mg"},
			object{"status": "stopped", "end_date": "2021-01-01", "dosage": nil}, []string{`"end_date":"2021-01-01"`, `"stopped"`, `"dosage":null`}},
		"allergies": {object{"allergy": coding(t, app, "allergies"), "recorded_date": "2020-01-01", "severity": "severe"},
			object{"reaction": reaction, "status": "inactive"}, []string{fmt.Sprintf(`"code":%q`, reaction["code"]), `"inactive"`, `"severe"`}},
		"family-history": {object{"condition": coding(t, app, "medical_conditions"), "relative": "mother", "age_at_onset": 50, "notes": secret},
			object{"age_at_onset": nil}, []string{`"age_at_onset":null`, `"mother"`, secret}},
	} {
		path := add(t, app, record+"/"+name, c.body)
		app.Run(t, []apitest.Scenario{
			{Name: name + " again", As: apitest.Doctor, Method: http.MethodPost, Path: record + "/" + name, Body: c.body, Status: conflict,
				WantErrors: []string{map[string]string{"medications": "/medication", "allergies": "/allergy", "family-history": "/condition"}[name] + " taken"}},
			{Name: name + " nothing", As: apitest.Doctor, Method: http.MethodPost, Path: record + "/" + name, Body: object{}, Status: invalid,
				WantErrors: map[string][]string{"medications": {"/medication required"},
					"allergies": {"/allergy required"}, "family-history": {"/condition required", "/relative required"}}[name]},
			{Name: name + " changed", As: apitest.Editor, Method: http.MethodPatch, Path: path, Body: c.change, Status: ok, Contains: c.changed,
				Header: map[string]string{"If-Match": `"v1"`}},
			{Name: name + " listed", As: apitest.Patient, Path: record + "/" + name, Status: ok, Contains: c.changed},
			{Name: name + " for another", As: apitest.OtherDoctor, Path: record + "/" + name, Status: missing},
			{Name: name + " removed", As: apitest.Doctor, Method: http.MethodDelete, Path: path, Status: gone, Header: map[string]string{"If-Match": `"v2"`}},
		})
	}
	app.Run(t, []apitest.Scenario{{Name: "drugs of the future", As: apitest.Doctor, Method: http.MethodPost, Path: record + "/medications",
		Body:   object{"medication": coding(t, app, "medications"), "start_date": "1970-01-01", "end_date": "2999-01-01"},
		Status: invalid, WantErrors: []string{"/start_date before_birth"}}})
}

// What continues is told by the date of its end, not by the status alone, and a suspicion is no diagnosis.
func TestCurrentEntries(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	record := patients + w.Patient.String()
	yesterday, nextMonth := wait.Today().AddDate(0, 0, -1), wait.Today().AddDate(0, 0, 30).Format(time.DateOnly)
	about := func(catalog, name, id string) string { // of an entry that ends
		t.Helper()
		entry := coding(t, app, catalog)
		add(t, app, record+"/"+name, object{id: entry, "start_date": "2020-01-01", "end_date": nextMonth})
		return fmt.Sprint(entry["code"])
	}
	planned := about("medications", "medications", "medication")
	passed := about("medications", "medications", "medication")
	suspected, dateless, known := coding(t, app, "medical_conditions"), coding(t, app, "medical_conditions"), coding(t, app, "medical_conditions")
	add(t, app, record+"/conditions", object{"condition": suspected, "onset_date": "2020-01-01", "verification_status": "differential"})
	add(t, app, record+"/conditions", object{"condition": dateless})
	add(t, app, record+"/conditions", object{"condition": known, "onset_date": "2015-01-01", "onset_date_precision": "year", "verification_status": "confirmed"})
	_, err := testenv.Owner(t, app.Env).ExecContext(t.Context(), `UPDATE patient_medications m SET end_date = $1 FROM medications c
		WHERE c.id = m.medication_id AND c.code = $2`, yesterday, passed)
	require.NoError(t, err, "an end passes without anybody's writing")
	is := func(c object) string { return fmt.Sprintf(`"code":%q`, c["code"]) }
	app.Run(t, []apitest.Scenario{
		{Name: "taken now", As: apitest.Doctor, Path: record + "/medications?status=active", Status: ok,
			Contains: []string{planned, `"end_date":"` + nextMonth + `"`}, Excludes: []string{passed}},
		{Name: "all", As: apitest.Doctor, Path: record + "/medications", Status: ok, Contains: []string{planned, passed}},
		{Name: "the dashboard", As: apitest.Doctor, Path: record + "/dashboard", Status: ok,
			Contains: []string{planned, is(dateless), is(known), `"onset_date":null`, `"onset_date_precision":"year"`}, Excludes: []string{passed, is(suspected)}},
		{Name: "the suspicion is in the record", As: apitest.Doctor, Path: record + "/conditions", Status: ok, Contains: []string{is(suspected), `"differential"`}},
		{Name: "without a date once", As: apitest.Doctor, Method: http.MethodPost, Path: record + "/conditions", Body: object{"condition": dateless},
			Status: conflict, WantErrors: []string{"/condition taken"}},
		{Name: "another course of the day", As: apitest.Doctor, Method: http.MethodPost, Path: record + "/medications", Status: created,
			Body: object{"medication": object{"code_system": "urn:test", "code": planned}, "start_date": "2020-01-01", "dosage": "10 mg"}},
	})
}

func TestEntriesAreListedInPages(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	var want []string
	for year := 2020; year > 2013; year-- { // two of the same day each
		for range 2 {
			want = append(want, fmt.Sprintf("%d-01-01", year))
			fixture.Insert(t, app.Env.DB, "patient_conditions", fixture.Row{
				"patient_id": w.Patient, "condition_id": fixture.Condition(t, app.Env.DB), "onset_date": want[len(want)-1],
			})
		}
	}
	for range 4 { // what has no date comes last
		want = append(want, "")
		fixture.Insert(t, app.Env.DB, "patient_conditions", fixture.Row{"patient_id": w.Patient, "condition_id": fixture.Condition(t, app.Env.DB)})
	}
	type list struct {
		Items []struct {
			ID        string `json:"id"`
			OnsetDate string `json:"onset_date"`
		} `json:"items"`
		Next *string `json:"next_cursor"`
		Prev *string `json:"prev_cursor"`
	}
	collection := patients + w.Patient.String() + "/conditions?limit=3"
	first := apitest.Get[list](t, app, apitest.Doctor, collection)
	var got []string
	seen := map[string]bool{}
	for at := first; ; at = apitest.Get[list](t, app, apitest.Doctor, collection+"&cursor="+*at.Next) {
		for _, item := range at.Items {
			got = append(got, item.OnsetDate)
			seen[item.ID] = true
		}
		if at.Next == nil {
			back := apitest.Get[list](t, app, apitest.Doctor, collection+"&cursor="+*at.Prev)
			assert.Len(t, back.Items, 3)
			break
		}
	}
	assert.Equal(t, want, got)
	assert.Len(t, seen, len(want), "none twice")
	app.Run(t, []apitest.Scenario{{Name: "another's cursor", As: apitest.Hospital, Path: collection + "&cursor=" + *first.Next,
		Status: invalid, WantErrors: []string{"/cursor invalid"}}})
}
