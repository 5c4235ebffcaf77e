package api_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const registration = `{"first_name":"Ida","last_name":"Twice","date_of_birth":"1980-01-02","sex":"female",
	"account":{"email":"ida@example.org"}}`

func register(t *testing.T, app *apitest.App, as, key, body string) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/api/v1/patients", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+app.Token(t, as))
	request.Header.Set("Idempotency-Key", key)
	return app.Do(request)
}

func registered(t *testing.T, app *apitest.App) int {
	t.Helper()
	return fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM patients WHERE last_name = 'Twice'")
}

func TestARepeatedRequestGetsTheFirstAnswer(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	key := uuid.NewString()
	first := register(t, app, apitest.Doctor, key, registration)
	require.Equal(t, http.StatusCreated, first.Code, first.Body.String())
	again := register(t, app, apitest.Doctor, key, registration)
	require.Equal(t, http.StatusCreated, again.Code, again.Body.String())
	assert.Equal(t, first.Body.String(), again.Body.String())
	assert.Equal(t, first.Header().Get("Location"), again.Header().Get("Location"))
	assert.Equal(t, first.Header().Get("ETag"), again.Header().Get("ETag"))
	assert.Empty(t, first.Header().Get("Idempotency-Replayed"))
	assert.Equal(t, "true", again.Header().Get("Idempotency-Replayed"))
	assert.Equal(t, 1, registered(t, app))
	kept := fixture.Value[string](t, app.Env.DB, "SELECT encode(response, 'escape') || encode(request_hash, 'escape') FROM idempotency_keys")
	assert.NotContains(t, kept, "Ida")

	other := strings.Replace(registration, "Ida", "Eva", 1)
	reused := register(t, app, apitest.Doctor, key, other)
	assert.Equal(t, http.StatusUnprocessableEntity, reused.Code)
	assert.Contains(t, reused.Body.String(), "/problems/idempotency_key_reused")
	assert.NotContains(t, reused.Body.String(), "Twice")
	someoneElse := register(t, app, apitest.Colleague, key, strings.Replace(other, "ida@", "eva@", 1))
	assert.Equal(t, http.StatusCreated, someoneElse.Code, "the key is the caller's own: %s", someoneElse.Body)
	assert.Equal(t, 2, registered(t, app))
}

