package bench

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
)

const (
	rows   = 10_000
	lookup = "SELECT id, first_name, last_name, born, active, note FROM people WHERE id = $1"
	table  = `
		CREATE TABLE people (id int PRIMARY KEY, first_name text, last_name text, born date, active boolean, note text);
		INSERT INTO people
			SELECT i, 'first ' || i, 'last ' || i, date '1950-01-01' + i, true, repeat('x', 100) FROM generate_series(1, 10000) i`
	pgbenchScript = "\\set id random(1, 10000)\n" +
		"SELECT id, first_name, last_name, born, active, note FROM people WHERE id = :id;\n"
)

// BenchmarkIndexedRow reads one row by key, on one connection.
func BenchmarkIndexedRow(b *testing.B) {
	url := cluster.EmptyDatabase(b)
	unprepared, cached := open(b, url, -1), open(b, url, 0)
	_, err := unprepared.ExecContext(b.Context(), table)
	require.NoError(b, err)
	_, err = unprepared.ExecContext(b.Context(), "VACUUM ANALYZE people")
	require.NoError(b, err)
	byHand, err := open(b, url, -1).PrepareContext(b.Context(), lookup)
	require.NoError(b, err)
	b.Cleanup(func() { _ = byHand.Close() })

	compare(b, "one row by key", 4000,
		pgbench(b, url, pgbenchScript, 1),
		repeat("lib/pq, statement prepared by hand", func() error {
			return scan(byHand.QueryRowContext(context.Background(), key()))
		}),
		repeat("this connector", func() error {
			return scan(cached.QueryRowContext(context.Background(), lookup, key()))
		}),
		repeat("lib/pq, unprepared", func() error {
			return scan(unprepared.QueryRowContext(context.Background(), lookup, key()))
		}),
	)
}

func open(b *testing.B, url string, cached int) *sql.DB {
	b.Helper()
	db, err := database.Open(b.Context(), database.Options{URL: url, MaxConns: 1, CachedStatements: cached})
	require.NoError(b, err)
	b.Cleanup(func() { _ = db.Close() })
	return db
}

func key() int { return 1 + rand.IntN(rows) } //nolint:gosec // no secret

func scan(row *sql.Row) error {
	var (
		id                int
		first, last, note string
		born              time.Time
		active            bool
	)
	return row.Scan(&id, &first, &last, &born, &active, &note)
}

var transactionsPerSecond = regexp.MustCompile(`tps = ([0-9.]+) \(without initial connection time\)`)

// pgbench measures PostgreSQL's own client running a script, for several callers at the same time.
func pgbench(b *testing.B, url, script string, callers int, more ...string) alternative {
	b.Helper()
	program := pgbenchProgram(b)
	file := filepath.Join(b.TempDir(), "script.sql")
	require.NoError(b, os.WriteFile(file, []byte(script), 0o600))
	return alternative{"pgbench -M prepared", func(n int) (time.Duration, error) {
		args := append(more, "-n", "-M", "prepared", "-f", file, "-c", strconv.Itoa(callers), "-t", strconv.Itoa(n/callers), url)
		out, err := exec.Command(program, args...).CombinedOutput() //nolint:gosec // our own arguments
		found := transactionsPerSecond.FindSubmatch(out)
		if err != nil || found == nil {
			return 0, fmt.Errorf("pgbench: %w: %s", err, out)
		}
		tps, err := strconv.ParseFloat(string(found[1]), 64)
		return time.Duration(float64(n) / tps * float64(time.Second)), err
	}}
}

func pgbenchProgram(b *testing.B) string {
	b.Helper()
	if path, err := exec.LookPath("pgbench"); err == nil {
		return path
	}
	installed, err := filepath.Glob("/usr/lib/postgresql/*/bin/pgbench")
	require.NoError(b, err)
	require.NotEmpty(b, installed, "pgbench is missing: apt-get install postgresql-contrib")
	return installed[len(installed)-1]
}
