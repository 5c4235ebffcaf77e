package migration

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
)

// toy is a project in a temporary directory whose desired schema is written by tests.
type toy struct {
	Project
	t     *testing.T
	files fstest.MapFS
	dev   Dev
}

// newToy makes a project with the files of sql/ by path.
func newToy(t *testing.T, files map[string]string) *toy {
	t.Helper()
	p := &toy{t: t, files: fstest.MapFS{}, dev: Dev{URL: cluster.Shared(t).PostgresURL}}
	p.Project = Project{Dir: t.TempDir(), SQL: p.files}
	p.set(files)
	_, err := p.Migrations()
	require.NoError(t, err)
	return p
}

// set writes files of sql/; an empty text removes one.
func (p *toy) set(files map[string]string) {
	for path, text := range files {
		if text == "" {
			delete(p.files, path)
		} else {
			p.files[path] = &fstest.MapFile{Data: []byte(text)}
		}
	}
}

// diff writes a migration and checks that it leaves nothing to do; it returns the text of each new file.
func (p *toy) diff(o DiffOptions) []string {
	p.t.Helper()
	o.Name = "change"
	names, err := p.Diff(p.t.Context(), p.dev, o)
	require.NoError(p.t, err)
	for _, check := range p.Validate(p.t.Context(), p.dev) {
		require.NoError(p.t, check.Err, check.Name)
	}
	texts := make([]string, len(names))
	for i, name := range names {
		texts[i] = p.read(name)
	}
	return texts
}

func (p *toy) read(migration string) string {
	p.t.Helper()
	data, err := os.ReadFile(filepath.Join(p.migrationsDir(), migration)) //nolint:gosec // the test's own directory
	require.NoError(p.t, err)
	return string(data)
}

// write puts a migration in the directory as a developer would by hand.
func (p *toy) write(name, text string) {
	p.t.Helper()
	require.NoError(p.t, os.WriteFile(filepath.Join(p.migrationsDir(), name), []byte(text), 0o600))
	p.hash()
}

func (p *toy) hash() {
	p.t.Helper()
	dir, err := p.Migrations()
	require.NoError(p.t, err)
	require.NoError(p.t, Hash(dir))
}

// up migrates the database at url with the toy's files.
func (p *toy) up(url string, o UpOptions) ([]string, error) {
	o.Files = os.DirFS(p.migrationsDir())
	return Up(p.t.Context(), url, o)
}

// database is an empty database; query runs statements in it.
type database struct {
	*sql.DB
	t   *testing.T
	url string
}

func newDatabase(t *testing.T) *database {
	t.Helper()
	url := cluster.EmptyDatabase(t)
	db, err := sql.Open("postgres", url)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return &database{DB: db, t: t, url: url}
}

func (db *database) exec(statement string) {
	db.t.Helper()
	_, err := db.ExecContext(db.t.Context(), statement)
	require.NoError(db.t, err, statement)
}

// value is the single value of a query, as text.
func (db *database) value(query string) string {
	db.t.Helper()
	var value sql.NullString
	require.NoError(db.t, db.QueryRowContext(db.t.Context(), query).Scan(&value), query)
	return value.String
}

// newRole makes the name of a role that no other test has, and drops the role in the end.
func newRole(t *testing.T) string {
	t.Helper()
	name := "toy_" + strings.ToLower(rand.Text())
	url := cluster.Shared(t).PostgresURL
	t.Cleanup(func() {
		require.NoError(t, cluster.Execute(context.Background(), url, fmt.Sprintf("DROP ROLE IF EXISTS %s", name)))
	})
	return name
}
