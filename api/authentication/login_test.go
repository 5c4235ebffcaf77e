package authentication_test

import (
	"crypto/sha256"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const (
	login    = "/api/v1/auth/login"
	cmsLogin = "/api/v1/cms/auth/login"
)

func credentials(email, password string) map[string]string {
	return map[string]string{"email": email, "password": password}
}

func TestLogin(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	db := app.Env.DB
	app.Run(t, []apitest.Scenario{
		{Name: "in any case", Method: http.MethodPost, Path: login, Body: credentials(" Doctor@Example.ORG ", apitest.Password),
			Header: map[string]string{"User-Agent": "phone"}, Status: http.StatusOK,
			WantHeader: map[string]string{"Cache-Control": "no-store"},
			Contains:   []string{`"token_type":"Bearer"`, `"expires_in":600`, `"user_type":"doctor"`, w.Doctor.String(), `"role":null`},
			Excludes:   []string{"password", "$2a$"},
			Check: func(t *testing.T, answer *httptest.ResponseRecorder) {
				refresh := apitest.Decode[struct {
					RefreshToken string `json:"refresh_token"`
				}](t, answer).RefreshToken
				digest := sha256.Sum256([]byte(refresh))
				assert.Equal(t, "phone", fixture.Value[string](t, db, `SELECT s.user_agent FROM refresh_tokens r
					JOIN sessions s ON s.id = r.session_id JOIN users u ON u.id = s.user_id
					WHERE r.token_hash = $1 AND u.email = 'doctor@example.org' AND s.ended_at IS NULL AND s.ip = '192.0.2.1'`, digest[:]))
				assert.True(t, fixture.Value[bool](t, db, `SELECT last_login_at > now() - interval '1 minute' AND last_login_ip = '192.0.2.1'
					FROM users WHERE email = 'doctor@example.org'`))
			}},
		{Name: "staff", Method: http.MethodPost, Path: cmsLogin, Body: credentials(apitest.Editor, apitest.Password), Status: http.StatusOK,
			Contains: []string{`"user_type":"cms_user"`, `"role":"editor"`, `"reference_id":null`}},
		{Name: "missing fields", Method: http.MethodPost, Path: login, Body: `{"user":"x"}`, Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/email required", "/password required", "/user unexpected"}},
	})
}

// Whoever tries addresses and passwords must not learn which accounts there are.
func TestFailuresAreTheSame(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	for email, change := range map[string]string{
		apitest.Colleague:   "active = false",
		apitest.OtherDoctor: "locked_until = now() + interval '1 hour'",
	} {
		_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE users SET "+change+" WHERE email = $1", email) //nolint:gosec // the changes stand above
		require.NoError(t, err)
	}
	fixture.User(t, app.Env.DB, "doctor", fixture.Doctor(t, app.Env.DB), fixture.Row{"email": "nopassword@example.org"})
	var bodies []map[string]any
	for name, attempt := range map[string]struct{ path, email, password string }{
		"unknown address":        {login, "nobody@example.org", apitest.Password},
		"no address":             {login, "nobody", apitest.Password},
		"wrong password":         {login, apitest.Doctor, "wrong"},
		"empty password":         {login, apitest.Doctor, ""},
		"beyond bcrypt":          {login, apitest.Doctor, apitest.Password + strings.Repeat(" ", 72)},
		"disabled":               {login, apitest.Colleague, apitest.Password},
		"locked":                 {login, apitest.OtherDoctor, apitest.Password},
		"never set a password":   {login, "nopassword@example.org", apitest.Password},
		"staff at the wrong end": {login, apitest.Admin, apitest.Password},
		"doctor among the staff": {cmsLogin, apitest.Doctor, apitest.Password},
	} {
		app.Run(t, []apitest.Scenario{{
			Name: name, Method: http.MethodPost, Path: attempt.path, Body: credentials(attempt.email, attempt.password),
			Status: http.StatusUnauthorized, Contains: []string{"/problems/invalid_credentials"},
			Check: func(t *testing.T, answer *httptest.ResponseRecorder) {
				body := apitest.Decode[map[string]any](t, answer)
				delete(body, "request_id")
				bodies = append(bodies, body)
			},
		}})
	}
	for _, body := range bodies {
		assert.Equal(t, bodies[0], body)
	}
	assert.Equal(t, 3, fixture.Value[int](t, app.Env.DB, "SELECT failed_logins FROM users WHERE email = $1", apitest.Doctor))
	app.SignIn(t, apitest.Doctor)
	assert.Zero(t, fixture.Value[int](t, app.Env.DB, "SELECT failed_logins FROM users WHERE email = $1", apitest.Doctor))
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM sessions"))
}

func TestRoleChangesAreFeltWithinASecond(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	ask := func() int {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/patients", nil)
		request.Header.Set("Authorization", "Bearer "+app.Token(t, apitest.Editor))
		return app.Do(request).Code
	}
	require.Equal(t, http.StatusOK, ask())
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE cms_users SET active = false WHERE email = $1", apitest.Editor)
	require.NoError(t, err)
	wait.Within(t, time.Second, func() bool { return ask() == http.StatusUnauthorized })
}

func TestSigningKeysArePublished(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	answer := app.Do(httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/.well-known/jwks.json", nil))
	require.Equal(t, http.StatusOK, answer.Code)
	set := apitest.Decode[struct{ Keys []map[string]string }](t, answer)
	require.Len(t, set.Keys, 1)
	assert.Equal(t, "OKP", set.Keys[0]["kty"])
	private, err := json.Marshal(set)
	require.NoError(t, err)
	assert.NotContains(t, string(private), `"d":`)
}
