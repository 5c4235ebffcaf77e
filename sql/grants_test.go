package sqlfiles_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// unusual are the tables with which the application may not do everything, and what it may.
var unusual = map[string][]string{
	"user_credentials":               {"INSERT", "SELECT", "UPDATE"},
	"cms_user_credentials":           {"INSERT", "SELECT", "UPDATE"},
	"cms_permissions":                {"SELECT"},
	"system_settings":                {"SELECT"}, // and to update the values
	"revocations":                    {"DELETE", "INSERT", "SELECT"},
	"audit_inbox":                    {"INSERT", "SELECT"},
	"audit_events":                   {"SELECT"},
	"audit_events_default":           nil,
	"patient_validation_events":      {"SELECT"},
	"patient_validation_transitions": {"SELECT"},
}

func TestApplicationPrivileges(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	relations := objects(t, env.DB, `
		SELECT relname AS name, relkind AS kind, array(
			SELECT p FROM unnest(ARRAY['DELETE', 'INSERT', 'REFERENCES', 'SELECT', 'TRIGGER', 'TRUNCATE', 'UPDATE']) p
			WHERE has_table_privilege('predicthealth_app', c.oid, p)) AS privileges
		FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')`)
	require.NotEmpty(t, relations)
	for _, r := range relations {
		expected := []string{"DELETE", "INSERT", "SELECT", "UPDATE"}
		if r["kind"] == "v" {
			expected = []string{"SELECT"}
		}
		if privileges, ok := unusual[r["name"].(string)]; ok {
			expected = privileges
		}
		have := []string{}
		for _, p := range r["privileges"].([]any) {
			have = append(have, p.(string))
		}
		require.ElementsMatch(t, expected, have, "%s: see sql/roles/020_grants.sql", r["name"])
	}
}

func TestApplicationOwnsNothing(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	require.Empty(t, objects(t, env.DB, `SELECT relname FROM pg_class WHERE pg_has_role('predicthealth_app', relowner, 'MEMBER')`))
	require.Equal(t, []object{{"rolsuper": false, "rolcreaterole": false, "rolcreatedb": false, "rolbypassrls": false, "rolcanlogin": false}},
		objects(t, env.DB, `SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = 'predicthealth_app'`))
}

// The trail can't be changed, nor the steps of a validation, nor the schema.
func TestApplicationIsRefused(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	patient := fixture.Patient(t, env.DB)
	exec(t, env.DB, "INSERT INTO audit_inbox (occurred_at, actor_type, action) VALUES (now(), 'system', 'test')")
	statements := []string{
		"CREATE TABLE mine (n int)",
		"CREATE FUNCTION mine() RETURNS int LANGUAGE sql RETURN 1",
		"ALTER TABLE patients DISABLE TRIGGER check_dates_insert",
		"INSERT INTO patient_validation_transitions (from_status, to_status) VALUES ('pending', 'full_access')",
		"INSERT INTO patient_validation_events (patient_id, to_status) VALUES ('" + patient.String() + "', 'full_access')",
	}
	for _, table := range []string{"user_credentials", "cms_user_credentials", "system_settings", "cms_permissions"} {
		statements = append(statements, "DELETE FROM "+table, "TRUNCATE "+table)
	}
	statements = append(statements, "UPDATE system_settings SET minimum = 0", "UPDATE cms_permissions SET action = 'all'",
		"INSERT INTO system_settings (key, value_type, value, default_value, description) VALUES ('a.b', 'boolean', 'true', 'true', 'x')",
		"UPDATE revocations SET expires_at = now()")
	for _, table := range []string{"audit_inbox", "audit_events", "audit_events_default", "patient_validation_events"} {
		statements = append(statements, "DELETE FROM "+table, "TRUNCATE "+table, fmt.Sprintf("UPDATE %s SET actor_id = NULL", table))
	}
	for _, statement := range statements {
		require.Equal(t, "42501", try(t, env.DB, statement).SQLState, statement)
	}
}

