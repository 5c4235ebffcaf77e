package sqlfiles_test

import (
	"database/sql"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

func TestSealAuditInbox(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	seal := func(batch int) int { return fixture.Value[int](t, env.DB, "SELECT seal_audit_inbox($1)", batch) }
	require.Zero(t, seal(10), "nothing to seal")
	exec(t, env.DB, `INSERT INTO audit_inbox (occurred_at, actor_type, action, payload)
		SELECT CASE i WHEN 1 THEN 'infinity' ELSE now() END, 'system', 'test', '{"b": 1, "a": 2.50}' FROM generate_series(1, 5) AS i`)
	require.Equal(t, 2, seal(2))
	require.Equal(t, 3, seal(10))
	require.Zero(t, seal(10))
	assert.Equal(t, "1,2,3,4,5", fixture.Value[string](t, env.DB, "SELECT string_agg(number::text, ',' ORDER BY number) FROM audit_events"))
	assert.Zero(t, fixture.Value[int](t, env.DB, `
		SELECT count(*)::int FROM audit_events AS e
		WHERE payload_digest IS DISTINCT FROM sha256('{"a": 2.50, "b": 1}')
		   OR previous_hash <> coalesce((SELECT hash FROM audit_events WHERE number = e.number - 1), decode(repeat('00', 32), 'hex'))`))

	for _, batch := range []any{0, 10_001, nil} {
		assert.Equal(t, "22023", try(t, env.DB, "SELECT seal_audit_inbox($1)", batch).SQLState)
	}
	snapshot, err := env.DB.BeginTx(t.Context(), &sql.TxOptions{Isolation: sql.LevelRepeatableRead})
	require.NoError(t, err)
	assert.Equal(t, "25000", try(t, snapshot, "SELECT seal_audit_inbox(1)").SQLState)
	require.NoError(t, snapshot.Rollback())

	// While one sequencer is at it, another leaves it alone; what it takes back is sealed later.
	exec(t, env.DB, "INSERT INTO audit_inbox (occurred_at, actor_type, action) VALUES (now(), 'system', 'late')")
	first, err := env.DB.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	require.Equal(t, 1, fixture.Value[int](t, first, "SELECT seal_audit_inbox(10)"))
	require.Zero(t, seal(10))
	require.NoError(t, first.Rollback())
	require.Equal(t, 1, seal(10))
	assert.Equal(t, 6, fixture.Value[int](t, env.DB, "SELECT max(number)::int FROM audit_events"))
}
