package database_test

import (
	"context"
	"database/sql"
	neturl "net/url"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/database"
)

// onePool opens a pool of one connection, so that every query of a test meets the same cache.
func onePool(t *testing.T, url string, cached int) *sql.DB {
	t.Helper()
	return open(t, database.Options{URL: url, MaxConns: 1, CachedStatements: cached})
}

func open(t *testing.T, opts database.Options) *sql.DB {
	t.Helper()
	db, err := database.Open(t.Context(), opts)
	require.NoError(t, err)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func execute(t require.TestingT, db *sql.DB, query string, args ...any) {
	_, err := db.ExecContext(context.Background(), query, args...)
	require.NoError(t, err, query)
}

// prepared counts the statements that the server holds for the pool's only connection.
func prepared(t require.TestingT, db *sql.DB) int {
	var n int
	require.NoError(t, db.QueryRowContext(context.Background(), "SELECT count(*) FROM pg_prepared_statements").Scan(&n))
	return n
}

// replaceDatabase returns url with another database's name.
func replaceDatabase(t *testing.T, url, name string) string {
	t.Helper()
	parsed, err := neturl.Parse(url)
	require.NoError(t, err)
	parsed.Path = "/" + name
	return parsed.String()
}