// PUBLIC executes nothing of ours, and the application only what it calls.
func TestRoutinePrivileges(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	routines := objects(t, env.DB, `
		SELECT proname AS name, prorettype = 'trigger'::regtype AS trigger, prosecdef AS definer, coalesce(proconfig, '{}') AS config,
		       has_function_privilege('predicthealth_app', oid, 'EXECUTE') AS app,
		       EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a WHERE a.grantee = 0) AS public
		FROM pg_proc p
		WHERE pronamespace = 'public'::regnamespace
		  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')`)
	require.NotEmpty(t, routines)
	for _, r := range routines {
		require.Equal(t, false, r["public"], "%s: revoke it from PUBLIC in sql/roles/020_grants.sql", r["name"])
		internal := r["trigger"] == true || r["name"] == "refuse_clinical_date"
		require.Equal(t, !internal, r["app"], "%s: see sql/roles/020_grants.sql", r["name"])
		if r["definer"] == true {
			require.True(t, slices.Contains(r["config"].([]any), any("search_path=public, pg_temp")), "%s: fix its search_path", r["name"])
		}
	}
}

func TestViewsAskAsTheirReader(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	require.Empty(t, objects(t, env.DB, `SELECT relname FROM pg_class
		WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)`))
}

// Of the tables that it may not update the application updates single columns: the values of settings.
func TestApplicationColumnPrivileges(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	require.Equal(t, []object{{"name": "system_settings.value", "privilege": "UPDATE"}}, objects(t, env.DB, `
		SELECT c.relname || '.' || a.attname AS name, p AS privilege
		FROM pg_class c
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
		CROSS JOIN unnest(ARRAY['INSERT', 'REFERENCES', 'SELECT', 'UPDATE']) p
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
		  AND has_column_privilege('predicthealth_app', c.oid, a.attnum, p) AND NOT has_table_privilege('predicthealth_app', c.oid, p)`))

	exec(t, env.DB, "UPDATE system_settings SET value = value")
	for _, column := range objects(t, env.DB, `SELECT attname AS name FROM pg_attribute
		WHERE attrelid = 'system_settings'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'value'`) {
		statement := fmt.Sprintf("UPDATE system_settings SET %[1]s = %[1]s", column["name"])
		require.Equal(t, "42501", try(t, env.DB, statement).SQLState, statement)
	}
}

// What proves who somebody is stands in tables of its own, because ent reads every column of a row: who reads accounts
// reads no hash.
func TestCredentialsStandApart(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	require.Equal(t, []object{
		{"name": "cms_user_credentials.password_hash"}, {"name": "one_time_tokens.token_hash"},
		{"name": "recovery_codes.code_hash"}, {"name": "refresh_tokens.token_hash"}, {"name": "second_factors.secret"},
		{"name": "service_account_secrets.secret_hash"}, {"name": "user_credentials.password_hash"},
	}, objects(t, env.DB, `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
		WHERE table_schema = 'public' AND column_name ~ '(password|secret|token)(_hash)?$|code_hash$|^otp' ORDER BY 1`))
}

// The application signs in as one who is nobody in the cluster: not even triggers can be switched off.
func TestApplicationIsNoAdministrator(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	require.Equal(t, []object{{"rolsuper": false, "rolcreaterole": false, "rolcreatedb": false, "rolbypassrls": false, "rolreplication": false, "member": true}},
		objects(t, env.DB, `SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
			pg_has_role(session_user, 'predicthealth_app', 'MEMBER') AS member FROM pg_roles WHERE rolname = session_user`))
	for _, statement := range []string{
		"SET session_replication_role = replica",
		"ALTER SYSTEM SET log_statement = 'none'",
		"SELECT rolpassword FROM pg_authid",
		"SELECT pg_read_file('/etc/passwd')",
		"COPY patients TO PROGRAM 'true'",
		"CREATE ROLE mine",
		"CREATE EXTENSION dblink",
		"CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION set_updated_at()",
		"ALTER TABLE audit_events DISABLE TRIGGER ALL",
		"GRANT pg_read_all_data TO CURRENT_USER",
		"DROP TABLE patients",
		"TRUNCATE patients",
	} {
		require.Equal(t, "42501", try(t, env.DB, statement).SQLState, statement)
	}
}
