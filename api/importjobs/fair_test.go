package importjobs_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// running inserts a job that an instance is loading, as long as the test lasts or until it is deleted.
func running(t *testing.T, app *apitest.App, institution any, bytes int) uuid.UUID {
	t.Helper()
	return fixture.Insert(t, app.Env.DB, "import_jobs", fixture.Row{"institution_id": institution, "requester_type": "user",
		"requester_id": uuid.New(), "format": "csv", "options": "{}", "bytes_total": bytes, "status": "in-progress",
		"started_at": time.Now(), "lease_expires_at": time.Now().Add(time.Hour)})
}

func TestSmallFilesOfOthersDoNotWait(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	// The Hospital's import is in the middle of its transaction.
	hold, err := app.Env.DB.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	defer func() { _ = hold.Rollback() }()
	_, err = hold.ExecContext(t.Context(), `SELECT pg_advisory_xact_lock_shared(hashtextextended('predicthealth.import', 0)),
		pg_advisory_xact_lock(hashtextextended('predicthealth.import ' || $1, 0))`, w.Hospital)
	require.NoError(t, err)
	large := running(t, app, w.Hospital, 10<<20)

	identify(t, app, "doctor", w.OtherDoctor, "urn:ietf:rfc:3986", "urn:uuid:"+w.OtherDoctor.String())
	done := load(t, app, apitest.OtherClinic, "", ndjson, line(uuid.NewString(), "Small", practitioner(w.OtherDoctor)))
	assert.Equal(t, "Patient 1=1+0+0+0", done.lines())

	// Another large one waits, as does the Hospital's own.
	file := `{"resourceType":"Other"}` + strings.Repeat(" ", 300<<10) + "\n"
	waiting := map[string]string{
		apitest.OtherClinic: accepted(t, handIn(t, app, apitest.OtherClinic, "", ndjson, file)).ID,
		apitest.Hospital:    accepted(t, handIn(t, app, apitest.Hospital, "", ndjson, "{}")).ID,
	}
	load(t, app, apitest.OtherClinic, "", ndjson, "{}") // and this one doesn't
	for who, id := range waiting {
		assert.Equal(t, "accepted", apitest.Get[job](t, app, who, path+"/"+id).Status, who)
	}
	// When the Hospital's job is given to another instance, its transaction may still run: the next waits for it.
	fixture.Value[uuid.UUID](t, app.Env.DB, "DELETE FROM import_jobs WHERE id = $1 RETURNING id", large)
	wait.Until(t, func() bool {
		return apitest.Get[job](t, app, apitest.Hospital, path+"/"+waiting[apitest.Hospital]).Step == "waiting for other imports to end"
	})
	require.NoError(t, hold.Rollback())
	for who, id := range waiting {
		assert.Equal(t, "completed", ended(t, app, who, id).Status, who)
	}
}

// What an import for the platform writes may be anybody's: it runs alone.
func TestAnImportForThePlatformWaitsForOthers(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	other := running(t, app, w.Hospital, 10)
	id := accepted(t, handIn(t, app, apitest.Admin, "", ndjson, "{}")).ID
	small := accepted(t, handIn(t, app, apitest.OtherClinic, "", ndjson, "{}")).ID
	moment := fixture.Value[time.Time](t, app.Env.DB, "DELETE FROM import_jobs WHERE id = $1 RETURNING clock_timestamp()", other)
	ended(t, app, apitest.Admin, id)
	ended(t, app, apitest.OtherClinic, small)
	assert.True(t, fixture.Value[bool](t, app.Env.DB, "SELECT started_at >= $2 FROM import_jobs WHERE id = $1", id, moment))
}

func TestInstitutionsTakeTurns(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	load(t, app, apitest.Hospital, "", ndjson, "{}")
	platform := running(t, app, nil, 10) // nothing else runs beside it
	var many []string
	for range 3 {
		many = append(many, accepted(t, handIn(t, app, apitest.Hospital, "", ndjson, "{}")).ID)
	}
	one := accepted(t, handIn(t, app, apitest.OtherClinic, "", ndjson, "{}")).ID
	fixture.Value[uuid.UUID](t, app.Env.DB, "DELETE FROM import_jobs WHERE id = $1 RETURNING id", platform)
	ended(t, app, apitest.OtherClinic, one)
	for _, id := range many {
		ended(t, app, apitest.Hospital, id)
	}
	assert.Equal(t, one, fixture.Value[string](t, app.Env.DB, `SELECT id FROM import_jobs
		WHERE created_at > (SELECT min(created_at) FROM import_jobs WHERE institution_id = $1) ORDER BY started_at LIMIT 1`, w.Hospital),
		"whoever has had nothing loaded comes first")
}

func TestFilesHaveBounds(t *testing.T) {
	t.Parallel()
	app, _ := start(t, apitest.Setting(t, "api.import.max_lines", "3"), apitest.Setting(t, "api.import.max_unzipped_megabytes", "1"))
	load(t, app, apitest.Hospital, "", ndjson, strings.Repeat("{}\n", 3))
	for name, c := range map[string]struct{ file, failure string }{
		"lines":  {strings.Repeat("{}\n", 4), "The file has more than 3 lines: load it in parts."},
		"zipped": {zip(t, strings.Repeat("{}"+strings.Repeat(" ", 600<<10)+"\n", 2)), "The file has more than 1 MiB when it is unzipped: load it in parts."},
	} {
		done := ended(t, app, apitest.Hospital, accepted(t, handIn(t, app, apitest.Hospital, "", ndjson, c.file)).ID)
		require.Equal(t, "failed", done.Status, name)
		assert.Equal(t, c.failure, *done.Failure, name)
	}
}

func TestFilesOfAnInstitutionHaveADailyQuota(t *testing.T) {
	t.Parallel()
	app, w := start(t, apitest.Setting(t, "api.import.files_per_day", "2"))
	dryRun := load(t, app, apitest.Hospital, "?dry_run=true", ndjson, "{}") // counts too
	load(t, app, apitest.Admin, "?institution_id="+w.Hospital.String(), ndjson, "{}")
	refused := handIn(t, app, apitest.Hospital, "", ndjson, "{}")
	assert.Equal(t, http.StatusConflict, refused.Code)
	assert.Contains(t, refused.Body.String(), "/problems/import_quota")
	load(t, app, apitest.OtherClinic, "", ndjson, "{}")
	for range 3 {
		load(t, app, apitest.Admin, "", ndjson, "{}") // for the platform
	}
	fixture.Value[bool](t, app.Env.DB, "UPDATE import_jobs SET created_at = created_at - interval '25 hours' WHERE id = $1 RETURNING true", dryRun.ID)
	load(t, app, apitest.Hospital, "", ndjson, "{}")
}
