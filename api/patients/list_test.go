package patients_test

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

type list struct {
	Items []struct {
		ID        string
		FirstName string `json:"first_name"`
		LastName  string `json:"last_name"`
	}
	NextCursor *string `json:"next_cursor"`
	PrevCursor *string `json:"prev_cursor"`
}

func (l list) names() []string {
	names := []string{}
	for _, item := range l.Items {
		names = append(names, item.FirstName)
	}
	return names
}

func TestListShowsWhomTheViewerMaySee(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	for as, want := range map[string][]string{
		apitest.Patient:     {"Ana"},
		apitest.Doctor:      {"Ana"},
		apitest.Colleague:   {"Ana"},
		apitest.Hospital:    {"Ana"},
		apitest.OtherDoctor: {"Otto"},
		apitest.OtherClinic: {"Otto"},
		apitest.Editor:      {"Otto", "Ana"},
		apitest.Admin:       {"Otto", "Ana"},
	} {
		assert.Equal(t, want, apitest.Get[list](t, app, as, patients).names(), as)
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.Doctor, "first_name": "Zoë", "last_name": "100%_Real"})
	fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.Doctor, "first_name": "Ina", "last_name": "Active", "active": false})
	names := func(want ...string) func(*testing.T, *httptest.ResponseRecorder) {
		return func(t *testing.T, answer *httptest.ResponseRecorder) {
			assert.Equal(t, want, apitest.Decode[list](t, answer).names())
		}
	}
	unprocessable := http.StatusUnprocessableEntity
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: patients, Status: http.StatusUnauthorized},
		{Name: "bad token", Path: patients, Header: map[string]string{"Authorization": "Bearer ey.ey.ey"},
			Status: http.StatusUnauthorized, Contains: []string{"/problems/invalid_token"}},
		{Name: "expired token", Path: patients, Header: map[string]string{"Authorization": "Bearer " + app.ExpiredToken(t, apitest.Doctor)},
			Status: http.StatusUnauthorized, Contains: []string{"/problems/token_expired"},
			WantHeader: map[string]string{"WWW-Authenticate": `Bearer realm="predicthealth", error="invalid_token"`}},
		{Name: "role without the permission", As: staff(t, app), Path: patients, Status: http.StatusForbidden},
		{Name: "newest first", As: apitest.Doctor, Path: patients, Status: http.StatusOK, Check: names("Zoë", "Ana"),
			Contains: []string{`"next_cursor":null`, `"prev_cursor":null`}, WantHeader: map[string]string{"Link": "", "Cache-Control": "no-store"}},
		{Name: "by name", As: apitest.Doctor, Path: patients + "?sort=-name", Status: http.StatusOK, Check: names("Ana", "Zoë")},
		{Name: "search without accent or case", As: apitest.Doctor, Path: patients + "?q=GARCIA", Status: http.StatusOK, Check: names("Ana")},
		{Name: "search across first and last name", As: apitest.Doctor, Path: patients + "?q=a%20g", Status: http.StatusOK, Check: names("Ana")},
		{Name: "search stays in the scope", As: apitest.Doctor, Path: patients + "?q=otto", Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "search in the other order", As: apitest.Doctor, Path: patients + "?q=garcia,%20ana", Status: http.StatusOK, Check: names("Ana")},
		{Name: "search within words", As: apitest.Doctor, Path: patients + "?q=arcia", Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "search takes wildcards literally", As: apitest.Doctor, Path: patients + "?q=real+100%25_", Status: http.StatusOK, Check: names("Zoë")},
		{Name: "deactivated", As: apitest.Doctor, Path: patients + "?active=false", Status: http.StatusOK, Check: names("Ina")},
		{Name: "by status", As: apitest.Doctor, Path: patients + "?validation_status=rejected", Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "of the doctor who is signed in", As: apitest.Doctor, Path: patients + "?doctor_id=me", Status: http.StatusOK, Check: names("Zoë", "Ana")},
		{Name: "of a colleague", As: apitest.Doctor, Path: patients + "?doctor_id=" + w.Colleague.String(), Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "of the doctor, for a colleague", As: apitest.Colleague, Path: patients + "?doctor_id=" + w.Doctor.String(), Status: http.StatusOK, Check: names("Zoë", "Ana")},
		{Name: "of a foreign doctor", As: apitest.Doctor, Path: patients + "?doctor_id=" + w.OtherDoctor.String(), Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "of me, who is no doctor", As: apitest.Admin, Path: patients + "?doctor_id=me", Status: unprocessable, WantErrors: []string{"/doctor_id not_found"}},
		{Name: "of no doctor", As: apitest.Admin, Path: patients + "?doctor_id=you", Status: unprocessable, WantErrors: []string{"/doctor_id format"}},
		{Name: "all mistakes at once", As: apitest.Doctor, Status: unprocessable,
			Path:       patients + "?limit=0&sort=age&offset=5&q=%00&active=maybe&validation_status=x",
			WantErrors: []string{"/limit out_of_range", "/sort not_allowed", "/offset unexpected", "/q format", "/active not_allowed", "/validation_status/0 not_allowed"}},
		{Name: "limit too high", As: apitest.Doctor, Path: patients + "?limit=201", Status: unprocessable, WantErrors: []string{"/limit out_of_range"}},
		{Name: "limit is no number", As: apitest.Doctor, Path: patients + "?limit=ten", Status: unprocessable, WantErrors: []string{"/limit type"}},
		{Name: "parameters given twice", As: apitest.Doctor, Path: patients + "?limit=1&limit=2&sort=name&sort=name&offset=1", Status: unprocessable,
			WantErrors: []string{"/limit duplicate", "/sort duplicate", "/offset unexpected"}},
		{Name: "a filter that can't be read", As: apitest.Doctor, Path: patients + "?q=a;b&active=maybe", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{" format", "/active not_allowed"}},
		{Name: "nor decoded", As: apitest.Doctor, Path: patients + "?doctor_id=%zz", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{" format"}},
		{Name: "made-up cursor", As: apitest.Doctor, Path: patients + "?cursor=AAAA", Status: unprocessable, WantErrors: []string{"/cursor invalid"}},
	})
}

