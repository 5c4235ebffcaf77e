package contacts_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

type object map[string]any

const patients, doctors, institutions = "/api/v1/patients", "/api/v1/doctors", "/api/v1/institutions"

var anyVersion = map[string]string{"If-Match": "*"}

// item is a contact as the API tells it, as far as the tests look.
type item struct {
	ID         string  `json:"id"`
	Primary    bool    `json:"is_primary"`
	VerifiedAt *string `json:"verified_at"`
	Email      string  `json:"email"`
	Version    int     `json:"version"`
}

func add(t *testing.T, app *apitest.App, as, path string, body any) item {
	t.Helper()
	answer := app.Do(app.Request(t, apitest.Scenario{As: as, Method: http.MethodPost, Path: path, Body: body}))
	require.Equal(t, http.StatusCreated, answer.Code, answer.Body.String())
	return apitest.Decode[item](t, answer)
}

func list(t *testing.T, app *apitest.App, as, path string) []item {
	t.Helper()
	return apitest.Get[struct{ Items []item }](t, app, as, path).Items
}

// The whole life of a contact, for each kind of contact and owner.
func TestAContactsLife(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	kinds := map[string]struct {
		first, second, changed object
		contains               []string
	}{
		"emails": {object{"email": " Ana@Example.ORG "}, object{"email": "b@example.org", "type": "work"}, object{"email": "z@example.org"},
			[]string{`"email":"z@example.org"`, `"type":"home"`}},
		"phones": {object{"number": "+1 (617) 555-0100"}, object{"number": "+34600000001", "type": "work"},
			object{"number": "+16175550199", "extension": "12"},
			[]string{`"number":"+16175550199"`, `"calling_code":"1"`, `"area_code":"617"`, `"extension":"12"`, `"type":"mobile"`}},
		"addresses": {object{"line1": "12 Beacon Street", "city": "Boston", "country": "US", "region": "US-MA"},
			object{"line1": "Calle 1", "city": "Madrid", "country": "ES", "use": "work"},
			object{"line1": "Calle 2", "country": "ES", "region": nil, "latitude": 40.4168001, "longitude": -3.7038},
			[]string{`"line1":"Calle 2"`, `"city":"Boston"`, `"country":"ES"`, `"region":null`, `"latitude":40.4168`, `"longitude":-3.7038`, `"use":"home"`}},
	}
	for base, own := range map[string]struct {
		me, verifier string
		id           uuid.UUID
	}{
		patients: {apitest.Patient, apitest.Doctor, w.Patient}, doctors: {apitest.Doctor, apitest.Hospital, w.Doctor},
		institutions: {apitest.Hospital, apitest.Admin, w.Hospital},
	} {
		for kind, k := range kinds {
			path := base + "/" + own.id.String() + "/" + kind
			assert.Empty(t, list(t, app, own.me, path))
			first := add(t, app, own.me, base+"/me/"+kind, k.first)
			second := add(t, app, own.verifier, path, k.second)
			assert.True(t, first.Primary, path)
			assert.False(t, second.Primary, path)
			one := path + "/" + first.ID
			post := func(name, as, verb string, status int, contains ...string) apitest.Scenario {
				return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: one + "/" + verb, Status: status, Contains: contains}
			}
			app.Run(t, []apitest.Scenario{
				{Name: "read", As: own.verifier, Path: one, Status: http.StatusOK, WantHeader: map[string]string{"ETag": `"v1"`}, Contains: []string{`"verified_at":null`}},
				{Name: "unchanged", As: own.me, Path: one, Header: map[string]string{"If-None-Match": `"v1"`}, Status: http.StatusNotModified},
				post("oneself", own.me, "verify", http.StatusForbidden),
				post("verified", own.verifier, "verify", http.StatusOK, `"verified_at":"20`, `"version":2`),
				post("again", own.verifier, "verify", http.StatusOK, `"version":2`),
				{Name: "without If-Match", As: own.me, Method: http.MethodPatch, Path: one, Body: k.changed, Status: http.StatusPreconditionRequired},
				{Name: "stale", As: own.me, Method: http.MethodPatch, Path: one, Body: k.changed, Header: map[string]string{"If-Match": `"v1"`}, Status: http.StatusPreconditionFailed,
					WantHeader: map[string]string{"ETag": `"v2"`}},
				{Name: "deleted without If-Match", As: own.me, Method: http.MethodDelete, Path: one, Status: http.StatusPreconditionRequired},
				{Name: "a stale one deleted", As: own.me, Method: http.MethodDelete, Path: one, Header: map[string]string{"If-Match": `"v1"`}, Status: http.StatusPreconditionFailed},
				{Name: "nothing", As: own.me, Method: http.MethodPatch, Path: one, Body: object{}, Header: anyVersion, Status: http.StatusOK, Contains: []string{`"version":2`}},
				{Name: "changed", As: own.me, Method: http.MethodPatch, Path: one, Body: k.changed, Header: map[string]string{"If-Match": `"v2"`},
					Status: http.StatusOK, Contains: append(k.contains, `"verified_at":null`, `"version":3`, `"is_primary":true`)},
				{Name: "the other primary", As: own.me, Method: http.MethodPost, Path: path + "/" + second.ID + "/make-primary",
					Status: http.StatusOK, Contains: []string{`"is_primary":true`}},
				{Name: "no longer", As: own.me, Path: one, Status: http.StatusOK, Contains: []string{`"is_primary":false`}},
				{Name: "the primary goes", As: own.me, Method: http.MethodDelete, Header: anyVersion, Path: path + "/" + second.ID, Status: http.StatusNoContent},
				{Name: "and is gone", As: own.me, Path: path + "/" + second.ID, Status: http.StatusNotFound},
				{Name: "the rest is primary", As: own.me, Path: one, Status: http.StatusOK, Contains: []string{`"is_primary":true`}},
				{Name: "the last goes", As: own.me, Method: http.MethodDelete, Header: anyVersion, Path: one, Status: http.StatusNoContent},
				{Name: "twice", As: own.me, Method: http.MethodDelete, Header: anyVersion, Path: one, Status: http.StatusNotFound},
			})
			assert.Empty(t, list(t, app, own.me, path))
		}
	}
}

