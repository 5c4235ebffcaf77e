package migration

import (
	"database/sql"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
)

// expressions are what PostgreSQL keeps as a tree and prints as text of its own: checks, index expressions and
// predicates, defaults, generated columns, views, conditions of triggers. Each row has the print, a statement that makes
// the object anew from it, under the name fixpoint, and a query for the print of what that made.
const expressions = `
SELECT format('check %s of %s', conname, conrelid::regclass), pg_get_constraintdef(oid),
  format('ALTER TABLE %s ADD CONSTRAINT fixpoint %s', conrelid::regclass, pg_get_constraintdef(oid)),
  $$SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'fixpoint'$$
FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND conparentid = 0
UNION ALL
SELECT format('index %s', indexrelid::regclass), fresh.def, fresh.def, $$SELECT pg_get_indexdef('fixpoint'::regclass)$$
FROM pg_index JOIN pg_class c ON c.oid = indexrelid AND c.relnamespace = 'public'::regnamespace
CROSS JOIN LATERAL (SELECT regexp_replace(pg_get_indexdef(indexrelid), 'INDEX \S+ ON', 'INDEX fixpoint ON') AS def) fresh
WHERE (indpred IS NOT NULL OR indexprs IS NOT NULL) AND NOT c.relispartition
UNION ALL
SELECT format('default of %s.%s', adrelid::regclass, attname), pg_get_expr(adbin, adrelid),
  format('ALTER TABLE %s ALTER %I SET DEFAULT %s', adrelid::regclass, attname, pg_get_expr(adbin, adrelid)),
  format('SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = %L::regclass AND adnum = %s', adrelid::regclass, adnum)
FROM pg_attrdef JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
JOIN pg_class c ON c.oid = adrelid AND c.relnamespace = 'public'::regnamespace AND NOT c.relispartition WHERE attgenerated = ''
UNION ALL
SELECT format('generated column %s.%s', adrelid::regclass, attname), pg_get_expr(adbin, adrelid),
  format('ALTER TABLE %s ADD COLUMN fixpoint %s GENERATED ALWAYS AS (%s) STORED', adrelid::regclass,
    format_type(atttypid, atttypmod), pg_get_expr(adbin, adrelid)),
  format($$SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
    WHERE adrelid = %L::regclass AND attname = 'fixpoint'$$, adrelid::regclass)
FROM pg_attrdef JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
JOIN pg_class c ON c.oid = adrelid AND c.relnamespace = 'public'::regnamespace AND NOT c.relispartition WHERE attgenerated <> ''
UNION ALL
SELECT format('view %s', oid::regclass), pg_get_viewdef(oid), 'CREATE VIEW fixpoint AS ' || pg_get_viewdef(oid),
  $$SELECT pg_get_viewdef('fixpoint'::regclass)$$
FROM pg_class c WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
UNION ALL
SELECT format('trigger %s of %s', tgname, tgrelid::regclass), fresh.def, fresh.def,
  $$SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'fixpoint' AND tgparentid = 0$$
FROM pg_trigger
CROSS JOIN LATERAL (SELECT regexp_replace(pg_get_triggerdef(oid), 'TRIGGER \S+ ', 'TRIGGER fixpoint ') AS def) fresh
WHERE tgqual IS NOT NULL AND NOT tgisinternal AND tgparentid = 0`

// expression is a row of expressions.
type expression struct{ object, print, anew, reprint string }

func readExpressions(t *testing.T, db *sql.Tx) []expression {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), expressions)
	require.NoError(t, err)
	defer func() { require.NoError(t, errors.Join(rows.Err(), rows.Close())) }()
	var all []expression
	for rows.Next() {
		var e expression
		require.NoError(t, rows.Scan(&e.object, &e.print, &e.anew, &e.reprint))
		all = append(all, e)
	}
	return all
}

// changing returns the expressions of db, each with both prints, that PostgreSQL prints differently once a migration has
// made them from their print.
func changing(t *testing.T, db *sql.Tx) []string {
	t.Helper()
	var differ []string
	for _, e := range readExpressions(t, db) {
		_, err := db.ExecContext(t.Context(), "SAVEPOINT fixpoint; "+restoreIn(e.anew))
		require.NoError(t, err, e.object)
		var print string
		require.NoError(t, db.QueryRowContext(t.Context(), e.reprint).Scan(&print), e.object)
		if print != e.print {
			differ = append(differ, fmt.Sprintf("%s\n  first: %s\n  then:  %s", e.object, e.print, print))
		}
		_, err = db.ExecContext(t.Context(), "ROLLBACK TO fixpoint")
		require.NoError(t, err, e.object)
	}
	return differ
}

// Whatever PostgreSQL prints, migrations are made of it: an expression that isn't printed as it was read would differ
// for ever between the migrated database and schema.sql, for Atlas and for whoever restores a dump.
func TestExpressionsAreFixpoints(t *testing.T) {
	t.Parallel()
	p := project(t)
	d, err := p.newDiff(t.Context(), Dev{URL: cluster.Shared(t).PostgresURL}, DiffOptions{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.close()) })
	prints := map[string]map[string]string{}
	for name, db := range map[string]*devDatabase{"migrated": d.migrated, "desired": d.desired} {
		tx, err := db.BeginTx(t.Context(), nil)
		require.NoError(t, err)
		assert.Empty(t, changing(t, tx), name)
		prints[name] = map[string]string{}
		for _, e := range readExpressions(t, tx) {
			prints[name][e.object] = e.print
		}
		require.NoError(t, tx.Rollback())
	}
	assert.NotEmpty(t, prints["desired"])
	assert.Equal(t, prints["desired"], prints["migrated"])
}

func TestFixpointIsNoticed(t *testing.T) {
	t.Parallel()
	db := newDatabase(t)
	db.exec(`CREATE TABLE a (n int, s varchar(9) CHECK (s IN ('x', 'y')), CONSTRAINT flat CHECK (n >= 0 AND n <= 9 AND n <> 5),
		CONSTRAINT nested CHECK (n BETWEEN 0 AND 9 AND n <> 5))`)
	tx, err := db.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	differ := changing(t, tx)
	require.NoError(t, tx.Rollback())
	require.Len(t, differ, 1)
	assert.Contains(t, differ[0], "check nested of a")
}
