package api_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api"
	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/api/middleware"
	"github.com/predicthealth/predicthealth/internal/fairshare"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const webApp = "https://app.example.org"

func preflight(t *testing.T, app *apitest.App, origin string) http.Header {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodOptions, "/api/v1/patients", nil)
	request.Header.Set("Origin", origin)
	request.Header.Set("Access-Control-Request-Method", http.MethodPost)
	request.Header.Set("Access-Control-Request-Headers", "authorization,idempotency-key")
	return app.Do(request).Header()
}

func TestWebPagesOfAllowedOriginsCallTheAPI(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	assert.Empty(t, preflight(t, app, webApp).Get("Access-Control-Allow-Origin"), "none by default")

	_, err := app.Env.DB.ExecContext(t.Context(),
		`UPDATE system_settings SET value = '["https://app.example.org"]' WHERE key = 'api.cors.allowed_origins'`)
	require.NoError(t, err)
	wait.Within(t, time.Second, func() bool { return preflight(t, app, webApp).Get("Access-Control-Allow-Origin") == webApp })
	allowed := preflight(t, app, webApp)
	assert.Contains(t, allowed.Get("Access-Control-Allow-Headers"), "idempotency-key")
	assert.Empty(t, allowed.Get("Access-Control-Allow-Credentials"))
	for _, origin := range []string{"https://evil.example.org", "null", "https://app.example.org.evil.org", "http://app.example.org"} {
		assert.Empty(t, preflight(t, app, origin).Get("Access-Control-Allow-Origin"), origin)
	}
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/patients", nil)
	request.Header.Set("Origin", webApp)
	request.Header.Set("Authorization", "Bearer "+app.Token(t, apitest.Doctor))
	answer := app.Do(request)
	assert.Equal(t, webApp, answer.Header().Get("Access-Control-Allow-Origin"))
	assert.Contains(t, answer.Header().Get("Access-Control-Expose-Headers"), "Etag")
	assert.Contains(t, answer.Header().Values("Vary"), "Origin")
}

// A front end under development is served by the developer's own machine. Only dev lets it call the platform.
func TestLocalPagesCallOnlyAPlatformUnderDevelopment(t *testing.T) {
	t.Parallel()
	dev := apitest.New(t, func(_ *apitest.App, d *api.Dependencies) { d.AllowLocalPages = true })
	other := apitest.New(t)
	for _, origin := range []string{"http://localhost:5173", "http://127.0.0.1:3000", "http://localhost"} {
		assert.Equal(t, origin, preflight(t, dev, origin).Get("Access-Control-Allow-Origin"), origin)
		assert.Empty(t, preflight(t, other, origin).Get("Access-Control-Allow-Origin"), origin)
	}
	for _, origin := range []string{webApp, "null", "http://localhost.evil.org:3000", "http://evil.org", "https://localhost:5173"} {
		assert.Empty(t, preflight(t, dev, origin).Get("Access-Control-Allow-Origin"), origin)
	}
}

func TestLargeAnswersAreCompressed(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	ask := func(path, encoding string) *httptest.ResponseRecorder {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
		request.Header.Set("Accept-Encoding", encoding)
		return app.Do(request)
	}
	plain, zipped := ask("/openapi.json", "identity"), ask("/openapi.json", "gzip")
	assert.Empty(t, plain.Header().Get("Content-Encoding"))
	require.Equal(t, "gzip", zipped.Header().Get("Content-Encoding"))
	assert.Less(t, zipped.Body.Len()*3, plain.Body.Len())
	reader, err := gzip.NewReader(zipped.Body)
	require.NoError(t, err)
	text, err := io.ReadAll(reader)
	require.NoError(t, err)
	assert.Equal(t, plain.Body.String(), string(text))
	assert.Empty(t, ask("/livez", "gzip").Header().Get("Content-Encoding"), "not worth it")
}

func TestMoreRequestsThanCanBeDoneAreRefusedAtOnce(t *testing.T) {
	t.Parallel()
	router := gin.New()
	router.Use(middleware.Concurrency(fairshare.NewShares(1), fairshare.NewRate(10, time.Hour), "/livez"))
	entered, leave := make(chan struct{}), make(chan struct{})
	router.GET("/slow", func(c *gin.Context) {
		close(entered)
		<-leave
		c.Status(http.StatusNoContent)
	})
	router.GET("/livez", func(c *gin.Context) { c.Status(http.StatusOK) })
	router.GET("/quick", func(c *gin.Context) { c.Status(http.StatusOK) })
	do := func(path string) *httptest.ResponseRecorder {
		answer := httptest.NewRecorder()
		router.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		return answer
	}
	slow := make(chan int)
	go func() { slow <- do("/slow").Code }()
	<-entered
	refused := do("/quick")
	assert.Equal(t, http.StatusServiceUnavailable, refused.Code)
	assert.Equal(t, "1", refused.Header().Get("Retry-After"))
	assert.Equal(t, "application/problem+json", refused.Header().Get("Content-Type"))
	assert.Equal(t, http.StatusOK, do("/livez").Code)
	close(leave)
	assert.Equal(t, http.StatusNoContent, <-slow)
	assert.Equal(t, http.StatusOK, do("/quick").Code)
}

func TestBodiesHaveBounds(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	app.Run(t, []apitest.Scenario{
		{Name: "too large", As: apitest.Doctor, Method: http.MethodPost, Path: "/api/v1/patients", Status: http.StatusRequestEntityTooLarge,
			Body: `{"first_name":"` + strings.Repeat("x", 300<<10) + `"}`},
		{Name: "too deep", As: apitest.Doctor, Method: http.MethodPost, Path: "/api/v1/patients", Status: http.StatusBadRequest,
			Body: strings.Repeat(`{"a":`, 5000), WantErrors: []string{" invalid"}},
		{Name: "twice", As: apitest.Doctor, Method: http.MethodPost, Path: "/api/v1/patients", Status: http.StatusBadRequest,
			Body: `{"first_name":"Ana","first_name":"Eva"}`, WantErrors: []string{" invalid"}, Contains: []string{"appears twice"}},
	})
}

// Pages cost little, but nobody may ask for them without end.
func TestPagesAreLimited(t *testing.T) {
	t.Parallel()
	app := apitest.New(t, func(_ *apitest.App, d *api.Dependencies) { d.MaxPages = 2 })
	for _, path := range []string{"/docs", "/docs/assets/swagger-ui-bundle.js", "/problems/not_found", "/openapi.json", "/readyz", "/nothing"} {
		wait.Until(t, func() bool {
			answer := from(t, app, "192.0.2.1", path, "")
			return answer.Code == http.StatusTooManyRequests && answer.Header().Get("Retry-After") == "1"
		})
		assert.NotEqual(t, http.StatusTooManyRequests, from(t, app, "192.0.2.2", path, "").Code, path)
	}
}
