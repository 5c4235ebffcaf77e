package administration_test

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const settings = "/api/v1/cms/settings"

func patch(name, as, path, ifMatch string, body any, status int) apitest.Scenario {
	return apitest.Scenario{Name: name, As: as, Method: http.MethodPatch, Path: path, Header: map[string]string{"If-Match": ifMatch},
		Body: body, Status: status}
}

func set(name, key string, value any, status int, wantErrors ...string) apitest.Scenario {
	s := patch(name, apitest.Admin, settings+"/"+key, "*", map[string]any{"value": value}, status)
	s.WantErrors = wantErrors
	return s
}

func TestSettingsAreReadAndChanged(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	const path = settings + "/auth.access_token.lifetime"
	app.Run(t, []apitest.Scenario{
		{Name: "list", As: apitest.Admin, Path: settings, Status: http.StatusOK, Contains: []string{
			`"key":"auth.access_token.lifetime","description":"How long an access token is valid.","value_type":"duration","value":"10m","default_value":"10m","minimum":60,"maximum":3600,"allowed_values":null`,
			`"allowed_values":["en","es"]`,
		}},
		{Name: "one", As: apitest.Admin, Path: path, Status: http.StatusOK, WantHeader: map[string]string{"ETag": `"v1"`}},
		{Name: "none", As: apitest.Admin, Path: settings + "/no.such", Status: http.StatusNotFound},
		{Name: "the editor", As: apitest.Editor, Path: settings, Status: http.StatusForbidden},
		patch("the editor changes nothing", apitest.Editor, path, "*", map[string]any{"value": "20m"}, http.StatusForbidden),
		{Name: "no version", As: apitest.Admin, Method: http.MethodPatch, Path: path, Body: map[string]any{"value": "20m"},
			Status: http.StatusPreconditionRequired},
		patch("change", apitest.Admin, path, `"v1"`, map[string]any{"value": "20m"}, http.StatusOK),
		patch("stale", apitest.Admin, path, `"v1"`, map[string]any{"value": "30m"}, http.StatusPreconditionFailed),
		{Name: "changed", As: apitest.Admin, Path: path, Status: http.StatusOK, Contains: []string{`"value":"20m","default_value":"10m"`}},
		{Name: "reset", As: apitest.Admin, Method: http.MethodPost, Path: path + "/reset", Status: http.StatusOK, Contains: []string{`"value":"10m"`}},
	})
	events := app.Events(t, "setting.update", "setting.reset")
	require.Len(t, events, 2)
	assert.Equal(t, "auth.access_token.lifetime", events[0].EntityID)
	assert.JSONEq(t, `{"from": "10m", "to": "20m"}`, string(events[0].Payload))
	assert.JSONEq(t, `{"from": "20m", "to": "10m"}`, string(events[1].Payload))
}

func TestSettingsAreOfTheirType(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	const bad = http.StatusUnprocessableEntity
	app.Run(t, []apitest.Scenario{
		set("too long a duration", "auth.access_token.lifetime", "61m", bad, "/value out_of_range"),
		set("no duration", "auth.access_token.lifetime", "soon", bad, "/value format"),
		set("a number for a duration", "auth.access_token.lifetime", 600, bad, "/value type"),
		set("too small", "auth.bcrypt.cost", 9, bad, "/value out_of_range"),
		set("a fraction", "auth.bcrypt.cost", 10.5, bad, "/value type"),
		set("text for a number", "auth.bcrypt.cost", "11", bad, "/value type"),
		set("null", "auth.bcrypt.cost", nil, bad, "/value type"),
		set("huge", "auth.lockout.backoff_factor", 1e300, bad, "/value out_of_range"),
		set("a decimal", "auth.lockout.backoff_factor", 1.5, http.StatusOK),
		set("an integer with a point", "auth.bcrypt.cost", 11.0, http.StatusOK),
		set("not allowed", "system.default_language", "fr", bad, "/value not_allowed"),
		set("blank", "system.maintenance.message", "  ", bad, "/value blank"),
		set("no boolean", "system.maintenance.enabled", "true", bad, "/value type"),
		set("no list", "api.cors.allowed_origins", "https://app.example.org", bad, "/value type"),
		set("an element", "api.cors.allowed_origins", []any{"https://app.example.org", 1}, bad, "/value/1 type"),
		set("a list", "api.cors.allowed_origins", []any{"https://app.example.org"}, http.StatusOK),
		set("accounts that need a second factor", "auth.second_factor.required_of", []any{"doctor", "cms_user", "editor"}, http.StatusOK),
		set("accounts that nobody has", "auth.second_factor.required_of", []any{"doctors", "editor", "king"}, bad, "/value/0 not_found", "/value/2 not_found"),
		{Name: "nothing", As: apitest.Admin, Method: http.MethodPatch, Path: settings + "/auth.bcrypt.cost", Header: map[string]string{"If-Match": "*"},
			Body: map[string]any{"default_value": 3}, Status: bad, WantErrors: []string{"/value required", "/default_value unexpected"}},
	})
}

