package importjobs_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api"
	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

func TestARepeatedFileIsOneJob(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	identify(t, app, "doctor", w.Doctor, "urn:ietf:rfc:3986", "urn:uuid:"+w.Doctor.String())
	file, key := line(uuid.NewString(), "Once", practitioner(w.Doctor)), uuid.NewString()
	first := accepted(t, handIn(t, app, apitest.Hospital, "", ndjson, file, map[string]string{"Idempotency-Key": key}))
	second := handIn(t, app, apitest.Hospital, "", ndjson, file, map[string]string{"Idempotency-Key": key})
	assert.Equal(t, first.ID, accepted(t, second).ID)
	assert.Equal(t, "true", second.Header().Get("Idempotency-Replayed"))
	for name, answer := range map[string]*httptest.ResponseRecorder{
		"another file":  handIn(t, app, apitest.Hospital, "", ndjson, file+file, map[string]string{"Idempotency-Key": key}),
		"another query": handIn(t, app, apitest.Hospital, "?dry_run=true", ndjson, file, map[string]string{"Idempotency-Key": key}),
	} {
		assert.Equal(t, http.StatusUnprocessableEntity, answer.Code, name)
		assert.Contains(t, answer.Body.String(), "idempotency_key_reused", name)
	}
	ended(t, app, apitest.Hospital, first.ID)
	assert.Equal(t, 1, count(t, app, "import_jobs"))
	nothingStays(t, app)
}

