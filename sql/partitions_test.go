package sqlfiles_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

func TestEnsureAuditPartitions(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	owner := testenv.Owner(t, env)
	ensure := func(months int) int {
		return fixture.Value[int](t, env.DB, "SELECT ensure_audit_partitions($1)", months)
	}
	event := func(number int, at time.Time) {
		exec(t, owner, `INSERT INTO audit_events (number, sealed_at, occurred_at, actor_type, action, previous_hash, hash)
			VALUES ($1, $2, $2, 'system', 'test', '', '')`, number, at)
	}
	inPartition := func(at time.Time) int {
		return fixture.Value[int](t, owner, fmt.Sprintf("SELECT count(*) FROM audit_events_%s", at.Format("2006_01")))
	}
	now := wait.Today()
	month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC)
	later := month.AddDate(0, 2, 0)

	// Written before there was a partition: they move when it is made.
	event(1, month)
	event(2, month.AddDate(0, 1, 0))
	event(3, later.Add(-time.Microsecond))
	require.Equal(t, 3, ensure(2))
	require.Equal(t, 1, inPartition(month))
	require.Equal(t, 2, inPartition(month.AddDate(0, 1, 0)))
	require.Zero(t, inPartition(later))

	event(4, later)
	require.Equal(t, 1, inPartition(later))
	require.Zero(t, ensure(2), "made again")
	require.Equal(t, 2, ensure(4), "only what is missing")
	require.Equal(t, 4, fixture.Value[int](t, env.DB, "SELECT count(*) FROM audit_events"))
	require.Zero(t, fixture.Value[int](t, owner, "SELECT count(*) FROM audit_events_default"))

	require.Equal(t, "42501", try(t, env.DB, "DELETE FROM audit_events_"+month.Format("2006_01")).SQLState,
		"the application may not change a partition")
	for _, months := range []any{-1, 121, nil} {
		require.Equal(t, "22023", try(t, env.DB, "SELECT ensure_audit_partitions($1)", months).SQLState)
	}
}

// An event that is sealed while its partition is made moves there too.
func TestPartitionsAreMadeWhileEventsAreSealed(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	owner := testenv.Owner(t, env)
	today := wait.Today()
	tx, err := owner.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	_, err = tx.ExecContext(t.Context(), `INSERT INTO audit_events (number, sealed_at, occurred_at, actor_type, action, previous_hash, hash)
		VALUES (1, now(), now(), 'system', 'test', '', '')`)
	require.NoError(t, err)
	made := make(chan error, 1)
	go func() {
		_, err := env.DB.ExecContext(context.Background(), "SELECT ensure_audit_partitions(0)")
		made <- err
	}()
	wait.Until(t, func() bool {
		return fixture.Value[bool](t, env.DB, `SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'audit_events_default'::regclass AND NOT granted)`)
	})
	require.NoError(t, tx.Commit())
	require.NoError(t, <-made)
	require.Equal(t, 1, fixture.Value[int](t, owner, "SELECT count(*)::int FROM audit_events_"+today.Format("2006_01")))
}
