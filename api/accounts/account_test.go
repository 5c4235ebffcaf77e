package accounts_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const (
	users = "/api/v1/cms/accounts"
	staff = "/api/v1/cms/users"
)

func id(t *testing.T, app *apitest.App, table, email string) uuid.UUID {
	t.Helper()
	return fixture.Value[uuid.UUID](t, app.Env.DB, "SELECT id FROM "+table+" WHERE email = $1", email)
}

func login(email, password string) apitest.Scenario {
	path := "/api/v1/auth/login"
	if email == apitest.Editor || email == apitest.Admin {
		path = "/api/v1/cms/auth/login"
	}
	return apitest.Scenario{Name: "sign in", Method: http.MethodPost, Path: path, Body: map[string]string{"email": email, "password": password}}
}

// status is what a token is good for.
func status(t *testing.T, app *apitest.App, token string) int {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/patients", nil)
	request.Header.Set("Authorization", "Bearer "+token)
	return app.Do(request).Code
}

func TestAnAccountIsShutOutAndLetIn(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ base, table, email string }{
		"a doctor": {users, "users", apitest.Doctor},
		"staff":    {staff, "cms_users", apitest.Editor},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			app := apitest.New(t)
			apitest.NewWorld(t, app.Env.DB)
			path := c.base + "/" + id(t, app, c.table, c.email).String()
			token := app.Token(t, c.email)
			require.Equal(t, http.StatusOK, status(t, app, token))
			refused, accepted := login(c.email, apitest.Password), login(c.email, apitest.Password)
			refused.Status, accepted.Status = http.StatusUnauthorized, http.StatusOK
			app.Run(t, []apitest.Scenario{
				{Name: "disable", As: apitest.Admin, Method: http.MethodPost, Path: path + "/disable", Body: map[string]string{"reason": "left"},
					Status: http.StatusOK, Contains: []string{`"active":false`}, Excludes: []string{"$2a$"}},
				refused,
			})
			wait.Within(t, time.Second, func() bool { return status(t, app, token) == http.StatusUnauthorized })
			app.Run(t, []apitest.Scenario{
				{Name: "enable", As: apitest.Admin, Method: http.MethodPost, Path: path + "/enable", Status: http.StatusOK, Contains: []string{`"active":true`}},
				accepted,
			})
			assert.Equal(t, http.StatusUnauthorized, status(t, app, token), "an earlier token")
		})
	}
}

func TestSessionsEnd(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	token := app.Token(t, apitest.Doctor)
	require.Equal(t, http.StatusOK, status(t, app, token))
	app.Run(t, []apitest.Scenario{{Name: "end", As: apitest.Admin, Method: http.MethodPost, Status: http.StatusOK,
		Path: users + "/" + id(t, app, "users", apitest.Doctor).String() + "/end-sessions"}})
	assert.Equal(t, http.StatusUnauthorized, status(t, app, token))
	assert.Equal(t, "revoked", fixture.Value[string](t, app.Env.DB, "SELECT end_reason FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1", apitest.Doctor))
}

func TestALockedAccountIsUnlocked(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	wrong, right := login(apitest.Doctor, "wrong"), login(apitest.Doctor, apitest.Password)
	wrong.Status, right.Status = http.StatusUnauthorized, http.StatusUnauthorized
	app.Run(t, []apitest.Scenario{wrong, wrong, wrong, wrong, wrong, right})
	app.Run(t, []apitest.Scenario{{Name: "unlock", As: apitest.Admin, Method: http.MethodPost, Status: http.StatusOK,
		Path: users + "/" + id(t, app, "users", apitest.Doctor).String() + "/unlock", Contains: []string{`"failed_login_count":0`, `"lock_expires_at":null`}}})
	right.Status = http.StatusOK
	app.Run(t, []apitest.Scenario{right})
}

func TestAPasswordChangeIsForced(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	app.Run(t, []apitest.Scenario{{Name: "force", As: apitest.Admin, Method: http.MethodPost, Status: http.StatusOK,
		Path:     users + "/" + id(t, app, "users", apitest.Doctor).String() + "/require-password-change",
		Contains: []string{`"password_change_required":true`}}})
	app.SignIn(t, apitest.Doctor)
	app.Run(t, []apitest.Scenario{{Name: "nothing else", As: apitest.Doctor, Path: "/api/v1/patients", Status: http.StatusForbidden,
		Contains: []string{"/problems/password_change_required"}}})
}

