package accounts_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

// Whoever takes away a second factor has every permission of the account.
func TestResettingASecondFactor(t *testing.T) {
	t.Parallel()
	const lesser = "staff.lesser@example.org"
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	apitest.StaffWith(t, app.Env.DB, lesser, "cms_users:read", "cms_users:update", "accounts:update", "accounts:read")
	for table, email := range map[string]string{"users": apitest.Doctor, "cms_users": apitest.Editor} {
		id := fixture.Value[uuid.UUID](t, app.Env.DB, "SELECT id FROM "+table+" WHERE email = $1", email)
		path := staff + "/" + id.String()
		refusal := apitest.Scenario{Name: "by a lesser one", As: lesser, Method: http.MethodPost, Path: path + "/reset-second-factor", Status: http.StatusForbidden}
		if table == "users" {
			path = "/api/v1/cms/accounts/" + id.String()
			refusal = apitest.Scenario{Name: "by somebody else", As: apitest.Editor, Method: http.MethodPost, Path: path + "/reset-second-factor", Status: http.StatusForbidden}
		}
		app.SignIn(t, email)
		app.AddFactor(t, email)
		shows := func(state string) apitest.Scenario {
			return apitest.Scenario{Name: "shows " + state, As: apitest.Admin, Path: path, Status: http.StatusOK, Contains: []string{`"second_factor":"` + state + `"`}}
		}
		listed := shows("confirmed")
		listed.Path = path[:strings.LastIndex(path, "/")] + "?email=" + email
		app.Run(t, []apitest.Scenario{shows("confirmed"), listed})
		tag := app.Do(app.Request(t, shows("confirmed"))).Header().Get("ETag")
		count := func() int { return fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM second_factors") }
		app.Run(t, []apitest.Scenario{refusal})
		assert.Equal(t, 1, count())
		app.Run(t, []apitest.Scenario{
			{Name: "by an administrator", As: apitest.Admin, Method: http.MethodPost, Path: path + "/reset-second-factor",
				Body: object{"reason": "lost the phone"}, Status: http.StatusOK, Contains: []string{email, `"second_factor":"none"`}},
			{Name: "signed out", As: email, Path: "/api/v1/patients", Status: http.StatusUnauthorized},
		})
		assert.Zero(t, count())
		changed := shows("none")
		changed.Header = map[string]string{"If-None-Match": tag}
		app.Run(t, []apitest.Scenario{changed})
		assert.Contains(t, app.Mails(t, email, 1)[0].Subject, "second factor of your account was removed")
		app.SignIn(t, email) // without a code
		assert.Contains(t, actions(t, app, id.String()), "account.reset_second_factor")
	}
}
