package authentication_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

func TestVerifyEmail(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	const email = apitest.Patient
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE users SET verified = false WHERE email = $1", email)
	require.NoError(t, err)
	verified := func() bool {
		return fixture.Value[bool](t, app.Env.DB, "SELECT verified FROM users WHERE email = $1", email)
	}
	token := signIn(t, app, users, email).Access
	require.Equal(t, http.StatusAccepted, post(t, app, users+"/verify-email/resend", token, nil).Code)
	first := app.Mails(t, email, 1)[0].Token(t)
	require.Equal(t, http.StatusUnauthorized, post(t, app, users+"/verify-email/resend", "", nil).Code)
	require.Equal(t, http.StatusForbidden, post(t, app, staff+"/verify-email/resend", token, nil).Code)
	require.Equal(t, http.StatusAccepted, post(t, app, users+"/verify-email/resend", token, nil).Code)
	second := app.Mails(t, email, 2)[1].Token(t)

	assert.Equal(t, http.StatusUnprocessableEntity, post(t, app, users+"/verify-email", "", fields{"token": first}).Code, "replaced")
	assert.Equal(t, http.StatusUnprocessableEntity, post(t, app, staff+"/verify-email", "", fields{"token": second}).Code, "of the other realm")
	assert.False(t, verified())
	require.Equal(t, http.StatusNoContent, post(t, app, users+"/verify-email", "", fields{"token": second}).Code)
	assert.True(t, verified())
	assert.Equal(t, http.StatusUnprocessableEntity, post(t, app, users+"/verify-email", "", fields{"token": second}).Code, "used")
	require.Equal(t, http.StatusAccepted, post(t, app, users+"/verify-email/resend", token, nil).Code)
	assert.Equal(t, 2, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM mail_queue"), "nothing is left to confirm")
	assertTrail(t, app, "email.verify success", 1)
	assertNoSecrets(t, app, first, second)
}

func TestChangeEmail(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	change := func(email, password string) fields { return fields{"email": email, "password": password} }
	run := func(name, as, realm string, body fields, status int, want ...string) {
		app.Run(t, []apitest.Scenario{{Name: name, As: as, Method: http.MethodPost, Path: realm + "/change-email", Body: body,
			Status: status, WantErrors: want}})
	}
	const invalid = http.StatusUnprocessableEntity
	run("anonymous", "", users, change("new@example.org", apitest.Password), http.StatusUnauthorized)
	run("elsewhere", apitest.Doctor, staff, change("new@example.org", apitest.Password), http.StatusForbidden)
	run("wrong password", apitest.Doctor, users, change("new@example.org", "wrong"), invalid, "/password wrong")
	run("no address", apitest.Doctor, users, change("new", apitest.Password), invalid, "/email format")
	run("header in it", apitest.Doctor, users, change("new@example.org\r\nBcc: eve@example.org", apitest.Password), invalid, "/email format")
	run("the same", apitest.Doctor, users, change("Doctor@Example.org", apitest.Password), invalid, "/email unchanged")
	assert.Zero(t, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM mail_queue"))

	for _, c := range []struct{ realm, email, moved string }{
		{users, apitest.Doctor, "dora@example.net"}, {staff, apitest.Editor, "staff-ed@example.net"},
	} {
		reset := forgot(t, app, c.realm, c.email, 1)
		token := signIn(t, app, c.realm, c.email).Access
		answer := post(t, app, c.realm+"/change-email", token, change(c.moved, apitest.Password))
		require.Equal(t, http.StatusAccepted, answer.Code, answer.Body.String())
		assert.True(t, canSignIn(t, app, c.realm, c.email, apitest.Password), "until it is confirmed the old one stays")
		notice := app.Mails(t, c.email, 2)[1]
		assert.Equal(t, "Your e-mail address is about to change", notice.Subject)
		assert.NotContains(t, notice.Text, "token")
		link := app.Mails(t, c.moved, 1)[0].Token(t)
		require.Equal(t, http.StatusNoContent, post(t, app, c.realm+"/change-email/confirm", "", fields{"token": link}).Code)
		assert.False(t, canSignIn(t, app, c.realm, c.email, apitest.Password))
		assert.True(t, canSignIn(t, app, c.realm, c.moved, apitest.Password))
		assert.Equal(t, invalid, post(t, app, c.realm+"/change-email/confirm", "", fields{"token": link}).Code, "used")
		assert.Equal(t, invalid, post(t, app, c.realm+"/reset-password", "", fields{"token": reset, "new_password": newPassword}).Code,
			"links to the old address are of no use")
		assertNoSecrets(t, app, link)
	}
	assertTrail(t, app, "email.change success", 2)
	assertTrail(t, app, "email.change_requested failure", 1)
}

// An address that is taken must look like one that isn't.
func TestATakenAddressIsNoOracle(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	token := signIn(t, app, users, apitest.Doctor).Access
	free := post(t, app, users+"/change-email", token, fields{"email": "free@example.net", "password": apitest.Password})
	app.Mails(t, "free@example.net", 1)
	taken := post(t, app, users+"/change-email", token, fields{"email": apitest.Patient, "password": apitest.Password})
	assert.Equal(t, free.Code, taken.Code)
	assert.Equal(t, free.Body.String(), taken.Body.String())
	m := app.Mails(t, apitest.Patient, 1)[0]
	assert.Equal(t, "You already have an account", m.Subject)
	assert.NotContains(t, m.Text, "#token=")

	fresh := signIn(t, app, users, apitest.Colleague).Access
	require.Equal(t, http.StatusAccepted, post(t, app, users+"/change-email", fresh, fields{"email": "race@example.net", "password": apitest.Password}).Code)
	link := app.Mails(t, "race@example.net", 1)[0].Token(t)
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE users SET email = 'race@example.net' WHERE email = $1", apitest.OtherDoctor)
	require.NoError(t, err)
	answer := post(t, app, users+"/change-email/confirm", "", fields{"token": link})
	assert.Equal(t, http.StatusConflict, answer.Code, answer.Body.String())
}
