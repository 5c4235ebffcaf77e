package api_test

import (
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// states are the states in which an account may do little, by their names in the table of docs/access.md. Each has the
// statements that put every account into it.
var states = map[string][]string{
	"must change the password": {
		"UPDATE users SET password_change_required = true", "UPDATE cms_users SET password_change_required = true",
	},
	"lacks a required second factor": {
		`UPDATE system_settings SET value = '["doctor", "editor"]' WHERE key = 'auth.second_factor.required_of'`,
		`UPDATE system_settings SET value = '"0s"' WHERE key = 'auth.second_factor.grace'`,
	},
}

// permitted reads what docs/access.md says of a state: the type of the refusal, and the operations that are not refused.
func permitted(t *testing.T, state string) (refusal string, operations []string) {
	t.Helper()
	text, err := os.ReadFile("../docs/access.md")
	require.NoError(t, err)
	row := regexp.MustCompile(`(?m)^\| ` + regexp.QuoteMeta(state) + ` \| 403 ` + "`([a-z_]+)`" + ` \| (.*) \|$`).FindStringSubmatch(string(text))
	require.NotNil(t, row, "docs/access.md has no row for %q", state)
	for _, name := range regexp.MustCompile("`([a-z-]+)`").FindAllStringSubmatch(row[2], -1) {
		operations = append(operations, name[1], "cms-"+name[1])
	}
	return "/problems/" + row[1], operations
}

// Every operation of the document, as callers whose account must be put in order first.
func TestAccountsThatMustBePutInOrder(t *testing.T) {
	t.Parallel()
	for state, statements := range states {
		refusal, allowed := permitted(t, state)
		for _, caller := range []string{apitest.Doctor, apitest.Editor} {
			t.Run(state+" "+caller, func(t *testing.T) {
				t.Parallel()
				app := apitest.New(t)
				cast := apitest.NewCast(t, app)
				for _, statement := range statements {
					_, err := app.Env.DB.ExecContext(t.Context(), statement)
					require.NoError(t, err)
				}
				refused := func(s apitest.Scenario) bool {
					answer, _ := send(t, app, s)
					return answer.Code == http.StatusForbidden && strings.Contains(answer.Body.String(), refusal)
				}
				wait.Within(t, wait.Patience, func() bool {
					app.SignIn(t, caller)
					return refused(apitest.Scenario{As: caller, Path: "/api/v1/patients"})
				}, "the state is known")
				ask := apitest.Ask{App: app, Cast: cast, Caller: caller, Patient: cast.Patient, Account: caller}
				asked := 0
				for _, op := range operations(t, app) {
					if !op.security || op.id == "change-password" || op.id == "cms-change-password" { // that one is the way out
						continue
					}
					asked++
					may := slices.Contains(allowed, op.id)
					assert.Equal(t, !may, refused(apitest.Operations[op.id].Scenario(t, ask, op.method, op.path)), op.id)
					if may && op.method != "get" { // it may have ended the session, or put the account in order
						_, err := app.Env.DB.ExecContext(t.Context(), "DELETE FROM second_factors")
						require.NoError(t, err)
						app.SignIn(t, caller)
					}
				}
				assert.Greater(t, asked, 200)
			})
		}
	}
}

// An account without a password can't sign in and so does nothing, whether its invitation is open or has expired.
func TestInvitedAccountsDoNothing(t *testing.T) {
	t.Parallel()
	g := invited(t)
	for _, state := range []string{"now() + interval '1 hour'", "now() - interval '1 hour'"} {
		g.exec(t, "UPDATE one_time_tokens SET expires_at = "+state)
		for _, op := range operations(t, g.app) {
			if op.id == "login" || op.id == "cms-login" {
				answer := g.post(t, "", op.path, map[string]any{"email": invitee, "password": chosen})
				assert.Equal(t, http.StatusUnauthorized, answer.Code, "%s %s", op.id, state)
			}
		}
	}
	assert.Equal(t, gone, g.accept(t, g.token(t, invitee, 1)))
}
