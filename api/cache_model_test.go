package api_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/api"
	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/devstack"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// platform is two instances of the API whose Redis breaks, and one beside them that has none.
type platform struct {
	servers   *devstack.Stack
	redis     *redis.Client
	hung      *wait.Redis
	instances []*apitest.App
	uncached  *apitest.App
	world     apitest.World
	patients  []string       // ids of those that were registered
	broken    string         // what Redis is: empty, kill or pause
	answers   map[string]int // by X-Cache
}

// modelRuns is how often the model runs; each time takes about a second.
const modelRuns = 15

// cachedReads are reads whose answers are kept in Redis, and one of settings, which are kept in the process.
var cachedReads = []struct{ as, path string }{
	{apitest.Admin, "/api/v1/analytics/dashboard-overview"},
	{apitest.Hospital, "/api/v1/analytics/doctor-performance"},
	{apitest.Doctor, "/api/v1/analytics/health-condition-prevalence"},
	{apitest.Doctor, "/api/v1/doctors/me/dashboard"},
	{"", "/api/v1/catalogs/medical-conditions?q=diab"},
	{apitest.Admin, "/api/v1/cms/settings"},
}

func newPlatform(t *testing.T) *platform {
	t.Helper()
	servers := testenv.NewServers(t)
	client, err := cache.NewClient(servers.RedisURL)
	require.NoError(t, err)
	t.Cleanup(func() { _ = client.Close() })
	db, err := database.Open(t.Context(), database.Options{URL: servers.PostgresURL})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	env := func(redisURL string) *testenv.Env {
		return &testenv.Env{DB: db, Ent: ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, db))), RedisURL: redisURL}
	}
	hung := &wait.Redis{}
	waiting := func(_ *apitest.App, d *api.Dependencies) { d.Redis.AddHook(hung) }
	first := apitest.On(t, env(servers.RedisURL), waiting)
	p := &platform{servers: servers, redis: client, hung: hung, world: apitest.NewWorld(t, db), answers: map[string]int{}}
	p.instances = []*apitest.App{first, apitest.On(t, env(servers.RedisURL), waiting, apitest.Beside(first))}
	p.uncached = apitest.On(t, env("redis://127.0.0.1:1/0"), apitest.Beside(first))
	return p
}

// Whatever is written through either instance, and whatever becomes of Redis, an answer of either is the one that an
// instance without a cache gives.
func TestNoAnswerIsOlderThanWhatWasAcknowledged(t *testing.T) {
	t.Parallel()
	p := newPlatform(t)
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		if runs++; runs > modelRuns {
			return // each run begins where the one before ended: so many are enough
		}
		rt.Repeat(map[string]func(*rapid.T){
			"read":     func(rt *rapid.T) { p.read(t, rt) },
			"register": func(rt *rapid.T) { p.register(t, rt) },
			"change":   func(rt *rapid.T) { p.change(t, rt) },
			"Redis":    func(rt *rapid.T) { p.disturb(t, rt) },
		})
	})
	p.mend(t)
	t.Logf("answers by X-Cache: %v", p.answers)
	for _, instance := range p.instances { // and the cache is in use
		wait.Until(t, func() bool {
			return instance.Do(instance.Request(t, apitest.Scenario{Path: cachedReads[4].path})).Header().Get("X-Cache") == "hit"
		})
	}
}

func (p *platform) any(rt *rapid.T) *apitest.App {
	return p.instances[rapid.IntRange(0, 1).Draw(rt, "instance")]
}

// read reads everything through both instances.
func (p *platform) read(t *testing.T, rt *rapid.T) {
	first := rapid.IntRange(0, 1).Draw(rt, "first")
	for _, read := range cachedReads {
		ask := func(app *apitest.App) *httptest.ResponseRecorder {
			return app.Do(app.Request(t, apitest.Scenario{As: read.as, Path: read.path}))
		}
		truth := ask(p.uncached)
		require.Equal(rt, http.StatusOK, truth.Code, "%v: %s", read, truth.Body)
		for _, instance := range []int{first, 1 - first} {
			answer := ask(p.instances[instance])
			p.answers[answer.Header().Get("X-Cache")]++
			require.Equal(rt, http.StatusOK, answer.Code, "%v: %s", read, answer.Body)
			require.JSONEq(rt, truth.Body.String(), answer.Body.String(), "%v, %s", read, answer.Header().Get("X-Cache"))
		}
	}
}

