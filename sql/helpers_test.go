package sqlfiles_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"testing"

	"github.com/lib/pq"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

func exec(t testing.TB, db execer, query string, args ...any) {
	t.Helper()
	_, err := db.ExecContext(t.Context(), query, args...)
	require.NoError(t, err, query)
}

// try runs a statement that PostgreSQL may refuse.
func try(t testing.TB, db execer, query string, args ...any) refusal {
	t.Helper()
	_, err := db.ExecContext(t.Context(), query, args...)
	return refusalOf(t, err)
}

// tryInsert inserts a row that PostgreSQL may refuse.
func tryInsert(t testing.TB, db execer, table string, row fixture.Row) refusal {
	t.Helper()
	query, args := fixture.Statement(table, row)
	return try(t, db, query, args...)
}

// refusal is how PostgreSQL names an error.
type refusal struct{ SQLState, Table, Column, Constraint string }

// refusalOf is err as PostgreSQL names it, zero when there is none.
func refusalOf(t require.TestingT, err error) refusal {
	if err == nil {
		return refusal{}
	}
	var e *pq.Error
	if !errors.As(err, &e) {
		require.NoError(t, err)
	}
	return refusal{SQLState: string(e.Code), Table: e.Table, Column: e.Column, Constraint: e.Constraint}
}

// object is a row as JSON has it; numbers keep their digits.
type object = map[string]any

// objects returns the rows of a query as JSON objects, in the query's order.
func objects(t testing.TB, db *sql.DB, query string, args ...any) []object {
	t.Helper()
	query = "SELECT to_jsonb(r) FROM (" + query + ") AS r"
	rows, err := db.QueryContext(t.Context(), query, args...)
	require.NoError(t, err, query)
	defer func() { _ = rows.Close() }()
	all := []object{}
	for rows.Next() {
		var data []byte
		require.NoError(t, rows.Scan(&data))
		all = append(all, decode[object](t, data))
	}
	require.NoError(t, rows.Err())
	return all
}

// load returns all rows of a table.
func load[T any](t testing.TB, db *sql.DB, table string) []T {
	t.Helper()
	data, err := json.Marshal(objects(t, db, "TABLE "+table))
	require.NoError(t, err)
	return decode[[]T](t, data)
}

// asJSON is v as it comes back from the database by objects.
func asJSON[T any](t testing.TB, v T) T {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return decode[T](t, data)
}

func decode[T any](t testing.TB, data []byte) T {
	t.Helper()
	var v T
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	require.NoError(t, d.Decode(&v), string(data))
	return v
}