// Whatever is stopped, and when, the file is loaded once.
func TestAJobIsLoadedOnceWhateverIsStopped(t *testing.T) {
	t.Parallel()
	short := func(_ *apitest.App, d *api.Dependencies) { d.ImportLease = 400 * time.Millisecond }
	app, _ := start(t, short)
	// An import that waits for this lock is in the middle of its transaction.
	hold, err := app.Env.DB.Conn(t.Context())
	require.NoError(t, err)
	defer func() { _ = hold.Close() }()
	lock := func(statement string) {
		_, err := hold.ExecContext(context.WithoutCancel(t.Context()), statement)
		require.NoError(t, err)
	}
	lock("BEGIN")
	lock("LOCK TABLE allergic_reactions IN ACCESS EXCLUSIVE MODE")
	id := accepted(t, handIn(t, app, apitest.Admin, "", ndjson, export(t))).ID
	state := func() job { return apitest.Get[job](t, app, apitest.Admin, path+"/"+id) }
	wait.Until(t, func() bool { return state().Step == "writing allergies" })
	assert.Equal(t, "in-progress", state().Status)
	assert.Equal(t, state().BytesTotal, state().BytesRead)

	// The server ends the connection, as the end of the program would; the attempt is over, and another follows.
	wait.Until(t, func() bool { // the step is told a moment before its statement waits
		return fixture.Value[int](t, app.Env.DB, `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
			WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 1
	})
	lock("COMMIT")
	done := ended(t, app, apitest.Admin, id)
	require.Equal(t, "completed", done.Status, "%v", done.Failure)
	assert.Equal(t, wholeExport, done.lines())
	assert.Equal(t, 14, count(t, app, "patients"))
	assert.Equal(t, 2, fixture.Value[int](t, app.Env.DB, "SELECT attempts FROM import_jobs"))
	assert.Len(t, app.Events(t, "dataset.import"), 1)
	assert.Equal(t, 1, count(t, app, "import_problems"))
	nothingStays(t, app)
}

// What ends while a file is being loaded gets no patients from it.
func TestNobodyIsPutIntoTheCareOfWhoHasStopped(t *testing.T) {
	t.Parallel()
	app, w := start(t, func(_ *apitest.App, d *api.Dependencies) { d.ImportLease = 400 * time.Millisecond })
	leaving := fixture.Doctor(t, app.Env.DB, fixture.Row{"institution_id": w.Hospital})
	identify(t, app, "doctor", leaving, "urn:ietf:rfc:3986", "urn:uuid:"+leaving.String())
	meanwhile := func(as string, do func()) job {
		hold, err := app.Env.DB.BeginTx(t.Context(), nil)
		require.NoError(t, err)
		defer func() { _ = hold.Rollback() }()
		_, err = hold.ExecContext(t.Context(), "LOCK TABLE allergic_reactions IN ACCESS EXCLUSIVE MODE")
		require.NoError(t, err)
		id := accepted(t, handIn(t, app, as, "?institution_id="+w.Hospital.String(), ndjson, line(uuid.NewString(), "Nobody's", practitioner(leaving)))).ID
		wait.Until(t, func() bool {
			return apitest.Get[job](t, app, as, path+"/"+id).Step == "writing allergies"
		})
		do()
		require.NoError(t, hold.Rollback())
		return ended(t, app, as, id)
	}
	done := meanwhile(apitest.Hospital, func() {
		app.Run(t, []apitest.Scenario{{Name: "suspend", As: apitest.Hospital, Method: http.MethodPost,
			Path: "/api/v1/doctors/" + leaving.String() + "/suspend", Status: http.StatusOK}})
	})
	assert.Equal(t, "completed", done.Status)
	assert.Equal(t, []string{"1 generalPractitioner unknown_doctor"}, texts(problems(t, app, apitest.Hospital, done.ID)))

	fixture.Value[bool](t, app.Env.DB, "UPDATE doctors SET status = 'active' WHERE id = $1 RETURNING true", leaving)
	done = meanwhile(apitest.Admin, func() {
		fixture.Value[bool](t, app.Env.DB, "UPDATE medical_institutions SET active = false WHERE id = $1 RETURNING true", w.Hospital)
	})
	assert.Equal(t, "failed", done.Status)
	assert.Equal(t, "The institution is closed and can't change anything.", *done.Failure)
	assert.Zero(t, count(t, app, "patients WHERE doctor_id = $1", leaving))
	nothingStays(t, app)
}

func TestCancelledJobsLeaveNothing(t *testing.T) {
	t.Parallel()
	app, _ := start(t)
	hold, err := app.Env.DB.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	defer func() { _ = hold.Rollback() }()
	_, err = hold.ExecContext(t.Context(), "LOCK TABLE allergic_reactions IN ACCESS EXCLUSIVE MODE")
	require.NoError(t, err)
	running := accepted(t, handIn(t, app, apitest.Admin, "", ndjson, export(t))).ID
	waiting := accepted(t, handIn(t, app, apitest.Admin, "", ndjson, export(t))).ID
	wait.Until(t, func() bool {
		return apitest.Get[job](t, app, apitest.Admin, path+"/"+running).Step == "writing allergies"
	})
	assert.Equal(t, "accepted", apitest.Get[job](t, app, apitest.Admin, path+"/"+waiting).Status, "one at a time")
	wait.Until(t, func() bool { return app.Metric(t, "predicthealth_imports_open") == 2 })
	for _, id := range []string{waiting, running, running} {
		app.Run(t, []apitest.Scenario{
			{Name: "the hospital", As: apitest.Hospital, Method: http.MethodPost, Path: path + "/" + id + "/cancel", Status: http.StatusNotFound},
			{Name: "staff", As: apitest.Admin, Method: http.MethodPost, Path: path + "/" + id + "/cancel", Status: http.StatusOK, Contains: []string{`"cancelled"`}},
		})
	}
	// The attempt gives up though its lock is never given.
	wait.Until(t, func() bool {
		return count(t, app, "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 0
	})
	require.NoError(t, hold.Rollback())
	assert.Equal(t, 2, count(t, app, "patients"))
	nothingStays(t, app)
	assert.Len(t, app.Events(t, "import.cancel"), 2)

	done := load(t, app, apitest.Admin, "", ndjson, export(t))
	app.Run(t, []apitest.Scenario{{Name: "too late", As: apitest.Admin, Method: http.MethodPost, Path: path + "/" + done.ID + "/cancel",
		Status: http.StatusConflict, Contains: []string{"import_ended"}}})
}

func TestFewFilesOfOneAccountWait(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	for range 4 {
		fixture.Insert(t, app.Env.DB, "import_jobs", fixture.Row{"institution_id": w.Hospital, "requester_type": "user",
			"requester_id": fixture.Value[uuid.UUID](t, app.Env.DB, "SELECT id FROM users WHERE email = $1", apitest.Hospital),
			"format":       "csv", "options": "{}", "bytes_total": 10, "status": "in-progress", "lease_expires_at": time.Now().Add(time.Hour)})
	}
	key := uuid.NewString()
	first := accepted(t, handIn(t, app, apitest.Hospital, "", ndjson, "{}", map[string]string{"Idempotency-Key": key}))
	answer := handIn(t, app, apitest.Hospital, "", ndjson, "{}")
	assert.Equal(t, http.StatusConflict, answer.Code)
	assert.Contains(t, answer.Body.String(), "too_many_imports")
	again := handIn(t, app, apitest.Hospital, "", ndjson, "{}", map[string]string{"Idempotency-Key": key})
	assert.Equal(t, first.ID, accepted(t, again).ID, "a repetition is no other file")
	var all sync.WaitGroup
	for range 12 {
		all.Go(func() {
			assert.NotEqual(t, http.StatusAccepted, handIn(t, app, apitest.Hospital, "", ndjson, "{}").Code)
		})
	}
	all.Wait()
	accepted(t, handIn(t, app, apitest.OtherClinic, "", ndjson, "{}"))
	assert.Equal(t, 6, count(t, app, "import_jobs"))
}

// An attempt whose job was given to another instance, because it was silent for too long, must not end it.
func TestAnAttemptThatLostItsJobLoadsNothing(t *testing.T) {
	t.Parallel()
	app, _ := start(t)
	hold, err := app.Env.DB.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	defer func() { _ = hold.Rollback() }()
	_, err = hold.ExecContext(t.Context(), "LOCK TABLE allergic_reactions IN ACCESS EXCLUSIVE MODE")
	require.NoError(t, err)
	id := accepted(t, handIn(t, app, apitest.Admin, "", ndjson, export(t))).ID
	wait.Until(t, func() bool { return apitest.Get[job](t, app, apitest.Admin, path+"/"+id).Step == "writing allergies" })
	fixture.Value[string](t, app.Env.DB, "UPDATE import_jobs SET attempts = 2, lease_expires_at = now() + interval '1 hour' RETURNING id")
	require.NoError(t, hold.Rollback()) // it goes on, and finds at the very end that the job is another's
	wait.Until(t, func() bool { return strings.Contains(app.Log.String(), "taken over") })
	assert.Equal(t, 2, count(t, app, "patients"))
	assert.Equal(t, "in-progress", apitest.Get[job](t, app, apitest.Admin, path+"/"+id).Status)
	assert.Equal(t, 1, count(t, app, "import_chunks"), "for the other")
}

func TestAJobThatEndsTheProgramIsGivenUp(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	id := fixture.Insert(t, app.Env.DB, "import_jobs", fixture.Row{"institution_id": w.Hospital, "requester_type": "user", "requester_id": uuid.New(),
		"format": "csv", "options": "{}", "bytes_total": 10, "status": "in-progress", "attempts": 3, "lease_expires_at": time.Now().Add(-time.Second)})
	done := ended(t, app, apitest.Hospital, id.String())
	assert.Equal(t, "failed", done.Status)
	assert.Contains(t, *done.Failure, "The program ended 3 times")
	failed := app.Events(t, "dataset.import")
	require.Len(t, failed, 1)
	assert.Equal(t, "failure", failed[0].Outcome)
}

func TestWhatIsPastItsTimeIsSwept(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := apitest.NewWorld(t, env.DB)
	put := func(age time.Duration, more fixture.Row) string {
		row := fixture.Row{"institution_id": w.Hospital, "requester_type": "user", "requester_id": uuid.New(), "format": "csv", "options": "{}",
			"bytes_total": 10, "lease_expires_at": time.Now().Add(time.Hour), "created_at": time.Now().Add(-age)}
		for name, value := range more {
			row[name] = value
		}
		return fixture.Insert(t, env.DB, "import_jobs", row).String()
	}
	old := func(age time.Duration) fixture.Row {
		return fixture.Row{"status": "cancelled", "ended_at": time.Now().Add(-age), "lease_expires_at": nil}
	}
	const day = 24 * time.Hour
	kept := []string{put(29*day, old(29*day)), put(40*day, nil), put(40*day, old(day)), put(time.Minute, fixture.Row{"bytes_total": 0})}
	put(31*day, old(31*day))
	put(2*time.Hour, fixture.Row{"bytes_total": 0}) // its sender is gone
	apitest.On(t, env)
	wait.Until(t, func() bool {
		return fixture.Value[int](t, env.DB, "SELECT count(*) FROM import_jobs") == len(kept)
	})
	for _, id := range kept {
		assert.Equal(t, 1, fixture.Value[int](t, env.DB, "SELECT count(*) FROM import_jobs WHERE id = $1", id))
	}
}
