package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/migration"
)

func TestLintOutput(t *testing.T) {
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

func TestRefusesBadArguments(t *testing.T) {
	t.Parallel()
	for arguments, want := range map[string]string{
		"diff":                            "accepts 1 arg(s), received 0",
		"diff x --rename a":               "want table.column=new",
		"lint --format xml":               "use text, json or github",
		"lint --latest 1 --git-base main": "were all set",
		"new 'no name'":                   "received 2",
	} {
		command := newCommand()
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
