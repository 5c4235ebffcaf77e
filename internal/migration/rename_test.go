package migration

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseRename(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Rename{
		"a=b":   {Table: "a", New: "b"},
		"a.x=y": {Table: "a", Column: "x", New: "y"},
	} {
		got, err := ParseRename(text)
		require.NoError(t, err)
		assert.Equal(t, want, got)
		assert.Equal(t, text, got.String())
	}
	for _, text := range []string{"", "a", "a=", "=b", "a.=b", "a.x=b.y"} {
		_, err := ParseRename(text)
		assert.Error(t, err, text)
	}
}

const (
	beforeRename = `
		CREATE TABLE people (id int PRIMARY KEY, surname varchar(50) NOT NULL CONSTRAINT people_surname_check CHECK (surname <> ''));
		CREATE INDEX people_surname_idx ON people (surname);
		CREATE TABLE pets (id int PRIMARY KEY, owner int CONSTRAINT pets_owner_fkey REFERENCES people);`
	afterRename = `
		CREATE TABLE persons (id int PRIMARY KEY, family_name varchar(50) NOT NULL CONSTRAINT persons_family_name_check CHECK (family_name <> ''));
		CREATE INDEX persons_family_name_idx ON persons (family_name);
		CREATE TABLE pets (id int PRIMARY KEY, owner int CONSTRAINT pets_owner_fkey REFERENCES persons);`
)

func TestRenameKeepsData(t *testing.T) {
	t.Parallel()
	for name, options := range map[string]DiffOptions{
		"told":  {Renames: []Rename{{Table: "people", New: "persons"}, {Table: "persons", Column: "surname", New: "family_name"}}},
		"asked": {Confirm: func(Rename) (bool, error) { return true, nil }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newToy(t, map[string]string{"tables/a.sql": beforeRename, "views/v.sql": "CREATE VIEW v AS SELECT surname FROM people;"})
			p.diff(DiffOptions{})
			db := newDatabase(t)
			_, err := p.up(db.url, UpOptions{})
			require.NoError(t, err)
			db.exec("INSERT INTO people VALUES (1, 'Curie')")

			p.set(map[string]string{"tables/a.sql": afterRename, "views/v.sql": "CREATE VIEW v AS SELECT family_name FROM persons;"})
			texts := p.diff(options)
			require.Len(t, texts, 1)
			assert.NotContains(t, texts[0], "DESTRUCTIVE")
			assert.NotContains(t, texts[0], "CREATE INDEX", "indexes are renamed, not built anew")
			assert.NotContains(t, texts[0], "ADD CONSTRAINT", "constraints are renamed, not checked anew")
			_, err = p.up(db.url, UpOptions{})
			require.NoError(t, err)
			require.Equal(t, "Curie", db.value("SELECT family_name FROM v"))
		})
	}
}

func TestRenameUntold(t *testing.T) {
	t.Parallel()
	p := newToy(t, map[string]string{"tables/a.sql": "CREATE TABLE a (id int, x varchar(5));"})
	p.diff(DiffOptions{})
	p.set(map[string]string{"tables/a.sql": "CREATE TABLE a (id int, y varchar(5));"})
	var hints []string
	texts := p.diff(DiffOptions{Log: func(format string, args ...any) { hints = append(hints, format) }})
	assert.Contains(t, texts[0], "DESTRUCTIVE")
	require.Len(t, hints, 1)

	p.set(map[string]string{"tables/a.sql": "CREATE TABLE a (id int, z varchar(5));"})
	texts = p.diff(DiffOptions{Confirm: func(r Rename) (bool, error) {
		assert.Equal(t, Rename{Table: "a", Column: "y", New: "z"}, r)
		return false, nil
	}})
	assert.Contains(t, texts[0], "DESTRUCTIVE")

	_, err := p.Diff(t.Context(), p.dev, DiffOptions{Name: "x", Renames: []Rename{{Table: "nowhere", New: "x"}}})
	require.ErrorContains(t, err, "rename nowhere=x")
}