func TestAFailedRequestMayBeRepeated(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	key := uuid.NewString()
	taken := strings.Replace(registration, "ida@example.org", apitest.Patient, 1)
	require.Equal(t, http.StatusConflict, register(t, app, apitest.Doctor, key, taken).Code)
	assert.Zero(t, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM idempotency_keys"))
	assert.Equal(t, http.StatusCreated, register(t, app, apitest.Doctor, key, registration).Code)
}

func TestRepetitionsAtTheSameTimeDoTheWorkOnce(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	app.Token(t, apitest.Doctor)
	key := uuid.NewString()
	answers := make([]*httptest.ResponseRecorder, 12)
	var all sync.WaitGroup
	for i := range answers {
		all.Go(func() { answers[i] = register(t, app, apitest.Doctor, key, registration) })
	}
	all.Wait()
	created := 0
	for _, answer := range answers {
		switch answer.Code {
		case http.StatusCreated:
			created++
		default:
			assert.Equal(t, http.StatusConflict, answer.Code, answer.Body.String())
			assert.Contains(t, answer.Body.String(), "/problems/request_in_progress")
		}
	}
	assert.Positive(t, created)
	assert.Equal(t, 1, registered(t, app))
}

func TestKeptAnswersEnd(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	key, body := uuid.NewString(), strings.Replace(registration, `,
	"account":{"email":"ida@example.org"}`, "", 1)
	require.Equal(t, http.StatusCreated, register(t, app, apitest.Doctor, key, body).Code)
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE idempotency_keys SET expires_at = now() - interval '1 second'")
	require.NoError(t, err)
	require.Equal(t, http.StatusCreated, register(t, app, apitest.Doctor, key, body).Code)
	assert.Equal(t, 2, registered(t, app))
}

func TestIdempotencyKeysAreChecked(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	for _, key := range []string{strings.Repeat("k", 256), "two words", "schlüssel"} {
		answer := register(t, app, apitest.Doctor, key, registration)
		assert.Equal(t, http.StatusUnprocessableEntity, answer.Code, key)
		assert.Contains(t, answer.Body.String(), `"pointer":"/Idempotency-Key","code":"format"`)
	}
	assert.Zero(t, registered(t, app))
}

// A kept answer holds what its reader might see when it was made: it is not given to a caller who has lost the right.
func TestWhoLostTheRightGetsNoKeptAnswer(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		as, lose string
		status   int
	}{
		"the permission": {apitest.Editor, `DELETE FROM cms_role_permissions WHERE permission_id IN
			(SELECT id FROM cms_permissions WHERE resource = 'patients' AND action = 'update')`, http.StatusForbidden},
		"another role": {apitest.Editor, "UPDATE cms_users SET role_id = (SELECT id FROM cms_roles WHERE code = 'reader')", http.StatusForbidden},
		"the patient": {apitest.Doctor, `UPDATE patients SET (doctor_id, institution_id) = (SELECT id, institution_id FROM doctors
			WHERE first_name = 'Olga') WHERE first_name = 'Ana'`, http.StatusNotFound},
		"to a colleague":   {apitest.Doctor, "UPDATE patients SET doctor_id = (SELECT id FROM doctors WHERE first_name = 'Carl') WHERE first_name = 'Ana'", http.StatusForbidden},
		"the post":         {apitest.Doctor, "UPDATE doctors SET status = 'suspended'", http.StatusForbidden},
		"the record":       {apitest.Doctor, "DELETE FROM patients WHERE first_name = 'Ana'", http.StatusNotFound},
		"nothing":          {apitest.Doctor, "SELECT 1", http.StatusOK},
		"only the version": {apitest.Doctor, "UPDATE health_profiles SET notes = 'Likes needles.'", http.StatusOK},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			app := apitest.New(t)
			cast := apitest.NewCast(t, app)
			owner := testenv.Owner(t, app.Env)
			change := apitest.Scenario{As: c.as, Method: http.MethodPatch, Path: "/api/v1/patients/" + cast.Patient.String() + "/health-profile",
				Header: map[string]string{"If-Match": `"v1"`, "Idempotency-Key": "k", "Content-Type": "application/merge-patch+json"},
				Body:   `{"height_cm":171.5}`}
			first := app.Do(app.Request(t, change))
			require.Equal(t, http.StatusOK, first.Code, first.Body.String())
			require.Contains(t, first.Body.String(), apitest.Notes)
			_, err := owner.ExecContext(t.Context(), c.lose)
			require.NoError(t, err)
			var again *httptest.ResponseRecorder
			wait.Within(t, time.Second, func() bool {
				again = app.Do(app.Request(t, change))
				return again.Code == c.status
			}, "instances learn of roles within a second")
			repeats := app.Events(t, "request.repeat")
			if c.status != http.StatusOK {
				assert.NotContains(t, again.Body.String(), apitest.Notes)
				return
			}
			assert.Equal(t, first.Body.String(), again.Body.String())
			require.Len(t, repeats, 1)
			assert.Equal(t, []string{"update-patient-health-profile", cast.Patient.String(), cast.Accounts[c.as].String()},
				[]string{repeats[0].EntityID, repeats[0].PatientID, repeats[0].ActorID})
			assert.Len(t, app.Events(t, "health_profile.update"), 1, "the rehearsal leaves nothing")
		})
	}
}

// A registration could be made again after the patient has gone elsewhere: the kept answer shows the record all the same.
func TestAKeptRegistrationIsForWhoSeesThePatient(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	body := strings.Replace(registration, `,
	"account":{"email":"ida@example.org"}`, "", 1)
	require.Equal(t, http.StatusCreated, register(t, app, apitest.Doctor, "k", body).Code)
	_, err := testenv.Owner(t, app.Env).ExecContext(t.Context(), `UPDATE patients SET (doctor_id, institution_id) = (SELECT id, institution_id
		FROM doctors WHERE first_name = 'Olga') WHERE last_name = 'Twice'`)
	require.NoError(t, err)
	again := register(t, app, apitest.Doctor, "k", body)
	assert.Equal(t, http.StatusForbidden, again.Code)
	assert.NotContains(t, again.Body.String(), "Twice")
	assert.Equal(t, 1, registered(t, app))
}

func TestARepeatedRegistrationIsAReadOfTheRecord(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	for range 2 {
		require.Equal(t, http.StatusCreated, register(t, app, apitest.Doctor, "k", registration).Code)
	}
	repeats := app.Events(t, "request.repeat")
	require.Len(t, repeats, 1)
	assert.Equal(t, fixture.Value[string](t, app.Env.DB, "SELECT id FROM patients WHERE last_name = 'Twice'"), repeats[0].PatientID)
	assert.Len(t, app.Events(t, "patient.create"), 1)
}
