package authentication_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const users, staff = "/api/v1/auth", "/api/v1/cms/auth"

// trail is what was recorded, sealed or not yet.
const trail = `SELECT action, outcome, actor_id, payload FROM audit_inbox
	UNION ALL SELECT action, outcome, actor_id, payload FROM audit_events`

type tokens struct {
	Access    string `json:"access_token"`
	Refresh   string `json:"refresh_token"`
	ExpiresIn int    `json:"expires_in"`
}

// post sends a body to a path, with an access token if there is one.
func post(t testing.TB, app *apitest.App, path, token string, body any) *httptest.ResponseRecorder {
	t.Helper()
	return send(t, app, http.MethodPost, path, token, body)
}

func send(t testing.TB, app *apitest.App, method, path, token string, body any) *httptest.ResponseRecorder {
	t.Helper()
	var text []byte
	if body != nil {
		var err error
		text, err = json.Marshal(body)
		require.NoError(t, err)
	}
	request := httptest.NewRequestWithContext(t.Context(), method, path, bytes.NewReader(text))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", "tablet")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	return app.Do(request)
}

func signIn(t testing.TB, app *apitest.App, realm, email string) tokens {
	t.Helper()
	answer := post(t, app, realm+"/login", "", credentials(email, apitest.Password))
	require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
	return apitest.Decode[tokens](t, answer)
}

func refresh(t testing.TB, app *apitest.App, realm, token string) (int, tokens) {
	t.Helper()
	answer := post(t, app, realm+"/refresh", "", map[string]string{"refresh_token": token})
	if answer.Code != http.StatusOK {
		assert.Contains(t, answer.Body.String(), "/problems/invalid_refresh_token")
		return answer.Code, tokens{}
	}
	return answer.Code, apitest.Decode[tokens](t, answer)
}

// check asks for the session of a token.
func check(t testing.TB, app *apitest.App, realm, token string) int {
	t.Helper()
	return send(t, app, http.MethodGet, realm+"/session", token, nil).Code
}

// later makes time pass for all that was done so far.
func later(t testing.TB, app *apitest.App, interval string) {
	t.Helper()
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE refresh_tokens SET used_at = used_at - $1::interval", interval)
	require.NoError(t, err)
}

// replayLate makes used refresh tokens as if they were used in an hour: whoever repeats a request is in time, however
// slow the machine is.
func replayLate(t *testing.T, app *apitest.App) {
	t.Helper()
	_, err := testenv.Owner(t, app.Env).ExecContext(t.Context(), `
		CREATE FUNCTION use_later() RETURNS trigger LANGUAGE plpgsql AS
			'BEGIN NEW.used_at := NEW.used_at + interval ''1 hour''; RETURN NEW; END';
		CREATE TRIGGER use_later BEFORE UPDATE ON refresh_tokens FOR EACH ROW
			WHEN (OLD.used_at IS NULL AND NEW.used_at IS NOT NULL) EXECUTE FUNCTION use_later()`)
	require.NoError(t, err)
}

func TestRefresh(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	replayLate(t, app)
	apitest.NewWorld(t, app.Env.DB)
	for realm, email := range map[string]string{users: apitest.Doctor, staff: apitest.Editor} {
		first := signIn(t, app, realm, email)
		code, second := refresh(t, app, realm, first.Refresh)
		require.Equal(t, http.StatusOK, code)
		assert.NotEqual(t, first.Refresh, second.Refresh)
		assert.Equal(t, http.StatusOK, check(t, app, realm, second.Access))
		assert.Equal(t, http.StatusOK, check(t, app, realm, first.Access), "it lives until it expires")

		code, again := refresh(t, app, realm, first.Refresh)
		require.Equal(t, http.StatusOK, code, "the answer was lost")
		assert.Equal(t, second.Refresh, again.Refresh)

		other := map[string]string{users: staff, staff: users}[realm]
		code, _ = refresh(t, app, other, second.Refresh)
		assert.Equal(t, http.StatusUnauthorized, code, "in the other realm")
		code, _ = refresh(t, app, realm, second.Refresh)
		assert.Equal(t, http.StatusOK, code)
	}
	assert.True(t, fixture.Value[bool](t, app.Env.DB, `SELECT bool_and(user_agent = 'tablet' AND last_seen_at > created_at)
		FROM sessions`))
	for owner, lasts := range map[string][2]string{"user_id": {"7 days", "30 days"}, "cms_user_id": {"1 hour", "12 hours"}} {
		assert.True(t, fixture.Value[bool](t, app.Env.DB, fmt.Sprintf(`SELECT bool_and(idle_expires_at - last_seen_at = $1::interval
			AND expires_at - created_at BETWEEN $2::interval - interval '10 minutes' AND $2::interval) FROM sessions WHERE %s IS NOT NULL`, owner), lasts[0], lasts[1]), owner)
	}
	assert.Zero(t, fixture.Value[int](t, app.Env.DB, `SELECT count(*)::int FROM sessions s JOIN refresh_tokens t ON t.session_id = s.id
		WHERE t.used_at IS NULL GROUP BY s.id HAVING count(*) <> 1 UNION ALL SELECT 0 LIMIT 1`))
}

