package migration

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	peopleTable = "CREATE TABLE people (id int PRIMARY KEY, name varchar(9), age int, note text);\nCREATE TABLE pets (id int);"
	peopleView  = "CREATE VIEW names WITH (security_invoker = true) AS SELECT id, name FROM people;\nCOMMENT ON VIEW names IS 'who';"
)

// Views that a change doesn't concern stay, with the rights and the views of others that rest on them.
func TestDiffTouchesOnlyTheViewsItMust(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		change   map[string]string
		replaced []string // by CREATE OR REPLACE
		anew     []string // dropped and created
		gone     []string
	}{
		"a column that no view uses":   {change: map[string]string{"tables/a.sql": strings.Replace(peopleTable, ", note text", "", 1)}},
		"another column":               {change: map[string]string{"tables/a.sql": strings.Replace(peopleTable, "note text", "note text, more int DEFAULT 1", 1)}},
		"a comment in a view's file":   {change: map[string]string{"views/1_names.sql": "-- Who there is.\n" + peopleView}},
		"a comment on a view":          {change: map[string]string{"views/1_names.sql": strings.Replace(peopleView, "who", "people", 1)}},
		"the body of a function":       {change: map[string]string{"functions/f.sql": "CREATE OR REPLACE FUNCTION f(i int) RETURNS int LANGUAGE sql AS 'SELECT 2 * i';"}},
		"a view's condition":           {change: map[string]string{"views/1_names.sql": strings.Replace(peopleView, "people;", "people WHERE age > 1;", 1)}, replaced: []string{"names"}},
		"a view's option":              {change: map[string]string{"views/1_names.sql": strings.Replace(peopleView, "= true", "= false", 1)}, replaced: []string{"names"}},
		"a view's column at the end":   {change: map[string]string{"views/1_names.sql": strings.Replace(peopleView, "name FROM", "name, age FROM", 1)}, replaced: []string{"names"}},
		"a view's column at the start": {change: map[string]string{"views/1_names.sql": strings.Replace(peopleView, "id, name", "age, id, name", 1)}, anew: []string{"names", "short_names"}},
		"a column's type":              {change: map[string]string{"tables/a.sql": strings.Replace(peopleTable, "varchar(9)", "varchar(10)", 1)}, anew: []string{"names", "short_names"}},
		"a column that one view uses":  {change: map[string]string{"tables/a.sql": strings.Replace(peopleTable, "age int", "age bigint", 1)}, anew: []string{"ages"}},
		"a function's signature": {
			change: map[string]string{"functions/f.sql": "CREATE OR REPLACE FUNCTION f(i int) RETURNS bigint LANGUAGE sql AS 'SELECT i::bigint';"},
			anew:   []string{"ages"},
		},
		"a view that goes":   {change: map[string]string{"views/3_short.sql": ""}, gone: []string{"short_names"}},
		"a table that goes":  {change: map[string]string{"tables/a.sql": strings.Split(peopleTable, "\n")[0]}},
		"a view that is new": {change: map[string]string{"views/4_pets.sql": "CREATE VIEW all_pets AS SELECT * FROM pets;"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newToy(t, map[string]string{
				"tables/a.sql": peopleTable, "views/1_names.sql": peopleView,
				"functions/f.sql":   "CREATE OR REPLACE FUNCTION f(i int) RETURNS int LANGUAGE sql AS 'SELECT i';",
				"views/2_ages.sql":  "CREATE VIEW ages AS SELECT id, f(age::int) AS age FROM people;",
				"views/3_short.sql": "CREATE VIEW short_names AS SELECT id, left(name, 1) AS name FROM names;",
			})
			p.diff(DiffOptions{})
			reporter := newRole(t)
			db := newDatabase(t) // dropped before the role
			_, err := p.up(db.url, UpOptions{})
			require.NoError(t, err)
			db.exec("CREATE ROLE " + reporter)
			db.exec("GRANT SELECT ON names, ages TO " + reporter + "; GRANT UPDATE (name) ON names TO " + reporter + " WITH GRANT OPTION")
			const rights = `SELECT count(*) FROM pg_class c
				CROSS JOIN LATERAL (SELECT relacl UNION ALL SELECT attacl FROM pg_attribute WHERE attrelid = c.oid) a (acl)
				CROSS JOIN LATERAL aclexplode(acl) WHERE c.relname IN ('names', 'ages')`
			before := db.value(rights)

			p.set(test.change)
			text := strings.Join(p.diff(DiffOptions{}), "")
			for _, view := range test.replaced {
				assert.Contains(t, text, "CREATE OR REPLACE VIEW "+view+" ")
			}
			for _, view := range test.anew {
				assert.Contains(t, text, "DROP VIEW "+view+";")
				assert.Contains(t, text, "CREATE VIEW "+view+" ")
			}
			assert.Equal(t, len(test.anew)+len(test.gone), strings.Count(text, "DROP VIEW "))
			assert.Equal(t, len(test.replaced), strings.Count(text, "OR REPLACE VIEW "))
			_, err = p.up(db.url, UpOptions{})
			require.NoError(t, err)
			assert.Equal(t, before, db.value(rights), "rights that no file knows")
			if len(test.anew) > 0 {
				report, err := p.Lint(t.Context(), p.dev, LintOptions{Latest: 1})
				require.NoError(t, err)
				assert.NotContains(t, codes(report), codeRights)
			}
			assert.Empty(t, db.value("SELECT to_regclass('kept_view_grants')"))
		})
	}
}

func TestUpNamesTheViewInTheWay(t *testing.T) {
	t.Parallel()
	p := newToy(t, map[string]string{"tables/a.sql": peopleTable, "views/1_names.sql": peopleView})
	p.diff(DiffOptions{})
	db := newDatabase(t)
	_, err := p.up(db.url, UpOptions{})
	require.NoError(t, err)
	db.exec("CREATE VIEW theirs AS SELECT name FROM names")
	db.exec("CREATE VIEW notes AS SELECT note FROM people")

	p.set(map[string]string{"views/1_names.sql": strings.Replace(peopleView, "name FROM", "name, age FROM", 1)})
	p.diff(DiffOptions{})
	_, err = p.up(db.url, UpOptions{})
	require.NoError(t, err, "what can be replaced isn't dropped")

	p.set(map[string]string{"views/1_names.sql": strings.Replace(peopleView, "id, name", "age, id, name", 1)})
	p.diff(DiffOptions{})
	_, err = p.up(db.url, UpOptions{})
	require.ErrorContains(t, err, "view theirs depends on view names")
	require.ErrorContains(t, err, "create it again")
	db.exec("DROP VIEW theirs")
	_, err = p.up(db.url, UpOptions{})
	require.NoError(t, err)

	p.set(map[string]string{"tables/a.sql": strings.Replace(peopleTable, "note text", "note varchar(9)", 1)})
	p.diff(DiffOptions{})
	_, err = p.up(db.url, UpOptions{})
	require.ErrorContains(t, err, "view notes")
	require.ErrorContains(t, err, "create it again")
}