func TestWhoseContacts(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	const hidden = "hidden@example.org"
	address := fixture.Row{"email": hidden, "is_primary": true}
	of := map[string]string{
		patients + "/" + w.Patient.String():      apitest.Contact(t, app.Env.DB, "emails", "patient", w.Patient, address).String(),
		doctors + "/" + w.Doctor.String():        apitest.Contact(t, app.Env.DB, "emails", "doctor", w.Doctor, address).String(),
		institutions + "/" + w.Hospital.String(): apitest.Contact(t, app.Env.DB, "emails", "institution", w.Hospital, address).String(),
	}
	apitest.StaffWith(t, app.Env.DB, "staff.doctors@example.org", "doctors:read")
	denied := map[string]map[string]int{ // what reading answers to whom; others see it
		patients: {"": 401, apitest.OtherPatient: 404, apitest.OtherDoctor: 404, apitest.OtherClinic: 404, "staff.doctors@example.org": 403},
		doctors: {"": 401, apitest.Patient: 404, apitest.OtherPatient: 404, apitest.Colleague: 404, apitest.OtherDoctor: 404, apitest.OtherClinic: 404,
			"staff.doctors@example.org": 200},
		institutions: {"": 401, apitest.Patient: 404, apitest.Doctor: 404, apitest.OtherDoctor: 404, apitest.OtherClinic: 404, "staff.doctors@example.org": 403},
	}
	for owner, id := range of {
		for as, status := range denied[owner[:strings.LastIndex(owner, "/")]] {
			look := func(method, path string, body any) {
				t.Helper()
				s := apitest.Scenario{As: as, Method: method, Path: path, Body: body, Header: anyVersion, Status: status}
				if status == http.StatusOK && method != http.MethodGet {
					s.Status = http.StatusForbidden // who may only read
				}
				if s.Status != http.StatusOK {
					s.Excludes = []string{hidden}
				}
				s.Name = method + " " + path + " as " + as
				app.Run(t, []apitest.Scenario{s})
			}
			look(http.MethodGet, owner+"/emails", nil)
			look(http.MethodGet, owner+"/emails/"+id, nil)
			look(http.MethodPost, owner+"/emails", object{"email": "x@example.org"})
			look(http.MethodPatch, owner+"/emails/"+id, object{"email": "x@example.org"})
			look(http.MethodDelete, owner+"/emails/"+id, nil)
			look(http.MethodPost, owner+"/emails/"+id+"/make-primary", nil)
			look(http.MethodPost, owner+"/emails/"+id+"/verify", nil)
		}
	}
	patient, theirs := patients+"/"+w.Patient.String()+"/emails", of[patients+"/"+w.Patient.String()]
	app.Run(t, []apitest.Scenario{
		{Name: "a colleague reads", As: apitest.Colleague, Path: patient, Status: http.StatusOK, Contains: []string{hidden}},
		{Name: "and changes nothing", As: apitest.Colleague, Method: http.MethodDelete, Header: anyVersion, Path: patient + "/" + theirs, Status: http.StatusForbidden},
		{Name: "another's through one's own", As: apitest.OtherPatient, Path: patients + "/me/emails/" + theirs, Status: http.StatusNotFound},
		{Name: "of another kind", As: apitest.Admin, Path: patients + "/" + w.Patient.String() + "/phones/" + theirs, Status: http.StatusNotFound},
		{Name: "me is another kind", As: apitest.Doctor, Path: patients + "/me/emails", Status: http.StatusNotFound},
		{Name: "an id that nobody has", As: apitest.Admin, Path: doctors + "/" + uuid.NewString() + "/emails", Status: http.StatusNotFound},
	})
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE doctors SET status = 'suspended' WHERE id = $1", w.Doctor)
	require.NoError(t, err)
	app.Run(t, []apitest.Scenario{
		{Name: "suspended, one's own", As: apitest.Doctor, Path: doctors + "/me/emails", Status: http.StatusOK, Contains: []string{hidden}},
		{Name: "suspended, changing", As: apitest.Doctor, Method: http.MethodPost, Path: doctors + "/me/emails", Body: object{"email": "x@example.org"}, Status: http.StatusForbidden},
		{Name: "suspended, patients'", As: apitest.Doctor, Path: patient, Status: http.StatusNotFound},
	})
}

