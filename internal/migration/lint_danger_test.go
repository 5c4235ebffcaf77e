package migration

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
)

// running is the database of a release: with rows, rules, rights, and programs that use views and functions.
const running = `
CREATE TABLE people (id int PRIMARY KEY, name varchar(35) NOT NULL, code varchar(10) CONSTRAINT people_code UNIQUE,
  fee numeric(10, 2) DEFAULT 0, age int, parent int, CONSTRAINT people_age CHECK (age > 0),
  CONSTRAINT people_code_given CHECK (code <> ''));
CREATE INDEX people_name ON people (name);
CREATE INDEX people_parent ON people (parent);
CREATE UNIQUE INDEX people_name_age ON people (name, age);
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY grown ON people USING (age > 17);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER stamped BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE FUNCTION grade(i int) RETURNS int LANGUAGE sql AS 'SELECT i';
CREATE FUNCTION figures() RETURNS TABLE (a int, b int) LANGUAGE sql AS 'SELECT 1, 2';
CREATE VIEW names AS SELECT id, name FROM people;
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE DOMAIN score AS int;
CREATE SEQUENCE numbers;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE events (at date NOT NULL, x int) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE people ADD CONSTRAINT later CHECK (fee >= 0) NOT VALID;
GRANT SELECT ON people, names TO $role;
GRANT UPDATE (name) ON people TO $role;`

