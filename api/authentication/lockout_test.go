package authentication_test

import (
	"encoding/json"
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

// attempt signs in from an address.
func attempt(t *testing.T, app *apitest.App, email, password, ip string) *httptest.ResponseRecorder {
	t.Helper()
	body := `{"email": "` + email + `", "password": "` + password + `"}`
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, login, strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.RemoteAddr = ip + ":1234"
	return app.Do(request)
}

func TestGuessesSideBySide(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	bodies := map[string]bool{}
	for i, email := range []string{apitest.Doctor, "nobody@example.org"} {
		answers := make([]*httptest.ResponseRecorder, 200)
		var guessing sync.WaitGroup
		for j := range answers {
			guessing.Go(func() { answers[j] = attempt(t, app, email, "wrong", "192.0.2.9") })
		}
		guessing.Wait()
		for _, answer := range answers {
			require.Equal(t, http.StatusUnauthorized, answer.Code, answer.Body.String())
			body := apitest.Decode[map[string]any](t, answer)
			bodies[body["detail"].(string)] = true
		}
		assert.InDelta(t, 5*(i+1), app.Metric(t, "predicthealth_bcrypt_total"), 0, email)
	}
	assert.Len(t, bodies, 1)
	assert.InDelta(t, 2, app.Metric(t, "predicthealth_lockouts_total"), 0)

	assert.Equal(t, http.StatusUnauthorized, attempt(t, app, apitest.Doctor, apitest.Password, "192.0.2.9").Code)
	assert.Equal(t, http.StatusOK, attempt(t, app, apitest.Doctor, apitest.Password, "192.0.2.10").Code)
	require.NoError(t, app.Trail.Close(t.Context())) // it records what it has only counted
	outcomes := map[string]int{}
	for _, e := range app.Events(t) {
		var many struct{ Count int }
		_ = json.Unmarshal(e.Payload, &many) // most have no payload
		outcomes[e.Action+" "+e.Outcome] += max(1, many.Count)
	}
	assert.Equal(t, 10, outcomes["auth.login failure"])
	assert.Equal(t, 391, outcomes["auth.login denied"])
	assert.Equal(t, 1, outcomes["account.locked denied"])
}

// Whoever guesses the password of somebody else's account must not sign them out.
func TestALockEndsNobodysSession(t *testing.T) {
	t.Parallel()
	app := apitest.New(t, apitest.Setting(t, "auth.lockout.account_max_failures", "10"))
	apitest.NewWorld(t, app.Env.DB)
	victim := signIn(t, app, users, apitest.Doctor)
	for i := range 10 {
		attempt(t, app, apitest.Doctor, "wrong", fmt.Sprintf("192.0.3.%d", i+1))
	}
	require.True(t, fixture.Value[bool](t, app.Env.DB, "SELECT locked_until > now() FROM users WHERE email = $1", apitest.Doctor))
	require.Equal(t, http.StatusUnauthorized, attempt(t, app, apitest.Doctor, apitest.Password, "192.0.2.1").Code)

	assert.Equal(t, http.StatusOK, check(t, app, users, victim.Access))
	code, next := refresh(t, app, users, victim.Refresh)
	require.Equal(t, http.StatusOK, code)
	assert.Equal(t, http.StatusOK, listPatients(t, app, next.Access))
}
