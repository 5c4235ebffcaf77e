package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// inactive are the ways in which a caller can be inactive. The statement takes the id of the party that it deactivates.
var inactive = map[string]struct {
	caller, statement string
	party, patient    func(*apitest.Cast) uuid.UUID
}{
	"deactivated patient":            {apitest.Patient, "UPDATE patients SET active = false WHERE id = $1", ana, ana},
	"suspended doctor":               {apitest.Doctor, "UPDATE doctors SET status = 'suspended' WHERE id = $1", anasDoctor, ana},
	"retired doctor":                 {apitest.Doctor, "UPDATE doctors SET status = 'retired' WHERE id = $1", anasDoctor, ana},
	"doctor of a closed institution": {apitest.Doctor, "UPDATE medical_institutions SET active = false WHERE id = $1", anasHospital, ana},
	"closed institution":             {apitest.Hospital, "UPDATE medical_institutions SET active = false WHERE id = $1", anasHospital, ana},
	"closed insurer":                 {apitest.Insurer, "UPDATE medical_institutions SET active = false WHERE id = $1", insurer, insured},
}

func anasDoctor(c *apitest.Cast) uuid.UUID   { return c.Doctor }
func anasHospital(c *apitest.Cast) uuid.UUID { return c.Hospital }
func insurer(c *apitest.Cast) uuid.UUID      { return c.Insurer }

// Who is inactive changes nothing, with whatever operation there is, but keeps their account.
func TestInactivePartiesChangeNothing(t *testing.T) {
	t.Parallel()
	for name, state := range inactive {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			app := apitest.New(t)
			cast := apitest.NewCast(t, app)
			_, err := app.Env.DB.ExecContext(t.Context(), state.statement, state.party(cast))
			require.NoError(t, err)
			ask := apitest.Ask{App: app, Cast: cast, Caller: state.caller, Patient: state.patient(cast), Account: state.caller}
			asked := 0
			for _, op := range operations(t, app) {
				if op.method == "get" || !op.security || strings.HasPrefix(op.path, "/api/v1/auth/") {
					continue
				}
				asked++
				answer, _ := send(t, app, apitest.Operations[op.id].Scenario(t, ask, op.method, op.path))
				assert.Equal(t, http.StatusForbidden, answer.Code, "%s: %s", op.id, answer.Body)
				assert.Contains(t, answer.Body.String(), "/problems/party_inactive", op.id)
			}
			assert.Greater(t, asked, 50)
			change := apitest.Operations["change-password"].Scenario(t, ask, "post", "/api/v1/auth/change-password")
			answer, _ := send(t, app, change)
			assert.Equal(t, http.StatusNoContent, answer.Code, answer.Body.String())
		})
	}
}

// A deactivated patient still has a right to their record.
func TestDeactivatedPatientsReadTheirRecord(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE patients SET active = false WHERE id = $1", cast.Patient)
	require.NoError(t, err)
	mine := "/api/v1/patients/" + cast.Patient.String()
	for _, path := range []string{mine, mine + "/health-profile", mine + "/medical-record", mine + "/export"} {
		answer, _ := send(t, app, apitest.Scenario{As: apitest.Patient, Path: path})
		assert.Equal(t, http.StatusOK, answer.Code, "%s: %s", path, answer.Body)
	}
}