// staff is the account of a role that may do nothing.
func staff(t *testing.T, app *apitest.App) string {
	t.Helper()
	fixture.Value[int](t, testOwner(t, app), "INSERT INTO cms_roles (code, name) VALUES ('nothing', 'Nothing') RETURNING id")
	apitest.Staff(t, app.Env.DB, "staff@example.org", "nothing")
	return "staff@example.org"
}

func TestLinksLeadThroughTheList(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	for i := range 4 {
		fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.Doctor, "first_name": fmt.Sprintf("Pilar %d", i), "last_name": "X"})
	}
	path := patients + "?limit=2&sort=name&active=true"
	first := apitest.Get[list](t, app, apitest.Doctor, path)
	assert.Equal(t, []string{"Ana", "Pilar 0"}, first.names())
	assert.Nil(t, first.PrevCursor)
	cursor, err := base64.RawURLEncoding.DecodeString(*first.NextCursor)
	require.NoError(t, err)
	assert.NotContains(t, string(cursor), "Pilar", "people's names are not in addresses")

	second := apitest.Get[list](t, app, apitest.Doctor, path+"&cursor="+*first.NextCursor)
	assert.Equal(t, []string{"Pilar 1", "Pilar 2"}, second.names())
	third := apitest.Get[list](t, app, apitest.Doctor, path+"&cursor="+*second.NextCursor)
	assert.Equal(t, []string{"Pilar 3"}, third.names())
	assert.Nil(t, third.NextCursor)
	assert.Equal(t, second.names(), apitest.Get[list](t, app, apitest.Doctor, path+"&cursor="+*third.PrevCursor).names())

	app.Run(t, []apitest.Scenario{
		{Name: "links", As: apitest.Doctor, Path: path + "&cursor=" + *first.NextCursor, Status: http.StatusOK,
			Check: func(t *testing.T, answer *httptest.ResponseRecorder) {
				links := answer.Header().Values("Link")
				require.Len(t, links, 2)
				for i, rel := range []string{"next", "prev"} {
					assert.True(t, strings.HasPrefix(links[i], "<"+patients+"?active=true&cursor="), links[i])
					assert.Contains(t, links[i], "&limit=2&sort=name>; rel=\""+rel+`"`)
				}
			}},
		{Name: "with another sort", As: apitest.Doctor, Path: patients + "?limit=2&sort=-name&cursor=" + *first.NextCursor,
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/cursor invalid"}},
		{Name: "with another filter", As: apitest.Doctor, Path: path + "&q=P&cursor=" + *first.NextCursor,
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/cursor invalid"}},
		{Name: "of another viewer", As: apitest.OtherDoctor, Path: path + "&cursor=" + *first.NextCursor,
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/cursor invalid"}},
	})
}