// dangers are migrations that must be refused, each with the legal neighbour that does the same without the danger.
var dangers = map[string]struct {
	bad   string
	codes string
	good  string
}{
	"a CHECK on a table with rows": {
		"ALTER TABLE people ADD CONSTRAINT paid CHECK (fee < 100);", "PH110",
		"ALTER TABLE people ADD CONSTRAINT paid CHECK (fee < 100) NOT VALID;\nALTER TABLE people ADD COLUMN x int CHECK (x > 0);",
	},
	"a CHECK that is validated in the same transaction": {
		"ALTER TABLE people ADD CONSTRAINT paid CHECK (fee < 100) NOT VALID;\nALTER TABLE people VALIDATE CONSTRAINT paid;", "PH110",
		"ALTER TABLE people VALIDATE CONSTRAINT later;",
	},
	"a CHECK out of a DO block": {
		"DO $$ BEGIN EXECUTE format('ALTER TABLE %I ADD CHECK (fee < 100)', 'people'); END $$;", "PH110",
		noTx + "ALTER TABLE people ADD CONSTRAINT paid CHECK (fee < 100) NOT VALID;\nALTER TABLE people VALIDATE CONSTRAINT paid;",
	},
	"a foreign key on a table with rows": {
		"ALTER TABLE people ADD CONSTRAINT people_parent FOREIGN KEY (parent) REFERENCES people;", "PH110",
		"ALTER TABLE people ADD CONSTRAINT people_parent FOREIGN KEY (parent) REFERENCES people NOT VALID;",
	},
	"DELETE of a whole table": {"DELETE FROM people;", "PH106", "DELETE FROM people WHERE age > 100;"},
	"DELETE behind comments and quotes": {
		"/* WHERE */ DELETE /* a /* nested */ comment */ FROM ONLY public.\"people\" -- WHERE id = 1\nRETURNING 'WHERE';", "PH106",
		"SELECT 'DELETE FROM people;' AS text;",
	},
	"DELETE of all that is true": {"delete from people where true;", "PH106", "DELETE FROM people p USING events e WHERE e.x = p.id;"},
	"DELETE in a WITH": {
		"WITH gone AS (DELETE FROM people RETURNING id) SELECT id FROM gone WHERE id > 1;", "PH106",
		"WITH gone AS (DELETE FROM people WHERE id > 1 RETURNING id) SELECT id FROM gone;",
	},
	"DELETE in a DO block": {
		"DO $body$ BEGIN IF true THEN DELETE FROM people; END IF; END $body$;", "PH106",
		"DO $body$ BEGIN IF true THEN DELETE FROM people WHERE age = CASE WHEN true THEN 1 ELSE 2 END; END IF; END $body$;",
	},
	"DELETE that a DO block puts together": {
		"DO $$ BEGIN EXECUTE format('DELETE FROM %I', 'people'); END $$;", "PH106",
		"CREATE TABLE t (x int);\nDELETE FROM t;",
	},
	"UPDATE of a whole table": {
		"UPDATE people SET name = upper(name);", "PH109",
		"UPDATE people SET name = upper(name) WHERE id BETWEEN 1 AND 1000;",
	},
	"UPDATE whose only WHERE is a subquery's": {
		"UPDATE people AS p SET fee = (SELECT max(fee) FROM people WHERE age > 1);", "PH109",
		"SELECT id FROM people FOR UPDATE;",
	},
	"an index dropped": {"DROP INDEX people_name;", "PH102", noTx + "DROP INDEX CONCURRENTLY people_name;"},
	"a unique index dropped": {
		noTx + "DROP INDEX CONCURRENTLY people_name_age;", "PH111",
		noTx + "DROP INDEX CONCURRENTLY people_name;",
	},
	"REINDEX": {"REINDEX TABLE people;", "PH102", noTx + "REINDEX TABLE CONCURRENTLY people;"},
	"an index made CONCURRENTLY in a transaction": {
		"CREATE INDEX CONCURRENTLY people_age ON people (age);", "PH105",
		noTx + "CREATE INDEX CONCURRENTLY people_age ON people (age);",
	},
	"a dropped CHECK": {
		"ALTER TABLE people DROP CONSTRAINT people_age;", "PH111",
		"ALTER TABLE people DROP CONSTRAINT people_age, ADD CONSTRAINT people_age CHECK (age > 1) NOT VALID;",
	},
	"a dropped unique constraint": {
		"ALTER TABLE people DROP CONSTRAINT people_code;", "PH111",
		"ALTER TABLE people RENAME CONSTRAINT people_code TO people_code_key;",
	},
	"a dropped NOT NULL": {
		"ALTER TABLE people ALTER COLUMN name DROP NOT NULL;", "PH111",
		"CREATE TABLE t (x int NOT NULL);\nALTER TABLE t ALTER COLUMN x DROP NOT NULL;",
	},
	"a dropped default": {
		"ALTER TABLE people ALTER COLUMN fee DROP DEFAULT;", "PH114",
		"ALTER TABLE people ALTER COLUMN fee SET DEFAULT 1;",
	},
	"a dropped trigger": {
		"DROP TRIGGER stamped ON people;", "PH112",
		"DROP TRIGGER stamped ON people;\nCREATE TRIGGER stamped_update BEFORE UPDATE ON people FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION stamp();",
	},
	"a disabled trigger": {
		"ALTER TABLE people DISABLE TRIGGER ALL;", "PH112",
		"ALTER TABLE people DISABLE TRIGGER stamped;\nALTER TABLE people ENABLE TRIGGER stamped;",
	},
	"a dropped policy": {
		"DROP POLICY grown ON people;", "PH112",
		"ALTER POLICY grown ON people USING (age > 20);",
	},
	"row security disabled": {
		"ALTER TABLE people DISABLE ROW LEVEL SECURITY;", "PH112",
		"ALTER TABLE people FORCE ROW LEVEL SECURITY;",
	},
	"triggers put out of force": {
		"SET session_replication_role = replica;", "PH112",
		"SET lock_timeout = '5s';",
	},
	"a right for everybody": {"GRANT SELECT ON people TO $role, PUBLIC;", "PH113", "GRANT INSERT ON people TO $role;"},
	"a right for everybody, in capitals and a DO block": {
		"do 'begin execute ''Grant select on people to Public''; end';", "PH113",
		"REVOKE EXECUTE ON FUNCTION grade FROM PUBLIC;",
	},
	"a right revoked": {
		"REVOKE SELECT ON people FROM $role;", "PH113",
		"GRANT UPDATE ON people TO $role;\nREVOKE UPDATE (name) ON people FROM $role;\nGRANT UPDATE ON people TO $role;",
	},
	"a right lost with a view that is made anew": {
		"DROP VIEW names;\nCREATE VIEW names AS SELECT id, name FROM people;", "PH113",
		"DROP VIEW names;\nCREATE VIEW names AS SELECT id, name FROM people;\nGRANT SELECT ON names TO $role;",
	},
	"another owner": {
		"ALTER TABLE people OWNER TO CURRENT_USER;", "PH113",
		"CREATE TABLE owner (\"to\" int);",
	},
	"a role above the rules": {"ALTER ROLE $role BYPASSRLS;", "PH113", "ALTER ROLE $role SET lock_timeout = '5s';"},
	"a view's column dropped": {
		"DROP VIEW names;\nCREATE VIEW names AS SELECT id FROM people;\nGRANT SELECT ON names TO $role;", "PH114",
		"CREATE OR REPLACE VIEW names AS SELECT id, name, code FROM people;",
	},
	"a view dropped": {"DROP VIEW names;", "PH114", "CREATE VIEW codes AS SELECT code FROM people;"},
	"a function's required argument added": {
		"DROP FUNCTION grade(int);\nCREATE FUNCTION grade(i int, j int) RETURNS int LANGUAGE sql AS 'SELECT i + j';", "PH114",
		"DROP FUNCTION grade(int);\nCREATE FUNCTION grade(i int, j int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT i + j';",
	},
	"a function's result changed": {
		"DROP FUNCTION figures();\nCREATE FUNCTION figures() RETURNS TABLE (a int) LANGUAGE sql AS 'SELECT 1';", "PH114",
		"DROP FUNCTION figures();\nCREATE FUNCTION figures() RETURNS TABLE (a int, b int, c int) LANGUAGE sql AS 'SELECT 1, 2, 3';",
	},
	"a function dropped":   {"DROP FUNCTION grade;", "PH114", "CREATE OR REPLACE FUNCTION grade(i int) RETURNS int LANGUAGE sql AS 'SELECT 2 * i';"},
	"a function renamed":   {"ALTER FUNCTION grade RENAME TO mark;", "PH114", "ALTER FUNCTION grade STABLE;"},
	"an extension dropped": {"DROP EXTENSION pg_trgm;", "PH114", "CREATE EXTENSION IF NOT EXISTS pg_trgm;"},
	"a type dropped":       {"DROP TYPE mood;", "PH114", "ALTER TYPE mood ADD VALUE 'calm';"},
	"a type's value renamed": {
		"ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';", "PH114",
		"ALTER TYPE mood ADD VALUE 'calm' BEFORE 'sad';",
	},
	"a sequence dropped": {"DROP SEQUENCE numbers;", "PH114", "CREATE SEQUENCE more_numbers;"},
	"a rule on a domain": {
		"ALTER DOMAIN score ADD CHECK (VALUE > 0);", "PH110",
		"CREATE DOMAIN mark AS int CHECK (VALUE > 0);",
	},
	"a definer without a search_path": {
		"CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';", "PH115",
		"CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS 'SELECT 1';",
	},
	"a function that becomes one": {
		"ALTER FUNCTION grade SECURITY DEFINER;", "PH115",
		"ALTER FUNCTION grade SECURITY DEFINER SET search_path = public;",
	},
	"a transaction in the transaction": {"COMMIT;", "PH116", noTx + "BEGIN;\nCOMMIT;"},
	"VACUUM in a transaction":          {"VACUUM people;", "PH105", noTx + "VACUUM people;"},
	"VACUUM FULL":                      {noTx + "VACUUM FULL people;", "PH101", noTx + "VACUUM ANALYZE people;"},
	"CLUSTER":                          {"CLUSTER people USING people_name;", "PH101", "ANALYZE people;"},
	"LOCK TABLE":                       {"DO 'BEGIN LOCK TABLE people; END';", "PH102", "SET LOCAL lock_timeout = '5s';"},
	"a partition detached": {
		"ALTER TABLE events DETACH PARTITION events_2026;", "PH102",
		noTx + "ALTER TABLE events DETACH PARTITION events_2026 CONCURRENTLY;",
	},
	"another tablespace": {"ALTER TABLE people SET TABLESPACE pg_default;", "PH101", "CREATE TABLE t (x int) TABLESPACE pg_default;"},
	"a type that rewrites": {
		"ALTER TABLE people ALTER COLUMN parent TYPE bigint;", "PH101",
		"ALTER TABLE people ALTER COLUMN code TYPE varchar(11), ALTER COLUMN fee TYPE numeric(12, 2);\nALTER TABLE people ALTER COLUMN code TYPE text;",
	},
	"NOT NULL on rows that may have none": {
		"ALTER TABLE people ALTER COLUMN age SET NOT NULL;", "MF104 PH104",
		"ALTER TABLE people ADD COLUMN x int DEFAULT 1;\nALTER TABLE people ALTER COLUMN x SET NOT NULL;",
	},
	"a unique index that may find duplicates": {
		noTx + "CREATE UNIQUE INDEX CONCURRENTLY people_age_once ON people (age);", "MF101",
		noTx + "ALTER TABLE people ADD COLUMN x int;\nCREATE UNIQUE INDEX CONCURRENTLY people_x_age ON people (x, age);",
	},
	"a table renamed": {"ALTER TABLE people RENAME TO persons;", "BC101", "ALTER INDEX people_name RENAME TO people_names;"},
}

func TestLintRefusesDangers(t *testing.T) {
	t.Parallel()
	for name, test := range dangers {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			role := newRole(t)
			text := func(sql string) string { return strings.ReplaceAll(sql, "$role", role) }
			require.NoError(t, cluster.Execute(t.Context(), cluster.Shared(t).PostgresURL, "CREATE ROLE "+role))
			p := handmade(t, map[string]string{first: text(running), second: text(test.bad)})
			assert.Equal(t, test.codes, strings.Join(p.refused(), " "))
			p.write(second, text(test.good))
			assert.Empty(t, p.refused(), "the legal neighbour")
		})
	}
}

// refused are the codes of what lint finds in the last migration, each with a line and a way out.
func (p *toy) refused() []string {
	p.t.Helper()
	report, err := p.Lint(p.t.Context(), p.dev, LintOptions{Latest: 1})
	require.NoError(p.t, err)
	for _, f := range report.Findings {
		assert.NotEmpty(p.t, f.Suggestion, f.Code)
		assert.Positive(p.t, f.Line)
	}
	return codes(report)
}
