package migration

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent/migrate"
	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
)

// project is the source tree that this test is part of.
func project(t *testing.T) Project {
	t.Helper()
	root, err := FindRoot(".")
	require.NoError(t, err)
	return Project{
		Dir: filepath.Join(root, "ent", "migrate"), Entities: os.DirFS(filepath.Join(root, "ent", "schema")),
		SQL: os.DirFS(filepath.Join(root, "sql")), Tables: migrate.Tables,
	}
}

// The project's own migrations make exactly what ent/schema and sql/ describe, and nothing was forgotten.
func TestProject(t *testing.T) {
	t.Parallel()
	p := project(t)
	for _, check := range p.Validate(t.Context(), Dev{URL: cluster.Shared(t).PostgresURL}) {
		require.NoError(t, check.Err, check.Name)
	}
	report, err := p.Lint(t.Context(), Dev{URL: cluster.Shared(t).PostgresURL}, LintOptions{})
	require.NoError(t, err)
	require.Empty(t, report.Findings)
}
