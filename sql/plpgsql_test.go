package sqlfiles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv"
)

// PostgreSQL looks into a plpgsql body only when it runs; plpgsql_check finds what is wrong on any path. A trigger
// function is checked with each table that has it.
func TestPlpgsqlCheck(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	owner := testenv.Owner(t, env)
	_, err := owner.ExecContext(t.Context(), "CREATE EXTENSION plpgsql_check")
	require.NoError(t, err, "install plpgsql_check: apt-get install postgresql-15-plpgsql-check (or the package of your PostgreSQL)")

	findings := objects(t, owner, `
		WITH checked AS (
			SELECT p.oid AS routine, coalesce(t.tgrelid, 0)::regclass AS relation, t.tgnewtable, t.tgoldtable
			FROM pg_proc p
			JOIN pg_language l ON l.oid = p.prolang AND l.lanname = 'plpgsql'
			LEFT JOIN pg_trigger t ON t.tgfoid = p.oid
			WHERE p.pronamespace = 'public'::regnamespace
			  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')
		)
		SELECT routine::regprocedure::text AS routine, relation::text, f.lineno, f.level, f.message, f.hint
		FROM checked CROSS JOIN LATERAL plpgsql_check_function_tb(routine, relation, newtable => tgnewtable, oldtable => tgoldtable,
			performance_warnings => true, security_warnings => true) f`)
	require.Empty(t, findings)
}
