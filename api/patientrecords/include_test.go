package patientrecords_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

// The parts for callers who may see clinical data, and those for all who see the patient.
var (
	clinicalParts = append(entries(), "health_profile", "dashboard")
	openParts     = []string{"care_team", "validation", "emails", "phones", "addresses"}
	allParts      = slices.Concat(clinicalParts, openParts)
)

// entries are the parts that every kind of entries is.
func entries() (names []string) {
	for _, kind := range fixture.EntryKinds {
		names = append(names, strings.ReplaceAll(kind.Many, "-", "_"))
	}
	return names
}

func including(path string, names ...string) string {
	return path + "?include=" + strings.Join(names, ",")
}

// part is what an answer with include has as its member name.
func part(t *testing.T, app *apitest.App, as, path, name string) string {
	t.Helper()
	members := apitest.Get[map[string]json.RawMessage](t, app, as, including(path, name))
	require.Contains(t, members, name)
	return string(members[name])
}

// The parts are what the document lists, each is what its own operation answers, and the trail has the same reads.
func TestAPartIsWhatItsOwnOperationAnswers(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, path := history(t, app)
	contacts(t, app, w)
	document := apitest.OpenAPI[struct {
		Paths map[string]map[string]struct {
			Parameters []struct {
				Name   string
				Schema struct{ Items struct{ Enum []string } }
			}
		}
	}](t, app.Handler)
	for _, p := range document.Paths["/api/v1/patients/{id}"]["get"].Parameters {
		if p.Name == "include" {
			assert.ElementsMatch(t, append(allParts, "doctor", "institution"), p.Schema.Items.Enum)
		}
	}
	reads := func(ask func()) (actions []string) {
		before := len(trail(t, app))
		ask()
		for _, e := range trail(t, app)[before:] {
			actions = append(actions, fmt.Sprint(e.Action, e.EntityID, e.PatientID, e.ResultCount))
		}
		return actions
	}
	for _, as := range []string{apitest.Patient, apitest.Doctor, apitest.Colleague, apitest.Hospital, apitest.Admin} {
		alone := reads(func() { apitest.Get[any](t, app, as, path) })
		assert.Len(t, alone, 1, "patient.read")
		for _, name := range allParts {
			own, included := "", ""
			ownReads := reads(func() {
				own = string(apitest.Get[json.RawMessage](t, app, as, path+"/"+strings.ReplaceAll(name, "_", "-")))
			})
			includedReads := reads(func() { included = part(t, app, as, path, name) })
			if strings.Contains(own, `"items"`) {
				var list struct{ Items json.RawMessage }
				require.NoError(t, json.Unmarshal([]byte(own), &list))
				own = string(list.Items)
			}
			assert.JSONEq(t, own, included, "%s as %s", name, as)
			assert.ElementsMatch(t, append(slices.Clone(alone), ownReads...), includedReads, "%s as %s", name, as)
			assert.Equal(t, as == apitest.Colleague || !strings.Contains(own, "notes"), !strings.Contains(included, secret), "%s as %s", name, as)
		}
	}
}

// trail is all that has been recorded of reads.
func trail(t *testing.T, app *apitest.App) []apitest.Event {
	t.Helper()
	return app.Events(t, "patient.read", "health_profile.read", "condition.read", "medication.read", "allergy.read", "family_history.read",
		"dashboard.read", "care_team.read", "validation.read", "email.read", "phone.read", "address.read")
}