func TestARefreshTokenIsGoodForNothingElse(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	given := signIn(t, app, users, apitest.Patient)
	assert.Equal(t, http.StatusUnauthorized, check(t, app, users, given.Refresh))
	code, _ := refresh(t, app, users, given.Access)
	assert.Equal(t, http.StatusUnauthorized, code)
}

func TestReuseEndsTheSession(t *testing.T) {
	t.Parallel()
	for name, reuse := range map[string]func(t *testing.T, app *apitest.App, first, second tokens) string{
		"after the window": func(t *testing.T, app *apitest.App, first, _ tokens) string {
			later(t, app, "11 seconds")
			return first.Refresh
		},
		"a grandparent": func(t *testing.T, app *apitest.App, first, second tokens) string {
			code, _ := refresh(t, app, users, second.Refresh)
			require.Equal(t, http.StatusOK, code)
			return first.Refresh
		},
		"when its own time is over": func(t *testing.T, app *apitest.App, first, _ tokens) string {
			_, err := app.Env.DB.ExecContext(t.Context(), `UPDATE refresh_tokens
				SET used_at = used_at - interval '8 days', expires_at = now() - interval '1 day' WHERE used_at IS NOT NULL`)
			require.NoError(t, err)
			return first.Refresh
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			app := apitest.New(t)
			apitest.NewWorld(t, app.Env.DB)
			bystander := signIn(t, app, users, apitest.Doctor)
			first := signIn(t, app, users, apitest.Doctor)
			_, second := refresh(t, app, users, first.Refresh)
			code, _ := refresh(t, app, users, reuse(t, app, first, second))
			assert.Equal(t, http.StatusUnauthorized, code)

			code, _ = refresh(t, app, users, second.Refresh)
			assert.Equal(t, http.StatusUnauthorized, code, "the family is dead")
			assert.Equal(t, http.StatusUnauthorized, listPatients(t, app, second.Access))
			assert.Equal(t, http.StatusOK, listPatients(t, app, bystander.Access), "another session")
			assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM sessions WHERE end_reason = 'reuse'"))
			assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM revocations"))
			assert.Equal(t, "denied", fixture.Value[string](t, app.Env.DB, "SELECT outcome FROM ("+trail+") t WHERE action = 'session.reuse'"))
		})
	}
}

func TestParallelRefreshesGiveOneSuccessor(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	replayLate(t, app)
	apitest.NewWorld(t, app.Env.DB)
	first := signIn(t, app, users, apitest.Doctor)
	var mu sync.Mutex
	given := map[string]int{}
	var all sync.WaitGroup
	for range 100 {
		all.Go(func() {
			code, next := refresh(t, app, users, first.Refresh)
			mu.Lock()
			defer mu.Unlock()
			assert.Equal(t, http.StatusOK, code)
			given[next.Refresh]++
		})
	}
	all.Wait()
	assert.Len(t, given, 1)
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, `SELECT count(*)::int FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id
		WHERE t.used_at IS NULL AND s.ended_at IS NULL`))
	for next := range given {
		code, _ := refresh(t, app, users, next)
		assert.Equal(t, http.StatusOK, code)
	}
}

