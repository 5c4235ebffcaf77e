package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// The trail keeps everything for ever. So whatever a stranger asks, and however often, leaves few records.
func TestStrangersDoNotFillTheTrail(t *testing.T) {
	t.Parallel()
	const (
		asked = 40 // times, each operation
		most  = 15 // records of an operation
	)
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	document := apitest.OpenAPI[struct {
		Paths map[string]map[string]operation `json:"paths"`
	}](t, app.Handler)
	secret := strings.Repeat("A", 52)
	bodies := map[string]string{ //nolint:gosec // secrets of nobody
		"login": credentials("nobody@example.org"), "cms-login": credentials("nobody@example.org"),
		"refresh": `{"refresh_token": "` + secret + `"}`, "cms-refresh": `{"refresh_token": "` + secret + `"}`,
		"forgot-password": `{"email": "nobody@example.org"}`, "cms-forgot-password": `{"email": "nobody@example.org"}`,
		"reset-password": `{"token": "` + secret + `", "new_password": "correct horse 7 battery"}`, "verify-email": `{"token": "` + secret + `"}`,
		"confirm-email-change": `{"token": "` + secret + `"}`,
		"create-token":         "grant_type=client_credentials&client_id=" + w.Patient.String() + "&client_secret=x",
		"introspect-token":     "token=x&client_id=" + w.Patient.String() + "&client_secret=x",
		"register": `{"account": {"email": "a@example.org"}, "first_name": "A", "last_name": "B", ` +
			`"date_of_birth": "1990-01-01", "sex": "female", "doctor_id": "` + w.Doctor.String() + `"}`,
	}
	for path, operations := range document.Paths {
		for method, op := range operations {
			before := len(app.Events(t))
			body := bodies[strings.TrimPrefix(op.OperationID, "cms-")]
			header := []string{"Authorization", "Bearer forged"}
			if strings.HasPrefix(body, "grant") || strings.HasPrefix(body, "token=") {
				header = []string{"Content-Type", "application/x-www-form-urlencoded"}
			}
			times := asked
			if len(op.Security) > 0 { // all alike
				times = 3
			}
			for range times {
				askAs(t, app, method, strings.ReplaceAll(path, "{id}", w.Patient.String()), body, header)
			}
			assert.LessOrEqual(t, len(app.Events(t))-before, most, op.OperationID)
			if len(op.Security) > 0 {
				assert.Len(t, app.Events(t), before, op.OperationID)
			}
		}
	}
	require.NotEmpty(t, app.Events(t, "auth.login"), "what strangers fail at is recorded")
	require.NotEmpty(t, app.Events(t, "auth.token"), "what strangers fail at is recorded")
	require.NoError(t, app.Trail.Close(t.Context()))
	condensed := 0
	for _, e := range app.Events(t, "auth.token") {
		if strings.Contains(string(e.Payload), `"count"`) {
			condensed++
			assert.Equal(t, "192.0.2.1", e.SourceIP)
		}
	}
	assert.Equal(t, 1, condensed)
}

func askAs(t *testing.T, app *apitest.App, method, path, body string, header []string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), strings.ToUpper(method), path, strings.NewReader(body))
	require.NoError(t, err)
	request.RemoteAddr = "192.0.2.1:1234"
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	app.Do(request)
}
