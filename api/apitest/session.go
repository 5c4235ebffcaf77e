package apitest

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

type grant struct {
	AccessToken  string `json:"access_token"`
	RefreshToken string `json:"refresh_token"`
}

// signIn opens a session of an account.
func (a *App) signIn(t testing.TB, email string) grant {
	t.Helper()
	path := "/api/v1/auth/login"
	if email == Admin || email == Editor || strings.HasPrefix(email, "staff") {
		path = "/api/v1/cms/auth/login"
	}
	answer := a.Do(a.Request(t, Scenario{
		Method: http.MethodPost, Path: path, Body: map[string]string{"email": email, "password": Password},
	}))
	require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
	return Decode[grant](t, answer)
}

// newSession opens another session of an account and returns its id.
func (c *Cast) newSession(t testing.TB, app *App, email string) string {
	t.Helper()
	app.signIn(t, email)
	return fixture.Value[string](t, app.Env.DB,
		"SELECT id FROM sessions WHERE $1 IN (user_id, cms_user_id) ORDER BY created_at DESC, id DESC LIMIT 1", c.Accounts[email])
}

func refreshToken(email string) func(testing.TB, Ask) any {
	return func(t testing.TB, a Ask) any { return object{"refresh_token": a.App.signIn(t, email).RefreshToken} }
}

func session(t testing.TB, a Ask) string       { return a.Cast.newSession(t, a.App, a.Account) }
func editorSession(t testing.TB, a Ask) string { return a.Cast.newSession(t, a.App, Editor) }