func TestOfTwoChangesOneIsStale(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	app.Token(t, apitest.Admin)
	codes := make([]int, 2)
	var changing sync.WaitGroup
	for i, value := range []string{"20m", "30m"} {
		request := app.Request(t, patch("", apitest.Admin, settings+"/auth.access_token.lifetime", `"v1"`, map[string]any{"value": value}, 0))
		changing.Go(func() { codes[i] = app.Do(request).Code })
	}
	changing.Wait()
	assert.ElementsMatch(t, []int{http.StatusOK, http.StatusPreconditionFailed}, codes)
}

// get is the status of a GET, whoever asks.
func get(t *testing.T, app *apitest.App, as, path string) *httptest.ResponseRecorder {
	t.Helper()
	return app.Do(app.Request(t, apitest.Scenario{As: as, Path: path}))
}

func TestMaintenanceClosesEveryInstance(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	app := apitest.On(t, env)
	other := apitest.On(t, env, apitest.Beside(app))
	apitest.NewWorld(t, env.DB)
	for _, email := range []string{apitest.Doctor, apitest.Editor} {
		require.Equal(t, http.StatusOK, get(t, other, email, "/api/v1/patients").Code)
	}
	app.Run(t, []apitest.Scenario{
		set("message", "system.maintenance.message", "Back at noon.", http.StatusOK),
		set("close", "system.maintenance.enabled", true, http.StatusOK),
	})
	wait.Within(t, time.Second, func() bool {
		return get(t, other, apitest.Doctor, "/api/v1/patients").Code == http.StatusServiceUnavailable
	})
	message := []string{"/problems/maintenance", "Back at noon."}
	later := map[string]string{"Retry-After": "60"}
	other.Run(t, []apitest.Scenario{
		{Name: "a doctor", As: apitest.Doctor, Path: "/api/v1/patients", Status: http.StatusServiceUnavailable, Contains: message, WantHeader: later},
		{Name: "the editor", As: apitest.Editor, Path: "/api/v1/patients", Status: http.StatusServiceUnavailable, Contains: message},
		{Name: "anonymous", Path: "/api/v1/catalogs/sexes", Status: http.StatusServiceUnavailable, Contains: message},
		{Name: "users' sign-in", Method: http.MethodPost, Path: "/api/v1/auth/login", Status: http.StatusServiceUnavailable, Contains: message,
			Body: map[string]string{"email": apitest.Doctor, "password": apitest.Password}},
		{Name: "staff's sign-in", Method: http.MethodPost, Path: "/api/v1/cms/auth/login", Status: http.StatusOK,
			Body: map[string]string{"email": apitest.Admin, "password": apitest.Password}},
		{Name: "an administrator", As: apitest.Admin, Path: "/api/v1/patients", Status: http.StatusOK},
		{Name: "an administrator, what is public", As: apitest.Admin, Path: "/api/v1/catalogs/sexes", Status: http.StatusOK},
		{Name: "health", Path: "/readyz", Status: http.StatusOK},
		{Name: "docs", Path: "/docs", Status: http.StatusOK},
		set("open", "system.maintenance.enabled", false, http.StatusOK),
		{Name: "a doctor again", As: apitest.Doctor, Path: "/api/v1/patients", Status: http.StatusOK},
	})
}
