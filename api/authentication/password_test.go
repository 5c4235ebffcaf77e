package authentication_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

const newPassword = "seven green bicycles sing"

type fields = map[string]any

func canSignIn(t testing.TB, app *apitest.App, realm, email, password string) bool {
	t.Helper()
	return post(t, app, realm+"/login", "", credentials(email, password)).Code == http.StatusOK
}

// forgot asks for a reset and returns the token that the account's mail brings, the count-th to that address.
func forgot(t testing.TB, app *apitest.App, realm, email string, count int) string {
	t.Helper()
	answer := post(t, app, realm+"/forgot-password", "", fields{"email": email})
	require.Equal(t, http.StatusAccepted, answer.Code, answer.Body.String())
	return app.Mails(t, email, count)[count-1].Token(t)
}

func TestChangePassword(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	change := func(current, next string) fields { return fields{"current_password": current, "new_password": next} }
	run := func(name, as, realm string, body any, status int, want ...string) {
		app.Run(t, []apitest.Scenario{{Name: name, As: as, Method: http.MethodPost, Path: realm + "/change-password",
			Body: body, Status: status, WantErrors: want, Excludes: []string{newPassword, apitest.Password}}})
	}
	const invalid = http.StatusUnprocessableEntity
	run("anonymous", "", users, change(apitest.Password, newPassword), http.StatusUnauthorized)
	run("doctor among the staff", apitest.Doctor, staff, change(apitest.Password, newPassword), http.StatusForbidden)
	run("staff among the others", apitest.Admin, users, change(apitest.Password, newPassword), http.StatusForbidden)
	run("wrong", apitest.Doctor, users, change("wrong", newPassword), invalid, "/current_password wrong")
	run("too short", apitest.Doctor, users, change(apitest.Password, "short"), invalid, "/new_password too_short")
	run("too long", apitest.Doctor, users, change(apitest.Password, strings.Repeat("xy1 ", 19)), invalid, "/new_password too_long")
	run("common", apitest.Doctor, users, change(apitest.Password, "password1"), invalid, "/new_password too_common")
	run("their name", apitest.Doctor, users, change(apitest.Password, "DoraDoctor1"), invalid, "/new_password too_predictable")
	run("the same", apitest.Doctor, users, change(apitest.Password, apitest.Password), invalid, "/new_password unchanged")
	run("privileged", apitest.Doctor, users, fields{"current_password": apitest.Password, "new_password": newPassword, "role": "admin",
		"account_id": "x"}, invalid, "/role unexpected", "/account_id unexpected")

	for _, c := range []struct{ realm, email string }{{users, apitest.Doctor}, {staff, apitest.Editor}} {
		mine, other := signIn(t, app, c.realm, c.email).Access, signIn(t, app, c.realm, c.email).Access
		answer := post(t, app, c.realm+"/change-password", mine, change(apitest.Password, newPassword))
		require.Equal(t, http.StatusNoContent, answer.Code, answer.Body.String())
		assert.Equal(t, http.StatusUnauthorized, post(t, app, c.realm+"/logout", other, nil).Code, "other sessions end")
		assert.Equal(t, http.StatusNoContent, post(t, app, c.realm+"/logout", mine, nil).Code, "one's own lives")
		assert.False(t, canSignIn(t, app, c.realm, c.email, apitest.Password))
		assert.True(t, canSignIn(t, app, c.realm, c.email, newPassword))
		assert.Equal(t, "Your password was changed", app.Mails(t, c.email, 1)[0].Subject)
	}
	assertTrail(t, app, "password.change success", 2)
	assertTrail(t, app, "password.change failure", 1)
	assertNoSecrets(t, app, apitest.Password, newPassword)
}

