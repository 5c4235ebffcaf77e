package api_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

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

// PostgreSQL gone is a problem that says so, until it is back; Redis gone is no problem at all.
func TestServersComeAndGo(t *testing.T) {
	t.Parallel()
	servers := testenv.NewServers(t)
	db, err := database.Open(t.Context(), database.Options{URL: servers.PostgresURL})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	app := apitest.On(t, &testenv.Env{
		DB: db, Ent: ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, db))), RedisURL: servers.RedisURL,
	})
	w := apitest.NewWorld(t, db)
	read := apitest.Scenario{Name: "read", As: apitest.Doctor, Path: "/api/v1/patients/" + w.Patient.String(), Status: http.StatusOK}
	dashboard := apitest.Scenario{Name: "dashboard", As: apitest.Admin, Path: "/api/v1/analytics/dashboard-overview", Status: http.StatusOK}
	register := apitest.Scenario{Name: "create", As: apitest.Doctor, Method: http.MethodPost, Path: "/api/v1/patients", Status: http.StatusCreated,
		Body: map[string]any{"first_name": "N", "last_name": "N", "date_of_birth": "2000-01-01", "sex": "male"}}
	app.Run(t, []apitest.Scenario{read, dashboard})

	servers.Redis.Kill()
	count := apitest.Scenario{Name: "dashboard counts", As: apitest.Admin, Path: dashboard.Path, Status: http.StatusOK,
		Contains: []string{`"patient_count":3`}, WantHeader: map[string]string{"X-Cache": "miss"}}
	app.Run(t, []apitest.Scenario{read, dashboard, register, count,
		{Name: "degraded", Path: "/readyz", Status: http.StatusOK, Contains: []string{`"degraded"`, `"redis":"failing"`}}})
	require.NoError(t, servers.Redis.Start(t.Context()))
	app.Run(t, []apitest.Scenario{count})

	servers.Postgres.Kill()
	unready := app.Do(httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/readyz", nil))
	require.Equal(t, http.StatusServiceUnavailable, unready.Code)
	assert.Contains(t, unready.Body.String(), `"unready"`)
	unavailable := map[string]string{"Retry-After": "1"}
	app.Run(t, []apitest.Scenario{
		{Name: "no read", As: apitest.Doctor, Path: read.Path, Status: http.StatusServiceUnavailable, WantHeader: unavailable},
		{Name: "no write", As: apitest.Doctor, Method: http.MethodPost, Path: register.Path, Body: register.Body,
			Status: http.StatusServiceUnavailable, WantHeader: unavailable},
		{Name: "no sign-in", Method: http.MethodPost, Path: "/api/v1/auth/login", Status: http.StatusServiceUnavailable,
			Body: map[string]string{"email": apitest.Hospital, "password": apitest.Password}},
		{Name: "live", Path: "/livez", Status: http.StatusOK},
	})
	require.NoError(t, servers.Postgres.Start(t.Context()))
	app.Run(t, []apitest.Scenario{read, register})
	wait.Until(t, func() bool {
		return app.Do(httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/readyz", nil)).Code == http.StatusOK
	})
}
