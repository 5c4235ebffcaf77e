package bench

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// registering is how many register at the same time.
const registering = 8

// newPatient is a registration without an account: to hash a password takes longer than all the rest.
var newPatient = map[string]any{
	"first_name": "Nora", "last_name": "New", "date_of_birth": "1990-02-28", "sex": "female", "gender": "woman",
	"emergency_contact": map[string]any{"name": "Nick", "phone": "+16175550101"},
	"health_profile": map[string]any{
		"height_cm": 172.5, "weight_kg": 68, "blood_type": "O-", "smoking_status": "never", "alcohol_frequency": "rarely",
	},
	"emails": []any{map[string]any{"email": "nora@example.org", "type": "home"}},
	"phones": []any{map[string]any{"number": "+16175550102", "type": "mobile"}},
}

// registered is how many patients there are when the measuring begins.
const registered = 4000

// BenchmarkRegistration registers patients of one doctor: by calling the procedure, and through the API as the doctor.
func BenchmarkRegistration(b *testing.B) {
	app := apitest.New(b)
	w := apitest.NewWorld(b, app.Env.DB)
	document := maps.Clone(newPatient)
	document["doctor_id"], document["institution_id"] = w.Doctor, w.Hospital
	document["phones"] = []any{map[string]any{"number": "+16175550102", "country_code": "1", "area_code": "617", "type": "mobile"}}
	text, err := json.Marshal(document)
	require.NoError(b, err)
	procedure := pgbench(b, app.Env.URL, "CALL sp_create_patient_with_profile(:document::jsonb);\n", registering, "-D", "document="+string(text))

	// The plans that connections keep are those for empty tables, until the tables are analyzed.
	_, err = procedure.run(registered)
	require.NoError(b, err)
	_, err = testenv.Owner(b, app.Env).ExecContext(b.Context(), "VACUUM ANALYZE")
	require.NoError(b, err)
	compare(b, fmt.Sprintf("a registration, %d callers", registering), 2000, procedure, postPatients(b, app))
}

// postPatients registers over HTTP, on connections that stay open.
func postPatients(b *testing.B, app *apitest.App) alternative {
	b.Helper()
	server := httptest.NewServer(app.Handler)
	b.Cleanup(server.Close)
	body, err := json.Marshal(newPatient)
	require.NoError(b, err)
	request := fmt.Appendf(nil, "POST /api/v1/patients HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer %s\r\n"+
		"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", app.Token(b, apitest.Doctor), len(body), body)
	idle := make(chan caller, registering)
	for range registering {
		connection, err := net.Dial("tcp", server.Listener.Addr().String())
		require.NoError(b, err)
		b.Cleanup(func() { _ = connection.Close() })
		idle <- caller{connection, bufio.NewReader(connection)}
	}
	return sideBySideFor(registering, "POST /patients", func() bool {
		c := <-idle
		defer func() { idle <- c }()
		return c.ask(request) == http.StatusCreated
	})
}

// caller is a client that takes little of the processors that it shares with the server; http.Client takes more than
// pgbench.
type caller struct {
	connection net.Conn
	answers    *bufio.Reader
}

// ask sends a request and returns the status of its answer; 0 if there is none.
func (c caller) ask(request []byte) int {
	if _, err := c.connection.Write(request); err != nil {
		return 0
	}
	answer, err := http.ReadResponse(c.answers, nil)
	if err != nil {
		return 0
	}
	defer func() { _ = answer.Body.Close() }()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return 0
	}
	return answer.StatusCode
}
