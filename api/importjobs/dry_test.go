package importjobs_test

import (
	"context"
	"database/sql"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/service/dataset"
)

// forHospital is the export as the Hospital's file: of its own patients, with a doctor of the Hospital.
func forHospital(t *testing.T, w apitest.World) string {
	t.Helper()
	var file strings.Builder
	for text := range strings.Lines(export(t)) {
		text = strings.Replace(text, `"resourceType":"Patient"`, `"resourceType":"Patient"`+practitioner(w.Doctor), 1)
		if !strings.Contains(text, `"resourceType":"Organization"`) && !strings.Contains(text, `"resourceType":"Practitioner"`) {
			file.WriteString(text)
		}
	}
	return file.String()
}

// A dry run tells what the import would do, without doing it and without writing it to the tables.
func TestADryRunTellsWhatWouldHappen(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	identify(t, app, "doctor", w.Doctor, "urn:ietf:rfc:3986", "urn:uuid:"+w.Doctor.String())
	file := forHospital(t, w)
	changed := strings.NewReplacer(`"birthDate":"1961-04-02"`, `"birthDate":"1961-04-03"`).Replace(file) +
		line(uuid.NewString(), "Added", practitioner(w.Doctor)) + line(uuid.NewString(), "Doctorless", "")
	for _, content := range []string{file, file, changed} { // new, known, and both
		dry := load(t, app, apitest.Hospital, "?dry_run=true", ndjson, content)
		patients := count(t, app, "patients")
		found := problems(t, app, apitest.Hospital, dry.ID)
		real := load(t, app, apitest.Hospital, "", ndjson, content)
		assert.Equal(t, real.Report, dry.Report)
		assert.Equal(t, problems(t, app, apitest.Hospital, real.ID), found)
		assert.LessOrEqual(t, patients, count(t, app, "patients"))
	}
	assert.Contains(t, load(t, app, apitest.Hospital, "?dry_run=true", ndjson, file).lines(), "Patient 12=")
}

func TestADryRunWritesNothing(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	identify(t, app, "doctor", w.Doctor, "urn:ietf:rfc:3986", "urn:uuid:"+w.Doctor.String())
	file := forHospital(t, w)
	// The server counts what a connection has written: this one has written nothing yet.
	db, err := database.Open(t.Context(), database.Options{URL: app.Env.URL, MaxConns: 1})
	require.NoError(t, err)
	defer func() { assert.NoError(t, db.Close()) }()
	written := func(dryRun bool) (tables string) {
		_, err := dataset.Import(t.Context(), db, dataset.File{
			Format: dataset.NDJSON, Size: int64(len(file)), Content: strings.NewReader(file),
		}, dataset.ImportOptions{DryRun: dryRun, Institution: w.Hospital, Finish: func(ctx context.Context, tx *sql.Tx, _ dataset.ImportReport) error {
			return tx.QueryRowContext(ctx, `SELECT COALESCE(string_agg(relname, ' ' ORDER BY relname), '')
				FROM pg_stat_xact_user_tables
				WHERE schemaname = 'public' AND n_tup_ins + n_tup_upd + n_tup_del > 0`).Scan(&tables)
		}})
		require.NoError(t, err)
		return tables
	}
	assert.Empty(t, written(true))
	assert.Contains(t, written(false), "patients")
}
