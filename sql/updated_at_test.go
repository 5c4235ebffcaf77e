package sqlfiles_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// A mutable table without the trigger, or one whose generated columns the trigger doesn't know, would keep versions
// that lie.
func TestEveryMutableTableIsStamped(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	wrong := objects(t, env.DB, `
		SELECT c.relname AS "table", generated.columns AS want, t.args AS have
		FROM pg_class c
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'updated_at'
		CROSS JOIN LATERAL (
			SELECT coalesce(string_agg(attname || '\000', '' ORDER BY attnum), '') AS columns
			FROM pg_attribute WHERE attrelid = c.oid AND attgenerated <> ''
		) generated
		LEFT JOIN (
			SELECT tgrelid, encode(tgargs, 'escape') AS args FROM pg_trigger
			WHERE tgfoid = 'set_updated_at'::regproc AND tgname = 'set_updated_at' AND tgenabled = 'O'
		) t ON t.tgrelid = c.oid
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
		  AND generated.columns IS DISTINCT FROM t.args
		  -- A token that was given is no change of the account.
		  AND NOT (c.relname = 'service_accounts' AND t.args = 'last_used_at\000')`)
	require.Empty(t, wrong, "a table with generated columns needs sql/triggers/<table>_set_updated_at.sql, with them as arguments")
}

func TestSetUpdatedAt(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	const longAgo = "2020-01-01T00:00:00Z"

	tests := []struct {
		name, set string
		stamped   bool
	}{
		{name: "a change", set: "is_primary = true", stamped: true},
		{name: "no change", set: "is_primary = is_primary"},
		{name: "a column is cleared", set: "verified_at = NULL", stamped: true},
		{name: "the caller's stamp doesn't count", set: "updated_at = '1999-01-01', version = 70", stamped: true},
	}
	// emails has generated columns, patient_conditions has none: the trigger tells a change in two ways.
	patient := fixture.Patient(t, env.DB)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			id := fixture.Insert(t, env.DB, "emails", fixture.Row{
				"entity_type": "patient", "entity_id": fixture.Patient(t, env.DB), "email": "a@example.org",
				"email_type_id": fixture.Code(t, env.DB, "email_types", "home"), "verified_at": longAgo, "updated_at": longAgo,
			})
			exec(t, env.DB, "UPDATE emails SET "+test.set+" WHERE id = $1", id)
			requireStamp(t, env, "emails", id, test.stamped)
		})
	}
	t.Run("tables without generated columns", func(t *testing.T) {
		t.Parallel()
		id := fixture.Insert(t, env.DB, "patient_conditions", fixture.Row{
			"patient_id": patient, "condition_id": fixture.Condition(t, env.DB), "onset_date": "2001-01-01", "updated_at": longAgo,
		})
		exec(t, env.DB, "UPDATE patient_conditions SET status = 'active' WHERE id = $1", id)
		requireStamp(t, env, "patient_conditions", id, false)
		exec(t, env.DB, "UPDATE patient_conditions SET status = 'resolved' WHERE id = $1", id)
		requireStamp(t, env, "patient_conditions", id, true)
	})
}

func requireStamp(t *testing.T, env *testenv.Env, table string, id any, stamped bool) {
	t.Helper()
	version := fixture.Value[int](t, env.DB, "SELECT version FROM "+table+" WHERE id = $1", id)
	updated := fixture.Value[time.Time](t, env.DB, "SELECT updated_at FROM "+table+" WHERE id = $1", id)
	if !stamped {
		require.Equal(t, 1, version)
		require.Equal(t, 2020, updated.UTC().Year())
		return
	}
	require.Equal(t, 2, version)
	require.WithinDuration(t, time.Now(), updated, time.Hour)
}

// A transaction that began before another's change but wrote after it doesn't turn updated_at back.
func TestUpdatedAtNeverGoesBack(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	id := fixture.Patient(t, env.DB)

	early, err := env.DB.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	defer func() { _ = early.Rollback() }()
	exec(t, early, "SELECT now()")
	exec(t, env.DB, "UPDATE patients SET first_name = 'Second' WHERE id = $1", id)
	before := fixture.Value[time.Time](t, env.DB, "SELECT updated_at FROM patients WHERE id = $1", id)
	exec(t, early, "UPDATE patients SET first_name = 'Third' WHERE id = $1", id)
	require.NoError(t, early.Commit())
	require.True(t, fixture.Value[time.Time](t, env.DB, "SELECT updated_at FROM patients WHERE id = $1", id).After(before))
}
