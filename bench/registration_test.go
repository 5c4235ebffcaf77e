package bench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
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

// BenchmarkRegistration registers patients of one doctor: by calling the procedure, and through the API as the doctor.
func BenchmarkRegistration(b *testing.B) {
	app := apitest.New(b)
	w := apitest.NewWorld(b, app.Env.DB)
	document := maps.Clone(newPatient)
	document["doctor_id"], document["institution_id"] = w.Doctor, w.Hospital
	document["phones"] = []any{map[string]any{"number": "+16175550102", "country_code": "1", "area_code": "617", "type": "mobile"}}
	text, err := json.Marshal(document)
	require.NoError(b, err)
	// pgbench takes :true for a variable.
	script := "CALL sp_create_patient_with_profile('" + strings.ReplaceAll(string(text), ":", ": ") + "'::jsonb);\n"
	compare(b, fmt.Sprintf("a registration, %d callers", registering), 2000,
		pgbench(b, app.Env.URL, script, registering), postPatients(b, app))
}

// postPatients registers over HTTP, on connections that stay open.
func postPatients(b *testing.B, app *apitest.App) alternative {
	b.Helper()
	server := httptest.NewServer(app.Handler)
	b.Cleanup(server.Close)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: registering}}
	b.Cleanup(client.CloseIdleConnections)
	body, err := json.Marshal(newPatient)
	require.NoError(b, err)
	token := app.Token(b, apitest.Doctor)
	return sideBySideFor(registering, "POST /patients", func() bool {
		request, err := http.NewRequest(http.MethodPost, server.URL+"/api/v1/patients", bytes.NewReader(body))
		if err != nil {
			return false
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Authorization", "Bearer "+token)
		answer, err := client.Do(request)
		if err != nil {
			return false
		}
		defer func() { _ = answer.Body.Close() }()
		_, err = io.Copy(io.Discard, answer.Body)
		return err == nil && answer.StatusCode == http.StatusCreated
	})
}
