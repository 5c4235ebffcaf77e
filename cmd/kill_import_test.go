package cmd

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// A file is loaded once, though the program is killed each time that its rows are written and not yet committed.
func TestImportsSurviveTheirProgram(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := apitest.NewWorld(t, env.DB)
	p := newProgram(t, env)
	p.start(t)
	file := "identifier_system,identifier_value,first_name,last_name,date_of_birth,doctor_id\n"
	for i := range 100 {
		file += fmt.Sprintf("urn:mrn,%d,Nora,New,1990-02-28,%s\n", i, w.Doctor)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+p.address+"/api/v1/imports", strings.NewReader(file))
	require.NoError(t, err)
	request.Header.Set("Authorization", "Bearer "+p.signIn(t, apitest.Hospital))
	request.Header.Set("Content-Type", "text/csv")

	for range 2 {
		hold, err := env.DB.BeginTx(t.Context(), nil) // the last table of all
		require.NoError(t, err)
		_, err = hold.ExecContext(t.Context(), "LOCK TABLE allergic_reactions IN ACCESS EXCLUSIVE MODE")
		require.NoError(t, err)
		if request != nil {
			answer, err := http.DefaultClient.Do(request)
			require.NoError(t, err)
			var job struct{ ID string }
			require.NoError(t, json.NewDecoder(answer.Body).Decode(&job))
			require.NoError(t, answer.Body.Close())
			require.Equal(t, http.StatusAccepted, answer.StatusCode)
			request = nil
		}
		wait.Until(t, func() bool {
			return fixture.Value[bool](t, env.DB, "SELECT EXISTS (SELECT FROM import_jobs WHERE step = 'writing allergies')")
		}, "%s", &p.log)
		p.kill()
		require.NoError(t, hold.Rollback())
		require.Zero(t, fixture.Value[int](t, env.DB, "SELECT count(*) FROM patients WHERE last_name = 'New'"))
		// The minute after which it is believed to be dead.
		fixture.Value[string](t, env.DB, "UPDATE import_jobs SET lease_expires_at = now(), step = 'left alone' RETURNING id")
		p.start(t)
	}
	wait.Until(t, func() bool {
		return fixture.Value[bool](t, env.DB, "SELECT ended_at IS NOT NULL FROM import_jobs")
	}, "%s", &p.log)
	assert.Equal(t, "completed 3", fixture.Value[string](t, env.DB, "SELECT status || ' ' || attempts FROM import_jobs"))
	assert.Equal(t, 100, fixture.Value[int](t, env.DB, "SELECT count(*) FROM patients WHERE last_name = 'New'"))
	assert.Equal(t, 1, fixture.Value[int](t, env.DB, `SELECT count(*) FROM (
		SELECT action FROM audit_inbox UNION ALL SELECT action FROM audit_events) AS trail WHERE action = 'dataset.import'`))
	assert.Zero(t, fixture.Value[int](t, env.DB, "SELECT count(*) FROM import_chunks"))
}