func TestAllThatIsWrongAtOnce(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	me := patients + "/me"
	email := add(t, app, apitest.Patient, me+"/emails", object{"email": "ana@example.org"})
	add(t, app, apitest.Patient, me+"/emails", object{"email": "b@example.org"})
	add(t, app, apitest.Patient, me+"/phones", object{"number": "+16175550100"})
	home := add(t, app, apitest.Patient, me+"/addresses", object{"line1": "12 Beacon Street", "city": "Boston", "country": "US", "region": "US-MA"})
	post := func(name, kind string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: apitest.Patient, Method: http.MethodPost, Path: me + "/" + kind, Body: body, Status: status, WantErrors: errors}
	}
	patch := func(name, path string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: apitest.Patient, Method: http.MethodPatch, Path: me + path, Body: body, Header: anyVersion, Status: status, WantErrors: errors}
	}
	const invalid, conflict = http.StatusUnprocessableEntity, http.StatusConflict
	long := strings.Repeat("é", 200)
	app.Run(t, []apitest.Scenario{
		post("no address", "emails", object{"email": "ana@", "type": "moon"}, invalid, "/email format", "/type not_found"),
		post("nothing", "emails", object{}, invalid, "/email required"),
		post("what one may not say", "emails", object{"email": "x@example.org", "is_primary": true, "verified_at": nil}, invalid, "/is_primary unexpected", "/verified_at unexpected"),
		post("the same address", "emails", object{"email": "ANA@example.org"}, conflict, "/email taken"),
		post("the same number", "phones", object{"number": "+1 617 555 0100"}, conflict, "/number taken"),
		post("no number", "phones", object{"number": "555", "type": "moon"}, invalid, "/number format", "/type not_found"),
		post("no extension", "phones", object{"number": "+16175550101", "extension": "x"}, invalid, "/extension format"),
		post("no place", "addresses", object{"line1": " ", "city": "\u00a0", "country": "XX", "region": "US-XX", "latitude": 1}, invalid,
			"/line1 blank", "/city blank", "/country not_found", "/region not_found", "/longitude required"),
		post("out of range", "addresses", object{"line1": "1", "city": "2", "country": "US", "use": "moon", "latitude": 91, "longitude": -181}, invalid,
			"/use not_allowed", "/latitude out_of_range", "/longitude out_of_range"),
		post("another country's region", "addresses", object{"line1": "1", "city": "2", "country": "ES", "region": "US-MA"}, invalid, "/region other_country"),
		patch("to the other address", "/emails/"+email.ID, object{"email": "b@example.org"}, conflict, "/email taken"),
		patch("what must be there", "/emails/"+email.ID, object{"email": nil, "type": nil}, invalid, "/email required", "/type required"),
		patch("away from its region", "/addresses/"+home.ID, object{"country": "ES"}, invalid, "/region other_country"),
		patch("half a position", "/addresses/"+home.ID, object{"longitude": 1, "line1": nil}, invalid, "/latitude required", "/line1 required"),
		{Name: "as plain JSON", As: apitest.Patient, Method: http.MethodPatch, Path: me + "/emails/" + email.ID, Body: object{},
			Header: map[string]string{"If-Match": "*", "Content-Type": "text/plain"}, Status: http.StatusUnsupportedMediaType},
		{Name: "no cursor", As: apitest.Patient, Path: me + "/emails?cursor=x", Status: invalid, WantErrors: []string{"/cursor invalid"}},
	})
	answer := app.Do(app.Request(t, post("long", "addresses", object{"line1": long, "city": "2", "country": "ES"}, 0)))
	assert.Contains(t, []int{http.StatusCreated, invalid}, answer.Code, "never a 500: %s", answer.Body)
}

func TestPhonesAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	post := func(body any) *httptest.ResponseRecorder {
		return app.Do(app.Request(t, apitest.Scenario{As: apitest.Patient, Method: http.MethodPost, Path: patients + "/me/phones", Body: body}))
	}
	for text, want := range map[string]string{
		"+49 (0)30/1234567":                "+49301234567",
		"+52 1 55 1234 5678":               "+525512345678",
		"+1 617-555-0123, ext 45":          "+16175550123 45",
		"+1 617-555-0123 x46":              "+16175550123 46", // a switchboard's other extension
		"+49 30/1234568 Durchwahl 7":       "+49301234568 7",
		"+1 617 555 0100 or +1 6175550101": "",
		"+1 555-0100":                      "",
		"+49 30/1234567 home":              "",
	} {
		answer := post(object{"number": text})
		if want == "" {
			assert.Equal(t, http.StatusUnprocessableEntity, answer.Code, text)
			continue
		}
		require.Equal(t, http.StatusCreated, answer.Code, "%s: %s", text, answer.Body)
		stored := apitest.Decode[struct {
			Number    string
			Extension string
		}](t, answer)
		assert.Equal(t, want, strings.TrimSpace(stored.Number+" "+stored.Extension), text)
	}
	assert.Equal(t, http.StatusConflict, post(object{"number": "+16175550123", "extension": "46"}).Code)
	assert.Equal(t, http.StatusUnprocessableEntity, post(object{"number": "+16175550123 x1", "extension": "2"}).Code)
}