func TestWhoMayInclude(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, path := history(t, app)
	contacts(t, app, w)
	blind := staffWith(t, app, "staff.blind@example.org", "reports:export")
	reader := staffWith(t, app, "staff.reader@example.org", "patients:read")
	medical := []string{"172.5", "Asthma", "Salbutamol", "Peanut", "Stroke"}
	open := []string{`"emails":[{"id"`, `"phones":[{"id"`, "12 Beacon Street", `"validation":{"patient_id"`, `"care_team":{"patient_id"`}
	all := slices.Concat(medical, open)
	everything := including(path, allParts...)
	seen := func(name, as, path string, more ...string) apitest.Scenario {
		return read(name, as, path, ok, append(all, more...)...)
	}
	app.Run(t, append(strangers(path)[:7],
		read("anonymous with parts", "", everything, http.StatusUnauthorized, all...),
		read("another patient", apitest.OtherPatient, everything, missing, all...),
		read("a foreign doctor", apitest.OtherDoctor, everything, missing, all...),
		read("a foreign institution", apitest.OtherClinic, everything, missing, all...),
		read("staff who see no patients", blind, everything, forbidden, all...),
		seen("the patient", apitest.Patient, including(patients+"me", allParts...), secret),
		seen("the doctor", apitest.Doctor, everything, secret),
		seen("the institution", apitest.Hospital, everything, secret),
		seen("an administrator", apitest.Admin, everything, secret),
		apitest.Scenario{Name: "a colleague sees no notes", As: apitest.Colleague, Path: everything, Status: ok, Contains: all,
			Excludes: []string{secret, `"notes"`}, WantHeader: map[string]string{"Cache-Control": "no-store"}},
		apitest.Scenario{Name: "nothing that nobody asked for", As: apitest.Doctor, Path: including(path, "validation"), Status: ok,
			Contains: []string{`"validation":`, "García"}, Excludes: append(medical, open[:3]...)},
		apitest.Scenario{Name: "one twice", As: apitest.Doctor, Path: including(path, "emails", "emails"), Status: ok, Contains: open[:1]},
		apitest.Scenario{Name: "an unknown part", As: apitest.Doctor, Path: including(path, "emails", "account", "access_log"), Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/include/1 not_allowed", "/include/2 not_allowed"}},
		apitest.Scenario{Name: "staff who may not see doctors", As: reader, Path: including(path, "conditions", "doctor", "care_team"), Status: forbidden,
			WantErrors: []string{"/include/2 forbidden"}, Excludes: append(medical, "García", "Dora")},
		apitest.Scenario{Name: "related records are left out for them", As: reader, Path: including(path, "conditions", "doctor"), Status: ok,
			Contains: []string{"Asthma"}, Excludes: []string{`"doctor":`}},
	))
	insure(t, app, w.Hospital)
	before := len(trail(t, app))
	var refused []string
	for i := range clinicalParts {
		refused = append(refused, fmt.Sprintf("/include/%d forbidden", i))
	}
	nothing := append(slices.Clone(all), "García", secret)
	app.Run(t, []apitest.Scenario{
		{Name: "insurers may include no clinical data", As: apitest.Hospital, Path: everything, Status: forbidden, WantErrors: refused, Excludes: nothing},
		{Name: "nor may the doctors they employ", As: apitest.Colleague, Path: everything, Status: forbidden, WantErrors: refused, Excludes: nothing},
		{Name: "not even with what they may", As: apitest.Hospital, Path: including(path, "emails", "allergies"), Status: forbidden,
			WantErrors: []string{"/include/1 forbidden"}, Excludes: nothing},
	})
	assert.Len(t, trail(t, app), before, "of what was refused nothing was read")
	denied := app.Events(t, "operation.call")
	assert.Equal(t, "get-patient", denied[len(denied)-1].EntityID)
	assert.Equal(t, w.Patient.String(), denied[len(denied)-1].PatientID)
	app.Run(t, []apitest.Scenario{
		{Name: "they include the rest", As: apitest.Hospital, Path: including(path, openParts...), Status: ok, Contains: open, Excludes: append(medical, secret)},
		{Name: "who treats the patient includes all", As: apitest.Doctor, Path: everything, Status: ok, Contains: all},
	})
}

func TestIncludedListsContinueInTheirOwnOperations(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, _ := history(t, app)
	record(t, app, w.OtherPatient, 30) // twice 30 conditions
	path := patients + w.OtherPatient.String()
	type item struct {
		ID string `json:"id"`
	}
	included := apitest.Get[struct {
		Conditions, Allergies []item
		NextCursors           map[string]string `json:"next_cursors"`
	}](t, app, apitest.OtherDoctor, including(path, "conditions", "allergies")+"&fields=sex")
	assert.Len(t, included.Conditions, 50)
	assert.Len(t, included.Allergies, 30)
	require.Len(t, included.NextCursors, 1)
	rest := apitest.Get[struct{ Items []item }](t, app, apitest.OtherDoctor, path+"/conditions?cursor="+included.NextCursors["conditions"])
	ids := map[string]bool{}
	for _, item := range append(rest.Items, included.Conditions...) {
		ids[item.ID] = true
	}
	assert.Len(t, ids, 60)
}

// The ETag covers all that is in the answer. As a precondition it is the patient's version.
func TestETagOfWhatIsIncluded(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, path := history(t, app)
	contacts(t, app, w)
	ask := func(query string, header map[string]string) (int, string) {
		answer := app.Do(app.Request(t, apitest.Scenario{As: apitest.Doctor, Path: path + query, Header: header}))
		return answer.Code, answer.Header().Get("ETag")
	}
	change := func(of, etag string, body map[string]any) int {
		return app.Do(app.Request(t, apitest.Scenario{As: apitest.Doctor, Method: http.MethodPatch, Path: path + of, Body: body,
			Header: map[string]string{"If-Match": etag}})).Code
	}
	const query = "?include=health_profile,conditions&fields=first_name"
	_, etag := ask(query, nil)
	assert.Regexp(t, `^"v1-[0-9a-f]{32}"$`, etag)
	same := map[string]string{"If-None-Match": etag}
	status, again := ask(query, same)
	assert.Equal(t, http.StatusNotModified, status)
	assert.Equal(t, etag, again)
	status, _ = ask("?include=conditions", same)
	assert.Equal(t, ok, status, "other parts")
	status, _ = ask("", same)
	assert.Equal(t, ok, status, "no parts")
	status = change("/health-profile", `"v1"`, map[string]any{"weight_kg": 70})
	require.Equal(t, ok, status)
	status, changed := ask(query, same)
	assert.Equal(t, ok, status, "a part has changed")
	assert.NotEqual(t, etag, changed)

	renamed := map[string]any{"emergency_contact": map[string]any{"name": "Nick", "phone": "+16175550101"}}
	status = change("", strings.Replace(changed, "v1", "v2", 1), renamed)
	assert.Equal(t, http.StatusPreconditionFailed, status)
	status = change("", strings.TrimSuffix(changed, `"`)+`x"`, renamed)
	assert.Equal(t, http.StatusPreconditionFailed, status, "a tag that is none of ours")
	status = change("", etag, renamed)
	assert.Equal(t, ok, status, "the patient's version is that of the answer, although a part has changed since")
	status = change("", etag, renamed)
	assert.Equal(t, http.StatusPreconditionFailed, status)
}

// apitest holds each answer with fields against the members that they name.
func TestFieldsOfOnePatient(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w, path := history(t, app)
	app.Run(t, []apitest.Scenario{
		{Name: "two", As: apitest.Doctor, Path: path + "?fields=last_name,sex", Status: ok, Contains: []string{`"last_name":"García"`, `"sex"`, w.Patient.String()},
			Excludes: []string{"first_name", "version"}, WantHeader: map[string]string{"ETag": `"v1"`}},
		{Name: "with a part", As: apitest.Doctor, Path: including(path, "allergies", "doctor") + "&fields=sex", Status: ok,
			Contains: []string{`"allergies":[{`, "Peanut", `"doctor":{`}, Excludes: []string{"García"}},
		{Name: "a part that include doesn't name", As: apitest.Doctor, Path: path + "?fields=allergies", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/fields/0 not_allowed"}},
		{Name: "no such member", As: apitest.Doctor, Path: path + "?fields=age", Status: http.StatusUnprocessableEntity, WantErrors: []string{"/fields/0 not_allowed"}},
		{Name: "of whom one may not see", As: apitest.OtherDoctor, Path: path + "?fields=sex", Status: missing, Contains: []string{"not_found"}},
	})
}
