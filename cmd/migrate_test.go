package cmd

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/migration"
	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
)

func TestMigrateStatus(t *testing.T) {
	t.Parallel()
	url := cluster.EmptyDatabase(t)
	show := func(asJSON bool) (string, error) {
		var out bytes.Buffer
		command := &cobra.Command{}
		command.SetContext(t.Context())
		command.SetOut(&out)
		err := showStatus(command, url, asJSON)
		return out.String(), err
	}
	var exit *exitError
	out, err := show(false)
	require.ErrorAs(t, err, &exit)
	assert.Equal(t, exitFindings, exit.status)
	assert.Contains(t, out, "run `predicthealth migrate up`")

	files, err := builtIn()
	require.NoError(t, err)
	_, err = migration.Up(t.Context(), url, migration.UpOptions{Files: files})
	require.NoError(t, err)
	out, err = show(false)
	require.NoError(t, err)
	assert.Contains(t, out, "The database has every migration")
	out, err = show(true)
	require.NoError(t, err)
	var status migration.Status
	require.NoError(t, json.Unmarshal([]byte(out), &status))
	assert.Equal(t, migration.StateCurrent, status.State)
}

func TestMigrateLintOutput(t *testing.T) {
	t.Parallel()
	report := &migration.LintReport{
		Checked:  []string{"1_a.sql"},
		Findings: []migration.Finding{{File: "1_a.sql", Line: 3, Code: "DS103", Text: "100% lost", Suggestion: "don't"}},
	}
	for format, want := range map[string]string{
		"text":   "ent/migrate/migrations/1_a.sql:3: DS103: 100% lost\n    → don't\n1 migration checked, 1 finding\n",
		"github": "::error file=ent/migrate/migrations/1_a.sql,line=3,title=DS103::100%25 lost%0Adon't\n1 migration checked, 1 finding\n",
	} {
		var out bytes.Buffer
		require.NoError(t, lintFormats[format](&out, report))
		assert.Equal(t, want, out.String())
	}
	var out bytes.Buffer
	require.NoError(t, lintFormats["json"](&out, report))
	assert.JSONEq(t, `{"checked": ["1_a.sql"], "findings": [{"file": "1_a.sql", "line": 3, "code": "DS103", "text": "100% lost", "suggestion": "don't"}]}`, out.String())
}

func TestMigrateRefusesBadArguments(t *testing.T) {
	t.Parallel()
	for arguments, want := range map[string]string{
		"diff":                            "accepts 1 arg(s), received 0",
		"diff x --rename a":               "want table.column=new",
		"lint --format xml":               "use text, json or github",
		"lint --latest 1 --git-base main": "were all set",
		"new 'no name'":                   "received 2",
	} {
		command := newMigrateCommand()
		command.SetArgs(strings.Fields(arguments))
		command.SetOut(&bytes.Buffer{})
		command.SetErr(&bytes.Buffer{})
		assert.ErrorContains(t, command.ExecuteContext(t.Context()), want, arguments)
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "  one two\n    three", wrap("one two three", 2, 10))
}
