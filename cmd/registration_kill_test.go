package cmd

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// registrar registers patients as a client does that wants each of them once: it repeats a request under its key until
// there is an answer.
type registrar struct {
	*program
	token string
}

// register returns the id of patient n, whatever happens to the program in between.
func (r *registrar) register(ctx context.Context, n int) (string, error) {
	body := fmt.Sprintf(`{"first_name": "Number %d", "last_name": "Registered", "date_of_birth": "1990-02-28", "sex": "female"}`, n)
	for ctx.Err() == nil {
		status, answer := r.post(ctx, body, fmt.Sprintf("registration-%d", n))
		switch status {
		case http.StatusCreated:
			return answer.ID, nil
		case 0, http.StatusConflict, http.StatusServiceUnavailable: // gone, still at it, starting
			time.Sleep(10 * time.Millisecond)
		default:
			return "", fmt.Errorf("patient %d: %d %s", n, status, answer.Detail)
		}
	}
	return "", ctx.Err()
}

type registered struct{ ID, Detail string }

// post returns status 0 when there is no whole answer.
func (r *registrar) post(ctx context.Context, body, key string) (int, registered) {
	var answer registered
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+r.address+"/api/v1/patients", strings.NewReader(body))
	if err != nil {
		return 0, answer
	}
	request.Header.Set("Authorization", "Bearer "+r.token)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Idempotency-Key", key)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, answer
	}
	defer func() { _ = response.Body.Close() }()
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return 0, answer
	}
	return response.StatusCode, answer
}

// Patients are registered once each: a fifth of the requests is sent again under the same key, and the program is
// killed in between.
func TestRegistrationsSurviveTheirProgram(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	apitest.NewWorld(t, env.DB)
	_, err := env.DB.ExecContext(t.Context(), "UPDATE system_settings SET value = '100000' WHERE key = 'api.rate_limit.requests_per_minute'")
	require.NoError(t, err)
	p := newProgram(t, env)
	p.start(t)
	r := &registrar{p, p.signIn(t, apitest.Doctor)}

	const patients, kills, clients = 10_000, 10, 8
	var done atomic.Int64
	ids := make([]string, patients)
	var work sync.WaitGroup
	next := atomic.Int64{}
	for range clients {
		work.Go(func() {
			for n := int(next.Add(1)) - 1; n < patients; n = int(next.Add(1)) - 1 {
				ids[n] = r.twice(t, n)
				done.Add(1)
			}
		})
	}
	for kill := range kills {
		at := int64(patients*kill/kills + rand.IntN(patients/kills)) //nolint:gosec // any moment will do
		for done.Load() < at && !t.Failed() {
			time.Sleep(time.Millisecond)
		}
		p.kill()
		p.start(t)
	}
	work.Wait()
	assert.Equal(t, patients, fixture.Value[int](t, env.DB, "SELECT count(*)::int FROM patients WHERE last_name = 'Registered'"))
	assert.Equal(t, patients, fixture.Value[int](t, env.DB, "SELECT count(DISTINCT first_name)::int FROM patients WHERE last_name = 'Registered'"))
	for n, id := range ids {
		require.NotEmpty(t, id, "patient %d", n)
	}
	assert.Equal(t, patients, fixture.Value[int](t, env.DB, `SELECT count(DISTINCT entity_id)::int FROM
		(SELECT entity_id FROM audit_events WHERE action = 'patient.create' UNION ALL SELECT entity_id FROM audit_inbox WHERE action = 'patient.create') AS trail`))
}

// twice registers patient n; each fifth a second time, which must be answered with the same patient.
func (r *registrar) twice(t *testing.T, n int) string {
	id, err := r.register(t.Context(), n)
	if err == nil && n%5 == 0 {
		var again string
		again, err = r.register(t.Context(), n)
		assert.Equal(t, id, again)
	}
	if err != nil { // not a goroutine that may end the test
		t.Error(err)
	}
	return id
}