func TestWhoMayAdminister(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	apitest.StaffWith(t, app.Env.DB, "staff-reader@example.org", "accounts:read")
	doctor, editor := id(t, app, "users", apitest.Doctor).String(), id(t, app, "cms_users", apitest.Editor).String()
	admin := id(t, app, "cms_users", apitest.Admin).String()
	missing := uuid.NewString()
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: users, Status: http.StatusUnauthorized},
		{Name: "doctor", As: apitest.Doctor, Path: users + "/" + doctor, Status: http.StatusForbidden, Excludes: []string{apitest.Doctor}},
		{Name: "editor", As: apitest.Editor, Path: users, Status: http.StatusForbidden},
		{Name: "reader reads", As: "staff-reader@example.org", Path: users + "/" + doctor, Status: http.StatusOK,
			Contains: []string{apitest.Doctor, `"user_type":"doctor"`}, Excludes: []string{"password_hash", "$2a$"}},
		{Name: "reader reads no staff", As: "staff-reader@example.org", Path: staff, Status: http.StatusForbidden},
		{Name: "reader changes nothing", As: "staff-reader@example.org", Method: http.MethodPost, Path: users + "/" + doctor + "/disable",
			Status: http.StatusForbidden},
		{Name: "missing", As: apitest.Admin, Method: http.MethodPost, Path: users + "/" + missing + "/disable", Status: http.StatusNotFound},
		{Name: "of the other realm", As: apitest.Admin, Method: http.MethodPost, Path: users + "/" + editor + "/disable", Status: http.StatusNotFound},
		{Name: "no id", As: apitest.Admin, Path: users + "/x", Status: http.StatusNotFound},
		{Name: "oneself", As: apitest.Admin, Method: http.MethodPost, Path: staff + "/" + admin + "/disable", Status: http.StatusConflict,
			Contains: []string{"/problems/own_account"}},
		{Name: "a field that isn't", As: apitest.Admin, Method: http.MethodPost, Path: users + "/" + doctor + "/unlock",
			Body: map[string]any{"active": true}, Status: http.StatusUnprocessableEntity, WantErrors: []string{"/active unexpected"}},
	})
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM cms_users WHERE email = $1 AND active", apitest.Admin))
}

func TestAccountsAreListed(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	type page struct {
		Items      []struct{ Email string }
		NextCursor *string `json:"next_cursor"`
	}
	first := apitest.Get[page](t, app, apitest.Admin, users+"?limit=2&sort=-email")
	require.Len(t, first.Items, 2)
	assert.Equal(t, apitest.Patient, first.Items[0].Email)
	second := apitest.Get[page](t, app, apitest.Admin, users+"?limit=2&sort=-email&cursor="+*first.NextCursor)
	assert.Less(t, second.Items[0].Email, first.Items[1].Email)
	app.Run(t, []apitest.Scenario{
		{Name: "by type", As: apitest.Admin, Path: users + "?user_type=institution", Status: http.StatusOK,
			Contains: []string{apitest.Hospital, apitest.OtherClinic}, Excludes: []string{apitest.Doctor}},
		{Name: "by the beginning of the address", As: apitest.Admin, Path: users + "?email=DOC", Status: http.StatusOK,
			Contains: []string{apitest.Doctor}, Excludes: []string{apitest.OtherDoctor}},
		{Name: "disabled", As: apitest.Admin, Path: users + "?active=false", Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "staff", As: apitest.Admin, Path: staff, Status: http.StatusOK, Contains: []string{`"role":"admin"`, `"role":"editor"`}},
		{Name: "another list's cursor", As: apitest.Admin, Path: users + "?sort=email&cursor=" + *first.NextCursor,
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/cursor invalid"}},
	})
}

func TestSignInsAreRemembered(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	wrong, right, other := login(apitest.Doctor, "wrong"), login(apitest.Doctor, apitest.Password), login(apitest.Colleague, apitest.Password)
	wrong.Status, right.Status, other.Status = http.StatusUnauthorized, http.StatusOK, http.StatusOK
	app.Run(t, []apitest.Scenario{wrong, right, other})
	path := users + "/" + id(t, app, "users", apitest.Doctor).String() + "/login-history"
	type history struct {
		Items []struct{ Action, Outcome, IP string }
	}
	var got history
	wait.Until(t, func() bool {
		got = apitest.Get[history](t, app, apitest.Admin, path)
		return len(got.Items) == 2
	}, "%v", got)
	assert.Equal(t, "success", got.Items[0].Outcome)
	assert.Equal(t, "failure", got.Items[1].Outcome)
	assert.Equal(t, "192.0.2.1", got.Items[0].IP)
	app.Run(t, []apitest.Scenario{
		{Name: "editor", As: apitest.Editor, Path: path, Status: http.StatusForbidden},
		{Name: "whose they are", As: apitest.Doctor, Path: path, Status: http.StatusForbidden},
		{Name: "missing", As: apitest.Admin, Path: users + "/" + uuid.NewString() + "/login-history", Status: http.StatusNotFound},
	})
}

func TestTheLastAdministratorStays(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	const manager, second = "staff-manager@example.org", "staff-second@example.org"
	every := fixture.Value[string](t, app.Env.DB, "SELECT string_agg(resource || ':' || action, ' ') FROM cms_permissions")
	apitest.StaffWith(t, app.Env.DB, manager, strings.Fields(every)...)
	disable := func(email string, status int, contains ...string) apitest.Scenario {
		return apitest.Scenario{Name: "disable " + email, As: manager, Method: http.MethodPost, Status: status, Contains: contains,
			Path: staff + "/" + id(t, app, "cms_users", email).String() + "/disable"}
	}
	app.Run(t, []apitest.Scenario{disable(apitest.Admin, http.StatusConflict, "/problems/last_administrator")})
	apitest.Staff(t, app.Env.DB, second, "admin")
	app.Run(t, []apitest.Scenario{
		disable(apitest.Admin, http.StatusOK, `"active":false`), disable(second, http.StatusConflict, "/problems/last_administrator"),
		disable(apitest.Editor, http.StatusOK),
	})
}
