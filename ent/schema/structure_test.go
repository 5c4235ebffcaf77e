package schema_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv"
)

// Each query lists what breaks a habit of the whole schema; an empty answer is a pass.
func TestStructure(t *testing.T) {
	t.Parallel()
	db := testenv.Owner(t, testenv.New(t))
	habits := []struct{ name, offenders string }{
		{
			"every foreign key begins an index that covers it",
			`SELECT conrelid::regclass || '.' || conname FROM pg_constraint c WHERE contype = 'f' AND conparentid = 0 AND NOT EXISTS (
				SELECT FROM pg_index i WHERE i.indrelid = c.conrelid
				AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) ~ '^\(\w+ IS NOT NULL\)$')
				AND (i.indkey::int2[])[0:array_length(c.conkey, 1) - 1] @> c.conkey)`,
		},
		{
			"no index is the beginning of another",
			`SELECT a.indexrelid::regclass || ' in ' || b.indexrelid::regclass FROM pg_index a JOIN pg_index b
				ON a.indrelid = b.indrelid AND a.indexrelid <> b.indexrelid
				WHERE NOT a.indisunique AND a.indrelid::regclass::text !~ '^pg_|information_schema'
				AND a.indexprs IS NULL AND b.indexprs IS NULL AND a.indclass[0] = b.indclass[0]
				AND b.indkey::text || ' ' LIKE a.indkey::text || ' %'
				AND pg_get_expr(a.indpred, a.indrelid) IS NOT DISTINCT FROM pg_get_expr(b.indpred, b.indrelid)`,
		},
		{
			"every table has created_at, or sealed_at in the sealed trail",
			`SELECT c.relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT EXISTS (
				SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('created_at', 'sealed_at') AND a.attnotnull)`,
		},
		{
			"whatever has updated_at has a version and the trigger that keeps both",
			`SELECT c.relname FROM pg_class c JOIN pg_attribute u ON u.attrelid = c.oid AND u.attname = 'updated_at'
				WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT (
				EXISTS (SELECT FROM pg_attribute v WHERE v.attrelid = c.oid AND v.attname = 'version')
				AND EXISTS (SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = c.oid AND p.proname = 'set_updated_at'))`,
		},
		{
			"times know their zone",
			`SELECT table_name || '.' || column_name FROM information_schema.columns
				WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'`,
		},
		{
			"text has a length",
			`SELECT table_name || '.' || column_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
				WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
				AND (data_type = 'text' OR data_type = 'character varying' AND character_maximum_length IS NULL)`,
		},
		{
			"measures are exact",
			`SELECT table_name || '.' || column_name FROM information_schema.columns
				WHERE table_schema = 'public' AND data_type IN ('real', 'double precision', 'money')
				AND table_name NOT LIKE 'vw%'`,
		},
		{
			"every constraint is named for its table, but for what catalogs share",
			`SELECT conrelid::regclass || '.' || conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace
				AND contype IN ('c', 'f') AND coninhcount = 0 AND conname NOT LIKE conrelid::regclass || '_%'
				AND conname NOT IN ('code_not_blank', 'name_not_blank', 'system_not_blank')`,
		},
	}
	for _, habit := range habits {
		t.Run(habit.name, func(t *testing.T) {
			t.Parallel()
			rows, err := db.Query(habit.offenders)
			require.NoError(t, err)
			defer func() { require.NoError(t, rows.Close()) }()
			var offenders []string
			for rows.Next() {
				var offender string
				require.NoError(t, rows.Scan(&offender))
				offenders = append(offenders, offender)
			}
			require.NoError(t, rows.Err())
			require.Empty(t, offenders)
		})
	}
}
