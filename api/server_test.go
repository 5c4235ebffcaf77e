package api_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

func TestEveryAnswer(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	safe := map[string]string{
		"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
	}
	app.Run(t, []apitest.Scenario{
		{Name: "no such path", Path: "/api/v1/nothing", Status: http.StatusNotFound, WantHeader: safe},
		{Name: "no such method", Method: http.MethodDelete, Path: "/api/v1/patients", Status: http.StatusMethodNotAllowed,
			Check: func(t *testing.T, answer *httptest.ResponseRecorder) {
				assert.ElementsMatch(t, []string{"GET", "POST"}, strings.Split(answer.Header().Get("Allow"), ", "))
			}},
		{Name: "the caller's request id", Path: "/api/v1/nothing", Header: map[string]string{"X-Request-Id": "trace-0123456789"},
			Status: http.StatusNotFound, WantHeader: map[string]string{"X-Request-Id": "trace-0123456789"}},
		{Name: "a forged request id", Path: "/api/v1/nothing", Header: map[string]string{"X-Request-Id": "x\" level=ERROR"},
			Status: http.StatusNotFound, Excludes: []string{"level="}},
		{Name: "another representation", Path: "/api/v1/patients", Header: map[string]string{"Accept": "text/html"}, Status: http.StatusUnauthorized},
	})
}

// A server leaves out the body itself, which a recorder doesn't.
func TestHEADIsGETWithoutABody(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	server := httptest.NewServer(app.Handler)
	defer server.Close()
	ask := func(method, path string) (status int, header http.Header, body string) {
		request, err := http.NewRequestWithContext(t.Context(), method, server.URL+path, nil)
		require.NoError(t, err)
		request.Header.Set("Authorization", "Bearer "+app.Token(t, apitest.Doctor))
		answer, err := server.Client().Do(request)
		require.NoError(t, err)
		text, err := io.ReadAll(answer.Body)
		require.NoError(t, errors.Join(err, answer.Body.Close()))
		return answer.StatusCode, answer.Header, string(text)
	}
	for path, allow := range map[string]string{
		"/api/v1/patients": "", "/api/v1/catalogs/sexes": "", "/livez": "", "/openapi.json": "", "/docs": "", "/api/v1/nothing": "",
		"/api/v1/auth/logout": "POST",
	} {
		status, get, _ := ask(http.MethodGet, path)
		bare, head, body := ask(http.MethodHead, path)
		assert.Equal(t, status, bare, path)
		assert.Equal(t, get.Get("Content-Type"), head.Get("Content-Type"), path)
		assert.Equal(t, get.Get("ETag"), head.Get("ETag"), path)
		assert.Equal(t, allow, head.Get("Allow"), path)
		assert.Empty(t, body, path)
	}
}

func TestLogsHoldNothingPersonal(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	app.Run(t, []apitest.Scenario{
		{Name: "read", As: apitest.Doctor, Path: "/api/v1/patients/" + w.Patient.String(), Status: http.StatusOK},
		{Name: "search", As: apitest.Doctor, Path: "/api/v1/patients?q=Garc%C3%ADa", Status: http.StatusOK},
	})
	log := app.Log.String()
	assert.Contains(t, log, `"route":"/api/v1/patients/:id","status":200`)
	assert.Contains(t, log, `"request_id":"`)
	for _, personal := range []string{"Garc", "Ana", apitest.Password, apitest.Doctor, w.Patient.String(), app.Token(t, apitest.Doctor)} {
		assert.NotContains(t, log, personal)
	}
}

func TestHealth(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	app.Run(t, []apitest.Scenario{
		{Name: "live", Path: "/livez", Status: http.StatusOK, Contains: []string{`"live"`}},
		{Name: "ready", Path: "/readyz", Status: http.StatusOK, Contains: []string{`"status":"ready"`, `"database":"ok"`, `"redis":"ok"`}},
	})
}

func TestReference(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	app.Run(t, []apitest.Scenario{
		{Name: "page", Path: "/docs", Status: http.StatusOK, Contains: []string{"/docs/assets/swagger-ui-bundle.js"},
			Excludes: []string{"https://", "http://"}},
		{Name: "script", Path: "/docs/assets/swagger-ui-bundle.js", Status: http.StatusOK, Contains: []string{"SwaggerUI"}},
		{Name: "style", Path: "/docs/assets/swagger-ui.css", Status: http.StatusOK},
		{Name: "start", Path: "/docs/page.js", Status: http.StatusOK},
		{Name: "problems", Path: "/problems/validation_failed", Status: http.StatusOK, Contains: []string{"<h1>Some fields are invalid</h1>", "<code>not_allowed</code>"},
			Excludes: []string{"last_administrator"}},
		{Name: "all problems", Path: "/problems", Status: http.StatusOK, Contains: []string{`href="/problems/last_administrator"`}},
		{Name: "no such problem", Path: "/problems/nothing", Status: http.StatusNotFound},
	})
}

type operation struct {
	OperationID string `json:"operationId"`
	Summary     string
	Description string
	Security    []map[string]any
	Tags        []string
	Responses   map[string]struct{ Content map[string]any }
}

func TestOpenAPIDocument(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	document := apitest.OpenAPI[struct {
		OpenAPI string `json:"openapi"`
		Paths   map[string]map[string]operation
	}](t, app.Handler)
	assert.True(t, strings.HasPrefix(document.OpenAPI, "3.1"))
	public := map[string]bool{
		"login": true, "cms-login": true, "refresh": true, "cms-refresh": true, "list-signing-keys": true,
		"create-token": true, "introspect-token": true, "register": true,
	}
	for _, name := range []string{"forgot-password", "reset-password", "verify-email", "confirm-email-change", "confirm-login"} {
		public[name], public["cms-"+name] = true, true
	}
	ids := map[string]bool{}
	for path, operations := range document.Paths {
		for method, op := range operations {
			name := method + " " + path
			assert.False(t, ids[op.OperationID], name)
			ids[op.OperationID] = true
			assert.NotEmpty(t, op.Summary, name)
			assert.NotEmpty(t, op.Description, name)
			assert.NotEmpty(t, op.Tags, name)
			open := public[op.OperationID] || strings.HasPrefix(path, "/api/v1/catalogs/")
			assert.Equal(t, !open, len(op.Security) > 0, name)
			for status, response := range op.Responses {
				if status >= "400" {
					assert.Contains(t, response.Content, "application/problem+json", name+" "+status)
				}
			}
		}
	}
	assert.Contains(t, ids, "list-patients")
}

// What isn't there and what one may not see must be told apart by nothing.
func TestHiddenIsAsMissing(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	ask := func(id string) *httptest.ResponseRecorder {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/patients/"+id, nil)
		request.Header.Set("Authorization", "Bearer "+app.Token(t, apitest.Doctor))
		request.Header.Set("X-Request-Id", "the-same-id")
		return app.Do(request)
	}
	hidden, missing := ask(w.OtherPatient.String()), ask("0191d0f0-0000-7000-8000-000000000000")
	require.Equal(t, http.StatusNotFound, hidden.Code)
	assert.Equal(t, missing.Body.Bytes(), hidden.Body.Bytes())
	for _, answer := range []*httptest.ResponseRecorder{hidden, missing} {
		answer.Header().Del("RateLimit-Remaining") // counts on
		answer.Header().Del("RateLimit-Reset")
	}
	assert.Equal(t, missing.Header(), hidden.Header())
}
