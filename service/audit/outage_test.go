package audit

import (
	"testing"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// While the database is gone acts are kept, and arrive once when it is back, also those whose shipping it ended.
func TestTheDatabaseComesAndGoes(t *testing.T) {
	t.Parallel()
	servers := testenv.NewServers(t)
	db, err := database.Open(t.Context(), database.Options{URL: servers.PostgresURL})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	env := &testenv.Env{DB: db, Ent: ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, db)))}
	trail := spooled(t, env, t.TempDir(), 1<<20)
	require.NoError(t, trail.Note(t.Context(), named("before")))
	require.NoError(t, trail.Ship(t.Context()))
	require.NoError(t, trail.Note(t.Context(), named("waiting")))

	servers.Postgres.Kill()
	require.NoError(t, trail.Note(t.Context(), named("during")))
	require.Error(t, trail.Ship(t.Context()))
	require.Error(t, trail.Seal(t.Context()))
	require.NoError(t, servers.Postgres.Start(t.Context()))

	require.NoError(t, trail.Note(t.Context(), named("after")))
	require.NoError(t, trail.Ship(t.Context()))
	assert.Equal(t, map[string]int{"before": 1, "waiting": 1, "during": 1, "after": 1}, arrived(t, env))
	require.NoError(t, trail.Close(t.Context()))
	require.NoError(t, trail.Seal(t.Context()))
	report, err := trail.Verify(t.Context(), nil, nil)
	require.NoError(t, err)
	assert.Empty(t, report.Findings)
	assert.EqualValues(t, 4, report.Records)
}
