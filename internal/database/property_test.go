package database_test

import (
	"context"
	"database/sql"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
)

const cacheSize = 4

// twins are two databases given the same commands, one through the cache, one without.
type twins struct {
	cached, plain           *sql.DB
	ddlOfCached, ddlOfPlain *sql.DB
}

type command struct {
	query string
	arg   any
}

var commands = []string{
	"SELECT * FROM t WHERE id = $1 ORDER BY id",
	"SELECT id FROM t WHERE a = $1 ORDER BY id",
	"SELECT count(*), max(a) FROM t WHERE id < $1",
	"SELECT extra FROM t WHERE id = $1",
	"SELECT a::text || $1 FROM t ORDER BY id",
	"INSERT INTO t (id, a) VALUES ($1, '7') ON CONFLICT (id) DO NOTHING RETURNING *",
	"INSERT INTO t (id, a) VALUES (100, $1) ON CONFLICT (id) DO UPDATE SET a = EXCLUDED.a RETURNING a",
	"UPDATE t SET a = $1 WHERE id = 2 RETURNING *",
	"DELETE FROM t WHERE id = $1 RETURNING id",
	"SELECT 10 / $1::int",
	"SELECT no_such_column FROM t WHERE id = $1",
}

var changes = []string{
	"ALTER TABLE t ADD IF NOT EXISTS extra int DEFAULT 3",
	"ALTER TABLE t ALTER a TYPE text USING a::text",
	"ALTER TABLE t ALTER a TYPE int USING a::numeric::int",
	"ALTER TABLE t ALTER a TYPE numeric USING a::numeric",
	"ALTER TABLE t DROP IF EXISTS extra",
	"DROP TABLE t; CREATE TABLE t (id int PRIMARY KEY, a text); INSERT INTO t VALUES (1, '1'), (2, '5')",
	"DROP TABLE t; CREATE TABLE t (a int, id int PRIMARY KEY)",
	"CREATE INDEX ON t (a); ANALYZE t",
}

// TestCachedConnectionActsLikeAnUncachedOne holds rows and SQLSTATEs equal while the schema changes
// between executions.
func TestCachedConnectionActsLikeAnUncachedOne(t *testing.T) {
	t.Parallel()
	first, second := cluster.EmptyDatabase(t), cluster.EmptyDatabase(t)
	tw := twins{
		cached: onePool(t, first, cacheSize), ddlOfCached: onePool(t, first, -1),
		plain: onePool(t, second, -1), ddlOfPlain: onePool(t, second, -1),
	}
	commandGen := rapid.Custom(func(t *rapid.T) command {
		value := rapid.IntRange(0, 9).Draw(t, "value")
		arg := rapid.SampledFrom([]any{value, fmt.Sprint(value), nil, "word"}).Draw(t, "arg")
		return command{rapid.SampledFrom(commands).Draw(t, "query"), arg}
	})
	rapid.Check(t, func(t *rapid.T) {
		tw.change(t, "DROP TABLE IF EXISTS t; CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, 1), (2, 5)")
		t.Repeat(map[string]func(*rapid.T){
			"run": func(t *rapid.T) {
				c := commandGen.Draw(t, "command")
				require.Equal(t, run(tw.plain, c), run(tw.cached, c), "%v", c)
			},
			"transaction": func(t *rapid.T) {
				tw.transaction(t, rapid.SliceOfN(commandGen, 1, 4).Draw(t, "commands"))
			},
			"change": func(t *rapid.T) { tw.change(t, rapid.SampledFrom(changes).Draw(t, "ddl")) },
			"forget": func(t *rapid.T) { execute(t, tw.cached, "DEALLOCATE ALL") },
			"":       func(t *rapid.T) { require.LessOrEqual(t, prepared(t, tw.cached), cacheSize) },
		})
	})
}

// change runs ddl on both databases; where it fails it fails on both, for they hold the same rows.
func (tw twins) change(t *rapid.T, ddl string) {
	_, err := tw.ddlOfCached.ExecContext(context.Background(), ddl)
	_, plainErr := tw.ddlOfPlain.ExecContext(context.Background(), ddl)
	require.Equal(t, database.SQLState(plainErr), database.SQLState(err), ddl)
}

// transaction runs the commands in one. A statement made stale by a change may fail the cached one
// where it would not fail the other; it is dropped then, so at most as many attempts fail as there
// are commands.
func (tw twins) transaction(t *rapid.T, all []command) {
	for range len(all) + 1 {
		cached, err := tw.cached.BeginTx(context.Background(), nil)
		require.NoError(t, err)
		plain, err := tw.plain.BeginTx(context.Background(), nil)
		require.NoError(t, err)
		same := true
		for _, c := range all {
			want, got := run(plain, c), run(cached, c)
			if same = want == got; !same {
				t.Logf("%v: want %q, got %q", c, want, got)
				break
			}
		}
		if same {
			require.Equal(t, plain.Commit(), cached.Commit())
			return
		}
		require.NoError(t, plain.Rollback())
		require.NoError(t, cached.Rollback())
	}
	require.Fail(t, "the cached transaction stays different")
}

type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// run returns a text of all rows, or of the error's SQLSTATE.
func run(q queryer, c command) string {
	rows, err := q.QueryContext(context.Background(), c.query, c.arg)
	if err != nil {
		return failure(err)
	}
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	if err != nil {
		return failure(err)
	}
	text := fmt.Sprintln(columns)
	for rows.Next() {
		values := make([]sql.NullString, len(columns))
		targets := make([]any, len(columns))
		for i := range values {
			targets[i] = &values[i]
		}
		if err := rows.Scan(targets...); err != nil {
			return failure(err)
		}
		text += fmt.Sprintln(values)
	}
	if err := rows.Err(); err != nil {
		return failure(err)
	}
	return text
}

func failure(err error) string {
	if state := database.SQLState(err); state != "" {
		return "error " + state
	}
	return "error " + err.Error()
}