func TestWhoMustChangeThePasswordCan(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE users SET password_change_required = true WHERE email = $1", apitest.Doctor)
	require.NoError(t, err)
	token := signIn(t, app, users, apitest.Doctor).Access
	answer := post(t, app, users+"/change-password", token, fields{"current_password": apitest.Password, "new_password": newPassword})
	require.Equal(t, http.StatusNoContent, answer.Code, answer.Body.String())
	assert.False(t, fixture.Value[bool](t, app.Env.DB, "SELECT password_change_required FROM users WHERE email = $1", apitest.Doctor))
}

func TestGuessingTheCurrentPasswordLocks(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	token := signIn(t, app, users, apitest.Doctor).Access
	guess := func(password string) int {
		return post(t, app, users+"/change-password", token, fields{"current_password": password, "new_password": newPassword}).Code
	}
	for range 5 {
		require.Equal(t, http.StatusUnprocessableEntity, guess("wrong"))
	}
	assert.Equal(t, http.StatusUnprocessableEntity, guess(apitest.Password), "locked")
	assert.False(t, canSignIn(t, app, users, apitest.Doctor, apitest.Password), "it is the lock of signing in")

	reset := post(t, app, users+"/reset-password", "", fields{"token": forgot(t, app, users, apitest.Doctor, 1), "new_password": newPassword})
	require.Equal(t, http.StatusNoContent, reset.Code, reset.Body.String())
	assert.True(t, canSignIn(t, app, users, apitest.Doctor, newPassword), "a reset unlocks")
}

// Whoever asks must not learn which addresses have accounts.
func TestForgottenPasswordsOfKnownAndUnknown(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE users SET active = false WHERE email = $1", apitest.Colleague)
	require.NoError(t, err)
	for _, email := range []string{apitest.Doctor, apitest.Colleague, "nobody@example.org", apitest.Admin, "nobody", ""} {
		answer := post(t, app, users+"/forgot-password", "", fields{"email": email})
		assert.Equal(t, http.StatusAccepted, answer.Code, email)
		assert.Empty(t, answer.Body.String(), email)
	}
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM mail_queue"))
	assertTrail(t, app, "password.reset_requested success", 1)
	assertTrail(t, app, "password.reset_requested failure", 4)
	assertTrail(t, app, "password.reset_requested denied", 1)
	assertNoSecrets(t, app, "nobody@example.org")
}