// However many add and choose at once, there is one primary.
func TestOnePrimary(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	path := patients + "/" + w.Patient.String() + "/emails"
	primaries := func() int {
		return fixture.Value[int](t, app.Env.DB, "SELECT count(*) FROM emails WHERE entity_id = $1 AND is_primary", w.Patient)
	}
	together := func(requests []*http.Request) (codes []int) {
		codes = make([]int, len(requests))
		var all sync.WaitGroup
		for i, request := range requests {
			all.Go(func() {
				recorder := httptest.NewRecorder()
				app.Handler.ServeHTTP(recorder, request)
				codes[i] = recorder.Code
			})
		}
		all.Wait()
		return codes
	}
	callers := []string{apitest.Patient, apitest.Doctor, apitest.Hospital, apitest.Admin}
	var requests []*http.Request
	for i := range 8 {
		requests = append(requests, app.Request(t, apitest.Scenario{As: callers[i%len(callers)], Method: http.MethodPost, Path: path,
			Body: object{"email": string(rune('a'+i)) + "@example.org"}}))
	}
	for _, code := range together(requests) {
		assert.Equal(t, http.StatusCreated, code)
	}
	assert.Equal(t, 1, primaries())
	all := list(t, app, apitest.Patient, path)
	require.Len(t, all, len(requests))
	requests = nil
	for i, one := range all {
		requests = append(requests, app.Request(t, apitest.Scenario{As: callers[i%len(callers)], Method: http.MethodPost, Path: path + "/" + one.ID + "/make-primary"}))
	}
	for _, code := range together(requests) {
		assert.Equal(t, http.StatusOK, code)
	}
	assert.Equal(t, 1, primaries())
	requests = nil
	for _, one := range all[1:] {
		requests = append(requests, app.Request(t, apitest.Scenario{As: apitest.Admin, Method: http.MethodDelete, Header: anyVersion, Path: path + "/" + one.ID}))
	}
	for _, code := range together(requests) {
		assert.Equal(t, http.StatusNoContent, code)
	}
	left := list(t, app, apitest.Patient, path)
	require.Len(t, left, 1)
	assert.True(t, left[0].Primary)
}

func TestListsAreWalked(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	for _, kind := range []string{"emails", "phones", "addresses"} {
		for range 5 {
			apitest.Contact(t, app.Env.DB, kind, "doctor", w.Doctor)
			apitest.Contact(t, app.Env.DB, kind, "doctor", w.Colleague)
		}
		seen := map[string]bool{}
		for path := doctors + "/me/" + kind + "?limit=2"; path != ""; {
			page := apitest.Get[struct {
				Items      []item  `json:"items"`
				NextCursor *string `json:"next_cursor"`
			}](t, app, apitest.Doctor, path)
			for _, one := range page.Items {
				seen[one.ID] = true
			}
			path = ""
			if page.NextCursor != nil {
				path = doctors + "/me/" + kind + "?limit=2&cursor=" + *page.NextCursor
				app.Run(t, []apitest.Scenario{{Name: "another's list", As: apitest.Colleague, Path: path, Status: http.StatusUnprocessableEntity, WantErrors: []string{"/cursor invalid"}}})
			}
		}
		assert.Len(t, seen, 5, kind)
	}
}

// The trail has reads of a patient's contacts, and of changes the names of the fields, not what they hold.
func TestContactsInTheTrail(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	path := patients + "/" + w.Patient.String() + "/emails"
	one := add(t, app, apitest.Doctor, path, object{"email": "ana@example.org"})
	app.Run(t, []apitest.Scenario{
		{Name: "change", As: apitest.Doctor, Method: http.MethodPatch, Path: path + "/" + one.ID, Body: object{"email": "b@example.org"}, Header: anyVersion, Status: http.StatusOK},
		{Name: "verify", As: apitest.Doctor, Method: http.MethodPost, Path: path + "/" + one.ID + "/verify", Status: http.StatusOK},
		{Name: "primary already", As: apitest.Doctor, Method: http.MethodPost, Path: path + "/" + one.ID + "/make-primary", Status: http.StatusOK},
		{Name: "delete", As: apitest.Doctor, Method: http.MethodDelete, Header: anyVersion, Path: path + "/" + one.ID, Status: http.StatusNoContent},
	})
	const trail = `(SELECT action, payload, occurred_at, patient_id FROM audit_inbox UNION ALL SELECT action, payload, occurred_at, patient_id FROM audit_events) AS trail`
	assert.Equal(t, `email.create[email, type, is_primary] email.update[email] email.verify[verified_at] email.make_primary email.delete`,
		fixture.Value[string](t, app.Env.DB, `SELECT string_agg(action || coalesce(replace((payload->'fields')::text, '"', ''), ''), ' ' ORDER BY occurred_at)
			FROM `+trail+` WHERE patient_id = $1`, w.Patient))
	assert.False(t, fixture.Value[bool](t, app.Env.DB, `SELECT bool_or(payload::text LIKE '%example.org%') FROM `+trail+` WHERE patient_id = $1`, w.Patient))
}
