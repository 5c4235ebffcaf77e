package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// steppedUp are the operations that a stolen session isn't enough for.
var steppedUp = []string{
	"change-email", "change-password", "cms-change-email", "cms-change-password", "cms-create-recovery-codes", "cms-delete-second-factor",
	"create-cms-user", "create-recovery-codes", "create-role", "create-service-account", "create-service-account-secret",
	"delete-role", "delete-second-factor", "export-patient", "reset-account-second-factor", "reset-cms-user-second-factor",
	"update-cms-user", "update-role", "update-service-account",
}

func TestWhatNeedsAFreshSecondFactor(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	document := apitest.OpenAPI[struct {
		Paths map[string]map[string]struct {
			OperationID string
			StepUp      bool `json:"x-step-up"`
		}
	}](t, app.Handler)
	declared := map[string]bool{}
	for _, methods := range document.Paths {
		for _, op := range methods {
			declared[op.OperationID] = op.StepUp
		}
	}
	stale := map[string]string{}
	for _, email := range []string{apitest.Patient, apitest.Admin} {
		app.SignIn(t, email) // before there is a factor
		stale[email] = app.Token(t, email)
		app.AddFactor(t, email)
	}
	var found []string
	for _, op := range operations(t, app) {
		if !declared[op.id] {
			continue
		}
		caller := apitest.Admin
		if op.id == "export-patient" || strings.HasPrefix(op.path, "/api/v1/auth/") {
			caller = apitest.Patient
		}
		found = append(found, op.id)
		ask := apitest.Ask{App: app, Cast: cast, Caller: caller, Patient: cast.Patient, Account: apitest.OtherPatient}
		scenario := apitest.Operations[op.id].Scenario(t, ask, op.method, op.path)
		scenario.As = ""
		request := app.Request(t, scenario)
		request.Header.Set("Authorization", "Bearer "+stale[caller])
		answer := app.Do(request)
		require.Equal(t, http.StatusUnauthorized, answer.Code, "%s: %s", op.id, answer.Body)
		assert.Contains(t, answer.Body.String(), "/problems/step_up_required", op.id)
		assert.Equal(t, `Bearer realm="predicthealth", error="insufficient_user_authentication", max_age="300"`, answer.Header().Get("WWW-Authenticate"))
	}
	assert.Equal(t, steppedUp, found)
}

// beforeFactor are the operations that somebody may use who must add a second factor first.
var beforeFactor = []string{
	"change-password", "confirm-second-factor", "create-second-factor", "get-second-factor", "get-session", "logout", "logout-all", "step-up",
}

func TestWhoMustAddASecondFactorDoesNothingElse(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	app.Set(t, "auth.second_factor.required_of", `["patient", "admin"]`)
	app.Set(t, "auth.second_factor.grace", `"0s"`)
	for prefix, caller := range map[string]string{"": apitest.Patient, "cms-": apitest.Admin} {
		signIn := func() { // as if nothing had been done
			_, err := app.Env.DB.ExecContext(t.Context(), "DELETE FROM second_factors")
			require.NoError(t, err)
			for table, like := range map[string]string{"user": apitest.Doctor, "cms_user": apitest.Editor} {
				_, err := app.Env.DB.ExecContext(t.Context(), fmt.Sprintf(`UPDATE %[1]s_credentials SET password_hash = (
					SELECT password_hash FROM %[1]s_credentials c JOIN %[1]ss a ON a.id = c.%[1]s_id WHERE a.email = $1)`, table), like)
				require.NoError(t, err)
			}
			app.SignIn(t, caller)
		}
		wait.Within(t, wait.Patience, func() bool { // the settings are known
			signIn()
			return app.Do(app.Request(t, apitest.Scenario{As: caller, Path: "/api/v1/patients"})).Code == http.StatusForbidden
		})
		var found []string
		for _, op := range operations(t, app) {
			if !op.security {
				continue
			}
			_, err := app.Env.DB.ExecContext(t.Context(), "DELETE FROM second_factors") // that other requests would need
			require.NoError(t, err)
			ask := apitest.Ask{App: app, Cast: cast, Caller: caller, Patient: cast.Patient, Account: caller}
			answer := app.Do(app.Request(t, apitest.Operations[op.id].Scenario(t, ask, op.method, op.path)))
			if strings.Contains(answer.Body.String(), "/problems/second_factor_required") {
				continue
			}
			if answer.Code < http.StatusBadRequest {
				found = append(found, strings.TrimPrefix(op.id, prefix))
			}
			signIn()
		}
		assert.Equal(t, beforeFactor, found, caller)
	}
}