// However many strangers ask, from wherever: the mailbox is not flooded, and the last link works.
func TestAMailboxIsNotFlooded(t *testing.T) {
	t.Parallel()
	app := apitest.New(t, apitest.Setting(t, "api.rate_limit.recipient_per_hour", "2"))
	apitest.NewWorld(t, app.Env.DB)
	ask := func(email string, from int) {
		t.Helper()
		request := app.Request(t, apitest.Scenario{Method: http.MethodPost, Path: users + "/forgot-password", Body: fields{"email": email}})
		request.RemoteAddr = fmt.Sprintf("198.51.100.%d:1234", from)
		answer := app.Do(request)
		assert.Equal(t, http.StatusAccepted, answer.Code)
		assert.Empty(t, answer.Body.String())
	}
	for i := range 4 {
		ask([]string{apitest.Doctor, "DOCTOR@example.org"}[i%2], i)
	}
	ask(apitest.Patient, 9)
	app.Mails(t, apitest.Patient, 1)
	token := app.Mails(t, apitest.Doctor, 2)[1].Token(t)
	assert.Equal(t, 3, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM mail_queue"))
	assertTrail(t, app, "password.reset_requested denied", 2)
	reset := post(t, app, users+"/reset-password", "", fields{"token": token, "new_password": newPassword})
	assert.Equal(t, http.StatusNoContent, reset.Code, reset.Body.String())
}

func TestResetPassword(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	for i, c := range []struct{ realm, other, email, page string }{
		{users, staff, apitest.Patient, "/reset-password#token="}, {staff, users, apitest.Admin, "/cms/reset-password#token="},
	} {
		session := signIn(t, app, c.realm, c.email).Access
		replaced := forgot(t, app, c.realm, c.email, 1)
		token := forgot(t, app, c.realm, c.email, 2)
		m := app.Mails(t, c.email, 2)[1]
		assert.Contains(t, m.Text, apitest.PublicURL+c.page+token)
		assert.Contains(t, m.HTML, `href="`+apitest.PublicURL+c.page+token+`"`)
		reset := func(realm, token string) *httptest.ResponseRecorder {
			return post(t, app, realm+"/reset-password", "", fields{"token": token, "new_password": newPassword})
		}
		for name, answer := range map[string]*httptest.ResponseRecorder{
			"unknown": reset(c.realm, "x"), "replaced": reset(c.realm, replaced), "of the other realm": reset(c.other, token),
			"for something else": post(t, app, c.realm+"/verify-email", "", fields{"token": token}),
		} {
			assert.Equal(t, http.StatusUnprocessableEntity, answer.Code, name)
			assert.Contains(t, answer.Body.String(), `"pointer":"/token","code":"invalid"`, name)
		}
		weak := post(t, app, c.realm+"/reset-password", "", fields{"token": token, "new_password": c.email})
		assert.Contains(t, weak.Body.String(), `"code":"too_predictable"`)

		require.Equal(t, http.StatusNoContent, reset(c.realm, token).Code)
		assert.Equal(t, http.StatusUnprocessableEntity, reset(c.realm, token).Code, "used")
		assert.True(t, canSignIn(t, app, c.realm, c.email, newPassword))
		assert.Equal(t, http.StatusUnauthorized, post(t, app, c.realm+"/logout", session, nil).Code, "all sessions end")
		table := []string{"users", "cms_users"}[i]
		assert.True(t, fixture.Value[bool](t, app.Env.DB, "SELECT verified FROM "+table+" WHERE email = $1", c.email))
		assertNoSecrets(t, app, token, replaced, newPassword)
	}
	assertTrail(t, app, "password.reset success", 2)
}

func TestExpiredTokens(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	token := forgot(t, app, users, apitest.Doctor, 1)
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE one_time_tokens SET expires_at = now()")
	require.NoError(t, err)
	answer := post(t, app, users+"/reset-password", "", fields{"token": token, "new_password": newPassword})
	assert.Contains(t, answer.Body.String(), `"pointer":"/token","code":"invalid"`)
	assert.True(t, canSignIn(t, app, users, apitest.Doctor, apitest.Password))
}

func TestATokenWorksOnceHoweverManyTryAtOnce(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	token := forgot(t, app, users, apitest.Doctor, 1)
	codes := make([]int, 20)
	var trying sync.WaitGroup
	for i := range codes {
		trying.Go(func() {
			codes[i] = post(t, app, users+"/reset-password", "", fields{"token": token, "new_password": newPassword}).Code
		})
	}
	trying.Wait()
	count := map[int]int{}
	for _, code := range codes {
		count[code]++
	}
	assert.Equal(t, map[int]int{http.StatusNoContent: 1, http.StatusUnprocessableEntity: len(codes) - 1}, count)
	assertTrail(t, app, "password.reset success", 1)
}

func assertTrail(t *testing.T, app *apitest.App, event string, times int) {
	t.Helper()
	count := 0
	for _, e := range app.Events(t) {
		if e.Action+" "+e.Outcome == event {
			count++
		}
	}
	assert.Equal(t, times, count, event)
}

// assertNoSecrets looks for them in the log, the trail and the queue of mails.
func assertNoSecrets(t *testing.T, app *apitest.App, secrets ...string) {
	t.Helper()
	written := app.Log.String() +
		fixture.Value[string](t, app.Env.DB, "SELECT coalesce(string_agg(a::text, ' '), '') FROM audit_inbox a") +
		fixture.Value[string](t, app.Env.DB, "SELECT coalesce(string_agg(a::text, ' '), '') FROM audit_events a") +
		fixture.Value[string](t, app.Env.DB, "SELECT coalesce(string_agg(m::text, ' '), '') FROM mail_queue m")
	for _, secret := range secrets {
		assert.NotContains(t, written, secret)
	}
}
