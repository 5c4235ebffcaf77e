package database_test

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
)

func TestAdmission(t *testing.T) {
	t.Parallel()
	marks := make([]string, 17)
	args := make([]any, len(marks))
	for i := range marks {
		marks[i], args[i] = fmt.Sprintf("$%d::int", i+1), i
	}
	for name, c := range map[string]struct {
		query string
		args  []any
		times int
		want  int
	}{
		"first use":             {"SELECT $1::int", []any{1}, 1, 0},
		"second use":            {"SELECT $1::int", []any{1}, 2, 1},
		"search":                {"SELECT $1::text LIKE 'a%'", []any{"a"}, 3, 0},
		"many uses":             {"SELECT $1::int", []any{1}, 9, 1},
		"leading comment":       {"-- adds\n  select $1::int", []any{1}, 2, 1},
		"no parameters":         {"SELECT 1", nil, 9, 0},
		"sixteen parameters":    {"SELECT " + strings.Join(marks[:16], ", "), args[:16], 2, 1},
		"seventeen parameters":  {"SELECT " + strings.Join(marks, ", "), args, 9, 0},
		"not safe to run twice": {"CALL remember($1)", []any{"x"}, 9, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			db := onePool(t, cluster.EmptyDatabase(t), 8)
			execute(t, db, "CREATE PROCEDURE remember(v text) LANGUAGE plpgsql AS 'BEGIN END'")
			for range c.times {
				execute(t, db, c.query, c.args...)
			}
			assert.Equal(t, c.want, prepared(t, db))
		})
	}
}

// A procedure may commit half-way, so a call that failed as if its statement were stale isn't repeated.
func TestFailedCallsAreNotRepeated(t *testing.T) {
	t.Parallel()
	db := onePool(t, cluster.EmptyDatabase(t), 8)
	execute(t, db, "CREATE TABLE t (v text)")
	execute(t, db, `CREATE PROCEDURE remember(v text) LANGUAGE plpgsql AS $$
		BEGIN INSERT INTO t VALUES (v); COMMIT; RAISE SQLSTATE '22000'; END $$`)
	for range 4 {
		_, err := db.ExecContext(t.Context(), "CALL remember($1)", "x")
		require.Equal(t, "22000", database.SQLState(err))
	}
	var remembered int
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT count(*) FROM t").Scan(&remembered))
	assert.Equal(t, 4, remembered)
}

func TestEvictionClosesStatementsOnTheServer(t *testing.T) {
	t.Parallel()
	registry := prometheus.NewRegistry()
	db := open(t, database.Options{
		URL: cluster.EmptyDatabase(t), MaxConns: 1, CachedStatements: 3, Registerer: registry,
	})
	for i := range 10 {
		for range 3 {
			execute(t, db, fmt.Sprintf("SELECT $1::int + %d", i), i)
		}
	}
	assert.Equal(t, 3, prepared(t, db))
	assert.Equal(t, map[string]float64{
		"database_statement_cache_hits_total":      10,
		"database_statement_cache_misses_total":    20,
		"database_statement_cache_evictions_total": 7,
	}, cacheCounters(t, registry))
}

func cacheCounters(t *testing.T, registry *prometheus.Registry) map[string]float64 {
	t.Helper()
	families, err := registry.Gather()
	require.NoError(t, err)
	values := map[string]float64{}
	for _, family := range families {
		if strings.HasPrefix(family.GetName(), "database_statement_cache") {
			values[family.GetName()] = family.GetMetric()[0].GetCounter().GetValue()
		}
	}
	return values
}

// TestSchemaChangesAreNotNoticed changes what a cached statement depends on, from elsewhere.
func TestSchemaChangesAreNotNoticed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		query  string
		args   []any
		change string
		after  []any
	}{
		"a column more": {"SELECT * FROM t WHERE id = $1", []any{1}, "ALTER TABLE t ADD c int", []any{1}},
		"a wider column": {
			"INSERT INTO t (id) VALUES ($1)", []any{2}, "ALTER TABLE t ALTER id TYPE bigint", []any{int64(3_000_000_000)},
		},
		"another type": {
			"SELECT id FROM t WHERE v = $1", []any{5}, "ALTER TABLE t ALTER v TYPE text USING v::text", []any{"five"},
		},
		"another table": {
			"SELECT * FROM t WHERE id = $1", []any{1}, "DROP TABLE t; CREATE TABLE t (id text)", []any{"one"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			url := cluster.EmptyDatabase(t)
			db, other := onePool(t, url, 8), onePool(t, url, -1)
			execute(t, other, "CREATE TABLE t (id int, v int); INSERT INTO t VALUES (1, 5)")
			for i := range 3 {
				if strings.HasPrefix(c.query, "INSERT") {
					c.args[0] = i + 10
				}
				execute(t, db, c.query, c.args...)
			}
			require.Equal(t, 1, prepared(t, db))
			execute(t, other, c.change)
			execute(t, db, c.query, c.after...)
		})
	}
}

