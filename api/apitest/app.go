// Package apitest runs scenarios against the whole API, on a real PostgreSQL and Redis: who asks, what, and what must
// and must not be in the answer.
package apitest

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api"
	"github.com/predicthealth/predicthealth/api/health"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/mail"
	"github.com/predicthealth/predicthealth/internal/telemetry"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
)

// App is the API on a database of its own.
type App struct {
	Env     *testenv.Env
	Handler http.Handler
	// Keys sign the App's access tokens.
	Keys *auth.Keys
	// Trail is what the API records in; see Events.
	Trail *audit.Trail
	// Log is what the API has logged so far.
	Log *Log
	// Metrics are the API's.
	Metrics *prometheus.Registry

	t        testing.TB
	contract *contract
	tokens   map[string]string // by e-mail address
	keys     *encryption.Keyring
	keysDir  string
	mailDir  string
	idle     bool
}

// New returns an App, until the test ends.
func New(t testing.TB, changes ...Change) *App {
	t.Helper()
	return On(t, testenv.New(t), changes...)
}

// Change changes an App before it starts.
type Change func(*App, *api.Dependencies)

// Setting gives a setting a value in JSON.
func Setting(t testing.TB, key, value string) Change {
	return func(app *App, _ *api.Dependencies) { app.Set(t, key, value) }
}

// Beside makes the App another instance of one on the same database, whose access tokens it takes.
func Beside(other *App) Change {
	return func(app *App, d *api.Dependencies) {
		app.Keys, app.keysDir, d.Keys = other.Keys, other.keysDir, other.Keys
		app.keys, d.EncryptionKeys = other.keys, other.keys
	}
}

// Idle makes an App do no background work.
func Idle(app *App, _ *api.Dependencies) { app.idle = true }

// On returns an App on an environment.
func On(t testing.TB, env *testenv.Env, changes ...Change) *App {
	t.Helper()
	app := &App{Env: env, Log: &Log{}, Metrics: prometheus.NewRegistry(), t: t, tokens: map[string]string{}}
	// Tests ask more in a second than people do in a minute; those of limits set their own.
	app.Set(t, "api.rate_limit.requests_per_minute", "100000")
	app.Set(t, "api.rate_limit.login_per_minute", "1000")
	app.Set(t, "api.rate_limit.mail_per_hour", "100")
	app.Set(t, "api.rate_limit.recipient_per_hour", "100")
	app.Set(t, "api.rate_limit.taken_per_hour", "1000")
	// What is kept, and what is locked, outlasts a test on a busy machine.
	app.Set(t, "cache.dashboard.ttl", `"1h"`)
	app.Set(t, "cache.catalog.ttl", `"1h"`)
	app.Set(t, "auth.lockout.base_duration", `"1h"`)
	log, err := telemetry.NewLogger(app.Log, slog.LevelInfo, telemetry.FormatJSON)
	require.NoError(t, err)
	client, err := cache.NewClient(env.RedisURL)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, client.Close()) })
	app.keysDir = t.TempDir()
	app.Keys, err = auth.EnsureKeys(app.keysDir)
	require.NoError(t, err)
	store := service.NewStore(env.Ent)
	app.keys, err = encryption.Parse(encryption.NewKey())
	require.NoError(t, err)
	app.mailDir = t.TempDir()
	transport, err := mail.Open("file://"+app.mailDir, "PredictHealth <no-reply@example.org>")
	require.NoError(t, err)
	spool, err := audit.OpenSpool(t.TempDir(), 1<<20, app.keys)
	require.NoError(t, err)
	app.Trail = audit.New(store, spool)
	t.Cleanup(func() { _ = app.Trail.Close(context.Background()) }) // a test may have ended the database
	dependencies := api.Dependencies{
		Store: store, DB: env.DB, Trail: app.Trail, Redis: client, Keys: app.Keys,
		Issuer: "predicthealth", Audience: "predicthealth",
		EncryptionKeys: app.keys, Mail: transport, PublicURL: PublicURL,
		MaxRequests: 1024, // a third of them for the one address that tests ask from
		MaxPages:    100_000,
		Timeouts: api.Timeouts{
			Request: wait.Patience, Redis: wait.Patience, Pulse: wait.Patience, Check: wait.Patience, CheckAge: time.Nanosecond,
		},
		Registerer: app.Metrics, Log: log,
		Checks: []health.Check{
			{Name: "database", Required: true, Run: env.DB.PingContext},
			{Name: "redis", Run: func(ctx context.Context) error { return client.Ping(ctx).Err() }},
		},
	}
	for _, change := range changes {
		change(app, &dependencies)
	}
	dependencies.Cache, err = cache.New(client, cache.Options{Timeout: dependencies.Timeouts.Redis, Logger: log, Registerer: app.Metrics})
	require.NoError(t, err)
	t.Cleanup(dependencies.Cache.Close)
	server, err := api.New(dependencies)
	require.NoError(t, err)
	app.Handler = server
	app.contract = contractOf(t, server)
	if !app.idle {
		app.work(t, server)
	}
	return app
}

// work does the background work of a server until the test ends.
func (a *App) work(t testing.TB, server *api.Server) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	var working sync.WaitGroup
	working.Go(func() { server.Work(ctx) })
	t.Cleanup(func() {
		cancel()
		working.Wait()
	})
}

// Metric returns the sum of a metric over its labels; 0 when it is not there.
func (a *App) Metric(t testing.TB, name string) (sum float64) {
	t.Helper()
	families, err := a.Metrics.Gather()
	require.NoError(t, err)
	for _, family := range families {
		if family.GetName() != name {
			continue
		}
		for _, m := range family.GetMetric() {
			sum += m.GetCounter().GetValue() + m.GetGauge().GetValue()
		}
	}
	return sum
}

// Set changes a setting to a value in JSON. The App sees it within a second.
func (a *App) Set(t testing.TB, key, value string) {
	t.Helper()
	_, err := a.Env.DB.ExecContext(t.Context(), "UPDATE system_settings SET value = $2::jsonb WHERE key = $1", key, value)
	require.NoError(t, err)
}

// Do sends a request. Its answer must be one that the OpenAPI document has.
func (a *App) Do(request *http.Request) *httptest.ResponseRecorder {
	asked, recorder := request.Clone(request.Context()), httptest.NewRecorder()
	a.Handler.ServeHTTP(recorder, request)
	if err := a.contract.check(asked, recorder); err != nil {
		a.t.Errorf("%s %s: the answer %d is not as the OpenAPI document says: %v\n%.1000s",
			asked.Method, asked.URL.Path, recorder.Code, err, recorder.Body)
	}
	return recorder
}
