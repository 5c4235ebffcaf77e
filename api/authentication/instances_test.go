package authentication_test

import (
	"net/http"
	"testing"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// feltWithin is how long what was revoked may still pass on another instance.
const feltWithin = time.Second

// nowhere is the URL of a Redis that is not there.
const nowhere = "redis://127.0.0.1:1"

// listPatients asks what says nothing of sessions: only the pulse can refuse.
func listPatients(t *testing.T, app *apitest.App, token string) int {
	t.Helper()
	return send(t, app, http.MethodGet, "/api/v1/patients", token, nil).Code
}

func TestWhatIsRevokedOnOneInstanceIsRefusedOnTheOther(t *testing.T) {
	t.Parallel()
	for name, redis := range map[string]func(*testenv.Env) string{
		"with Redis":    func(env *testenv.Env) string { return env.RedisURL },
		"without Redis": func(*testenv.Env) string { return nowhere },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env := testenv.New(t)
			env.RedisURL = redis(env)
			one := apitest.On(t, env)
			other := apitest.On(t, env, apitest.Beside(one))
			apitest.NewWorld(t, env.DB)
			for realm, email := range map[string]string{users: apitest.Doctor, staff: apitest.Admin} {
				given := signIn(t, one, realm, email)
				require.Equal(t, http.StatusOK, listPatients(t, other, given.Access), "it remembers the token now")
				require.Equal(t, http.StatusNoContent, post(t, one, realm+"/logout", given.Access, nil).Code)
				assert.Equal(t, http.StatusUnauthorized, listPatients(t, one, given.Access))
				wait.Within(t, feltWithin, func() bool { return listPatients(t, other, given.Access) == http.StatusUnauthorized })
			}
		})
	}
}

// An instance that starts later knows what was revoked before.
func TestANewInstanceKnowsWhatWasRevoked(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	one := apitest.On(t, env)
	apitest.NewWorld(t, env.DB)
	given, kept := signIn(t, one, users, apitest.Doctor), signIn(t, one, users, apitest.Doctor)
	require.Equal(t, http.StatusNoContent, post(t, one, users+"/logout", given.Access, nil).Code)
	late := apitest.On(t, env, apitest.Beside(one))
	assert.Equal(t, http.StatusUnauthorized, listPatients(t, late, given.Access))
	assert.Equal(t, http.StatusOK, listPatients(t, late, kept.Access))
}

// servers are a PostgreSQL and a Redis of the test's own, to be killed, with an App on them.
func servers(t *testing.T) (*apitest.App, interface{ Kill() }, interface{ Kill() }) {
	t.Helper()
	stack := testenv.NewServers(t)
	db, err := database.Open(t.Context(), database.Options{URL: stack.PostgresURL})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	app := apitest.On(t, &testenv.Env{
		DB: db, Ent: ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, db))), RedisURL: stack.RedisURL,
	})
	apitest.NewWorld(t, db)
	return app, stack.Postgres, stack.Redis
}

func TestRedisIsKilledWhileSignedIn(t *testing.T) {
	t.Parallel()
	app, _, redis := servers(t)
	given, ended := signIn(t, app, users, apitest.Doctor), signIn(t, app, users, apitest.Doctor)
	require.Equal(t, http.StatusNoContent, post(t, app, users+"/logout", ended.Access, nil).Code)
	redis.Kill()
	assert.Equal(t, http.StatusOK, check(t, app, users, given.Access), "still signed in")
	assert.Equal(t, http.StatusUnauthorized, listPatients(t, app, ended.Access), "still revoked")
	code, _ := refresh(t, app, users, ended.Refresh)
	assert.Equal(t, http.StatusUnauthorized, code)
	code, next := refresh(t, app, users, given.Refresh)
	require.Equal(t, http.StatusOK, code)
	require.Equal(t, http.StatusNoContent, post(t, app, users+"/logout", next.Access, nil).Code)
	assert.Equal(t, http.StatusUnauthorized, check(t, app, users, given.Access))
}

// What was known of revocations is good for a second, whatever a request would do with it.
func TestNobodyPassesOnStaleKnowledge(t *testing.T) {
	t.Parallel()
	app, postgres, _ := servers(t)
	given := signIn(t, app, users, apitest.Doctor)
	require.Equal(t, http.StatusOK, check(t, app, users, given.Access))
	postgres.Kill()
	time.Sleep(feltWithin)
	answer := send(t, app, http.MethodGet, users+"/session", given.Access, nil) // which Redis could answer
	assert.Equal(t, http.StatusServiceUnavailable, answer.Code, answer.Body.String())
	assert.Contains(t, answer.Body.String(), "/problems/unavailable")
	assert.Equal(t, "1", answer.Header().Get("Retry-After"))
}