func TestStatementsUnknownToTheServer(t *testing.T) {
	t.Parallel()
	for _, forget := range []string{"DEALLOCATE ALL", "DISCARD ALL"} {
		t.Run(forget, func(t *testing.T) {
			t.Parallel()
			db := onePool(t, cluster.EmptyDatabase(t), 8)
			for range 4 {
				execute(t, db, "SELECT $1::int", 1)
				execute(t, db, forget)
			}
		})
	}
}

func TestStalePlanInsideTransaction(t *testing.T) {
	t.Parallel()
	const query = "SELECT * FROM t WHERE id = $1"
	for name, begin := range map[string]func(ctx context.Context, c *sql.Conn) (execer, func() error){
		"begun by the driver": func(ctx context.Context, c *sql.Conn) (execer, func() error) {
			tx, err := c.BeginTx(ctx, nil)
			require.NoError(t, err)
			return tx, tx.Rollback
		},
		"begun by plain SQL": func(ctx context.Context, c *sql.Conn) (execer, func() error) {
			_, err := c.ExecContext(ctx, "BEGIN")
			require.NoError(t, err)
			return c, func() error { _, err := c.ExecContext(ctx, "ROLLBACK"); return err }
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx := t.Context()
			url := cluster.EmptyDatabase(t)
			db, other := onePool(t, url, 8), onePool(t, url, -1)
			execute(t, other, "CREATE TABLE t (id int)")
			execute(t, db, query, 1)
			execute(t, db, query, 1)
			execute(t, other, "ALTER TABLE t ADD c int")

			c, err := db.Conn(ctx)
			require.NoError(t, err)
			tx, rollback := begin(ctx, c)
			_, err = tx.ExecContext(ctx, query, 1)
			assert.Equal(t, "0A000", database.SQLState(err), "the error is the first one, not that the transaction is aborted")
			require.NoError(t, rollback())

			tx, rollback = begin(ctx, c)
			_, err = tx.ExecContext(ctx, query, 1)
			require.NoError(t, err, "the next transaction parses afresh")
			require.NoError(t, rollback())
			require.NoError(t, c.Close())
		})
	}
}

type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

func TestOneConnectionWarnsTheOthersOfStalePlans(t *testing.T) {
	t.Parallel()
	const query = "SELECT * FROM t WHERE id = $1"
	ctx := t.Context()
	url := cluster.EmptyDatabase(t)
	db, other := open(t, database.Options{URL: url, MaxConns: 2}), onePool(t, url, -1)
	execute(t, other, "CREATE TABLE t (id int)")

	var conns [2]*sql.Conn
	for i := range conns {
		var err error
		conns[i], err = db.Conn(ctx)
		require.NoError(t, err)
		for range 2 {
			_, err = conns[i].ExecContext(ctx, query, 1)
			require.NoError(t, err)
		}
	}
	execute(t, other, "ALTER TABLE t ADD c int")
	_, err := conns[0].ExecContext(ctx, query, 1)
	require.NoError(t, err)
	require.NoError(t, conns[1].Close())

	tx, err := db.BeginTx(ctx, nil)
	require.NoError(t, err)
	_, err = tx.ExecContext(ctx, query, 1)
	require.NoError(t, err)
	require.NoError(t, tx.Commit())
	require.NoError(t, conns[0].Close())
}

func TestCanceledQueryLeavesThePoolUsable(t *testing.T) {
	t.Parallel()
	db := onePool(t, cluster.EmptyDatabase(t), 8)
	for range 5 {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		_, err := db.ExecContext(ctx, "SELECT pg_sleep($1)", 600)
		require.Error(t, err)
		cancel()
		execute(t, db, "SELECT $1::int", 1)
	}
}
