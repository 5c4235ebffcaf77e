package api_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

var update = flag.Bool("update", false, "write the table of lists into docs/api.md")

// everyList are the parameters that docs/api.md explains for all lists together.
var everyList = []string{"limit", "cursor", "sort", "total", "fields", "include"}

// The table of lists in docs/api.md is what the OpenAPI document says.
func TestListsAreDocumented(t *testing.T) {
	t.Parallel()
	const path, begin, end = "../docs/api.md", "<!-- lists: begin -->\n", "<!-- lists: end -->"
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	head, rest, ok := strings.Cut(string(content), begin)
	require.True(t, ok, "%s has no %q", path, begin)
	table, tail, ok := strings.Cut(rest, end)
	require.True(t, ok, "%s has no %q", path, end)
	want := listTable(t, apitest.New(t))
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(head+begin+want+end+tail), 0o600)) //nolint:gosec // a path of this file
		return
	}
	assert.Equal(t, want, table, "run: go test ./api -run TestListsAreDocumented -update")
}

// listTable has a row for all lists that take the same.
func listTable(t *testing.T, app *apitest.App) string {
	t.Helper()
	document := apitest.OpenAPI[struct {
		Paths map[string]map[string]struct {
			OperationID string
			Parameters  []struct {
				Name, In string
				Schema   struct {
					Enum  []string
					Items struct{ Enum []string }
				}
			}
		}
	}](t, app.Handler)
	operations := map[string][]string{}
	for _, methods := range document.Paths {
		for _, op := range methods {
			var sorts, filters, includes []string
			isList := false
			for _, p := range op.Parameters {
				isList = isList || p.Name == "cursor"
				switch {
				case p.Name == "sort":
					sorts = p.Schema.Enum
				case p.Name == "include":
					includes = p.Schema.Items.Enum
				case p.In == "query" && !slices.Contains(everyList, p.Name):
					filters = append(filters, p.Name)
				}
			}
			if isList {
				row := fmt.Sprintf("%s | %s | %s", code(sorts), code(filters), code(includes))
				operations[row] = append(operations[row], op.OperationID)
			}
		}
	}
	var rows []string
	for row, ids := range operations {
		rows = append(rows, fmt.Sprintf("| %s | %s |\n", code(slices.Sorted(slices.Values(ids))), row))
	}
	slices.Sort(rows)
	return "| lists | sorts | filters | include |\n| --- | --- | --- | --- |\n" + strings.Join(rows, "")
}

func code(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "`" + strings.Join(names, "`, `") + "`"
}