func (p *platform) write(t *testing.T, rt *rapid.T, s apitest.Scenario) *httptest.ResponseRecorder {
	t.Helper()
	app := p.any(rt)
	answer := app.Do(app.Request(t, s))
	require.Less(rt, answer.Code, http.StatusBadRequest, "%s %s: %s", s.Method, s.Path, answer.Body)
	return answer
}

func (p *platform) register(t *testing.T, rt *rapid.T) {
	answer := p.write(t, rt, apitest.Scenario{As: apitest.Doctor, Method: http.MethodPost, Path: "/api/v1/patients", Body: map[string]any{
		"first_name": "Rosa", "last_name": "Random", "date_of_birth": "1990-02-28", "sex": "female",
	}})
	var made struct{ ID string }
	require.NoError(rt, json.Unmarshal(answer.Body.Bytes(), &made))
	p.patients = append(p.patients, made.ID)
}

func (p *platform) change(t *testing.T, rt *rapid.T) {
	if len(p.patients) == 0 {
		p.register(t, rt)
	}
	patient := "/api/v1/patients/" + rapid.SampledFrom(p.patients).Draw(rt, "patient")
	anyVersion := map[string]string{"If-Match": "*"}
	day := fmt.Sprintf("2020-01-%02d", rapid.IntRange(1, 28).Draw(rt, "day"))
	changes := []apitest.Scenario{
		{As: apitest.Hospital, Method: http.MethodPost, Path: patient + "/deactivate"},
		{As: apitest.Hospital, Method: http.MethodPost, Path: patient + "/reactivate"},
		{As: apitest.Hospital, Method: http.MethodPost, Path: patient + "/transfer", Body: map[string]any{
			"doctor_id": rapid.SampledFrom([]string{p.world.Doctor.String(), p.world.Colleague.String()}).Draw(rt, "doctor")}},
		{As: apitest.Hospital, Method: http.MethodPatch, Path: "/api/v1/doctors/" + p.world.Doctor.String(), Header: anyVersion,
			Body: map[string]any{"consultation_fee": fmt.Sprint(rapid.IntRange(1, 500).Draw(rt, "fee"))}},
		{As: apitest.Admin, Method: http.MethodPatch, Path: "/api/v1/cms/settings/system.default_language", Header: anyVersion,
			Body: map[string]any{"value": rapid.SampledFrom([]string{"en", "es"}).Draw(rt, "language")}},
		{As: apitest.Doctor, Method: http.MethodPost, Path: patient + "/conditions", Body: map[string]any{
			"condition": map[string]any{"code_system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "I10"}, "onset_date": day}},
	}
	s := changes[rapid.IntRange(0, len(changes)-1).Draw(rt, "change")]
	app := p.any(rt)
	answer := app.Do(app.Request(t, s))
	// What is so already, or is not this doctor's any more, is refused.
	allowed := []int{http.StatusOK, http.StatusCreated, http.StatusForbidden, http.StatusConflict}
	require.Contains(rt, allowed, answer.Code, "%s %s: %s", s.Method, s.Path, answer.Body)
}

// disturb breaks Redis, or mends it, or empties it, or leaves it alone.
func (p *platform) disturb(t *testing.T, rt *rapid.T) {
	how := rapid.SampledFrom([]string{"kill", "pause", "flush", "leave", "leave"}).Draw(rt, "how")
	switch {
	case p.broken != "":
		p.mend(t)
	case how == "kill":
		p.servers.Redis.Kill()
		p.broken = how
	case how == "pause":
		require.NoError(t, p.servers.Redis.Pause())
		p.hung.Hangs(true)
		p.broken = how
	case how == "flush":
		require.NoError(t, p.redis.FlushAll(t.Context()).Err())
	}
}

// mend brings Redis back. An instance that could not tell Redis of a change doesn't use what the change concerns until
// it has; the others know when it has: package cache says so.
func (p *platform) mend(t *testing.T) {
	t.Helper()
	switch p.broken {
	case "kill":
		require.NoError(t, p.servers.Redis.Start(t.Context()))
	case "pause":
		p.hung.Hangs(false)
		require.NoError(t, p.servers.Redis.Resume())
	}
	p.broken = ""
	for _, instance := range p.instances {
		wait.Until(t, func() bool { return instance.Metric(t, "cache_pending_invalidations") == 0 })
	}
}