// Whoever lost the right to sign in must not stay by refreshing.
func TestRefreshAsksWhetherTheAccountMayStill(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]string{
		"disabled":          "UPDATE users SET active = false",
		"session idle":      "UPDATE sessions SET idle_expires_at = now()",
		"session over":      "UPDATE sessions SET idle_expires_at = now(), expires_at = now()",
		"session ended":     "UPDATE sessions SET ended_at = now(), end_reason = 'revoked'",
		"token over":        "UPDATE refresh_tokens SET expires_at = now()",
		"session not there": "DELETE FROM sessions",
		"account not there": "DELETE FROM users",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			app := apitest.New(t)
			apitest.NewWorld(t, app.Env.DB)
			given := signIn(t, app, users, apitest.Doctor)
			_, err := app.Env.DB.ExecContext(t.Context(), change)
			require.NoError(t, err)
			code, _ := refresh(t, app, users, given.Refresh)
			assert.Equal(t, http.StatusUnauthorized, code)
		})
	}
}

func TestRefreshRefusesWhatIsNoToken(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	app.Run(t, []apitest.Scenario{
		{Name: "unknown", Method: http.MethodPost, Path: users + "/refresh", Body: map[string]string{"refresh_token": "x"},
			Status: http.StatusUnauthorized, Contains: []string{"/problems/invalid_refresh_token"},
			WantHeader: map[string]string{"WWW-Authenticate": `Bearer realm="predicthealth"`}},
		{Name: "none", Method: http.MethodPost, Path: users + "/refresh", Body: map[string]string{"token": "x"},
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/refresh_token required", "/token unexpected"}},
	})
}

func TestLogout(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	for realm, email := range map[string]string{users: apitest.Hospital, staff: apitest.Admin} {
		here, there, elsewhere := signIn(t, app, realm, email), signIn(t, app, realm, email), signIn(t, app, realm, email)
		require.Equal(t, http.StatusNoContent, post(t, app, realm+"/logout", here.Access, nil).Code)
		assert.Equal(t, http.StatusUnauthorized, listPatients(t, app, here.Access))
		code, _ := refresh(t, app, realm, here.Refresh)
		assert.Equal(t, http.StatusUnauthorized, code)
		assert.Equal(t, http.StatusOK, check(t, app, realm, there.Access))

		require.Equal(t, http.StatusNoContent, post(t, app, realm+"/logout-all", there.Access, nil).Code)
		for _, given := range []tokens{there, elsewhere} {
			assert.Equal(t, http.StatusUnauthorized, listPatients(t, app, given.Access))
			code, _ := refresh(t, app, realm, given.Refresh)
			assert.Equal(t, http.StatusUnauthorized, code)
		}
	}
	assert.Equal(t, 4, fixture.Value[int](t, app.Env.DB, `SELECT count(*)::int FROM (`+trail+`) t WHERE action = 'auth.logout'
		AND actor_id IS NOT NULL AND payload->>'reason' = 'logout'`))
	assert.Empty(t, app.Env.Redis.Keys(t.Context(), "session:*").Val())
}

func TestSessions(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	type session struct {
		ID      uuid.UUID `json:"id"`
		Device  string    `json:"device"`
		IP      string    `json:"ip"`
		Current bool      `json:"current"`
	}
	list := func(token string) (items []session) {
		answer := send(t, app, http.MethodGet, users+"/sessions", token, nil)
		require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
		return apitest.Decode[struct{ Items []session }](t, answer).Items
	}
	other := signIn(t, app, users, apitest.Doctor)
	mine := signIn(t, app, users, apitest.Doctor)
	foreign := signIn(t, app, users, apitest.Colleague)
	sessions := list(mine.Access)
	require.Len(t, sessions, 2)
	assert.Equal(t, []bool{true, false}, []bool{sessions[0].Current, sessions[1].Current})
	assert.Equal(t, "tablet", sessions[0].Device)
	assert.Equal(t, "192.0.2.1", sessions[0].IP)

	end := func(id string) int {
		return send(t, app, http.MethodDelete, users+"/sessions/"+id, mine.Access, nil).Code
	}
	for _, id := range []string{list(foreign.Access)[0].ID.String(), uuid.NewString(), uuid.Nil.String(), "x"} {
		assert.Equal(t, http.StatusNotFound, end(id))
	}
	assert.Equal(t, http.StatusNoContent, end(sessions[1].ID.String()))
	assert.Equal(t, http.StatusNotFound, end(sessions[1].ID.String()), "it has ended")
	assert.Equal(t, http.StatusUnauthorized, check(t, app, users, other.Access))
	assert.Equal(t, http.StatusOK, check(t, app, users, foreign.Access))
	assert.Len(t, list(mine.Access), 1)

	app.Run(t, []apitest.Scenario{
		{Name: "a session without a token", Path: users + "/session", Status: http.StatusUnauthorized},
		{Name: "a doctor among the staff", As: apitest.Doctor, Path: staff + "/session", Status: http.StatusForbidden},
		{Name: "staff among the users", As: apitest.Admin, Path: users + "/sessions", Status: http.StatusForbidden},
		{Name: "staff signs out a user", As: apitest.Admin, Method: http.MethodPost, Path: users + "/logout-all", Status: http.StatusForbidden},
		{Name: "a doctor", As: apitest.Doctor, Path: users + "/session", Status: http.StatusOK,
			Contains: []string{`"user_type":"doctor"`, w.Doctor.String(), `"role":null`, `"permissions":[]`, `"must_change_password":false`}},
		{Name: "an editor", As: apitest.Editor, Path: staff + "/session", Status: http.StatusOK,
			Contains: []string{`"user_type":"cms_user"`, `"role":"editor"`, `"patients:read"`}, Excludes: []string{"patients:create"}},
	})
}

// Whoever signs in, refreshes a session or comes back to it learns the name to greet the person by.
func TestWhoIsSignedInHasAName(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	type grant struct {
		tokens
		User struct {
			DisplayName string `json:"display_name"`
		}
	}
	for email, want := range map[string]struct{ realm, name string }{
		apitest.Patient: {users, "Ana García"}, apitest.Doctor: {users, "Dora Doctor"}, apitest.Hospital: {users, "Hospital"},
		apitest.Editor: {staff, "Stella Staff"},
	} {
		t.Run(email, func(t *testing.T) {
			t.Parallel()
			opened := apitest.Decode[grant](t, post(t, app, want.realm+"/login", "", credentials(email, apitest.Password)))
			assert.Equal(t, want.name, opened.User.DisplayName)
			refreshed := apitest.Decode[grant](t, post(t, app, want.realm+"/refresh", "", map[string]string{"refresh_token": opened.Refresh}))
			assert.Equal(t, want.name, refreshed.User.DisplayName)
			session := apitest.Decode[map[string]any](t, send(t, app, http.MethodGet, want.realm+"/session", refreshed.Access, nil))
			assert.Equal(t, want.name, session["display_name"])
		})
	}
}

// The copy in Redis lives as long as the session and may be lost.
func TestSessionCopies(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	given := signIn(t, app, users, apitest.Doctor)
	keys := app.Env.Redis.Keys(t.Context(), "session:*").Val()
	require.Len(t, keys, 1)
	assert.InDelta(t, 7*24*time.Hour, app.Env.Redis.TTL(t.Context(), keys[0]).Val(), float64(time.Minute))
	require.NoError(t, app.Env.Redis.FlushDB(t.Context()).Err())
	assert.Equal(t, http.StatusOK, check(t, app, users, given.Access))
	assert.Equal(t, keys, app.Env.Redis.Keys(t.Context(), "session:*").Val(), "it is back")
}

func TestWhoMustChangeThePasswordMayDoNothingElse(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	for _, table := range []string{"users", "cms_users"} {
		_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE "+table+" SET password_change_required = true") //nolint:gosec // as above
		require.NoError(t, err)
	}
	for realm, email := range map[string]string{users: apitest.Doctor, staff: apitest.Admin} {
		given := signIn(t, app, realm, email)
		wait.Within(t, time.Second, func() bool {
			answer := send(t, app, http.MethodGet, "/api/v1/patients", given.Access, nil)
			return answer.Code == http.StatusForbidden && bytes.Contains(answer.Body.Bytes(), []byte("/problems/password_change_required"))
		})
		assert.Contains(t, send(t, app, http.MethodGet, realm+"/session", given.Access, nil).Body.String(), `"must_change_password":true`)
		assert.Equal(t, http.StatusNoContent, post(t, app, realm+"/logout", given.Access, nil).Code)
	}
	assert.NotEmpty(t, app.Events(t, "operation.call"), "what was refused is in the trail")
}
