package cmd

import (
	"bytes"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service/catalog"
)

func TestCatalogLoad_tells_what_it_did(t *testing.T) {
	t.Parallel()
	db := testenv.Owner(t, testenv.New(t))
	run := func(list string, asJSON bool) (string, error) {
		var out bytes.Buffer
		command := &cobra.Command{}
		command.SetContext(t.Context())
		command.SetOut(&out)
		err := loadList(command, db, strings.NewReader(list),
			catalog.LoadOptions{Catalog: "conditions", System: catalog.ICD10CM}, asJSON)
		return out.String(), err
	}
	out, err := run("code,name\nA00.0,Cholera\nbad,Bad\n", false)
	require.EqualError(t, err, "1 of 2 lines were skipped")
	assert.Contains(t, out, "inserted                    1")
	assert.Contains(t, out, "line 3: bad invalid_code")
	out, err = run("code,name\nA00.0,Cholera\n", true)
	require.NoError(t, err)
	assert.JSONEq(t, `{"catalog": "conditions", "code_system": "http://hl7.org/fhir/sid/icd-10-cm", "dry_run": false,
		"read_count": 1, "inserted_count": 0, "updated_count": 0, "unchanged_count": 1, "skipped_count": 0, "reasons": {}, "problems": []}`, out)
}

func TestCatalogLoad_refuses_bad_arguments_before_it_asks_the_database(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ arguments, want string }{
		{"load", "accepts 1 arg(s), received 0"},
		{"load list.csv", `required flag(s) "catalog", "system" not set`},
		{"load list.csv --system icd --catalog conditions", "unknown code system"},
		{"load /no/such/list.csv --system rxnorm --catalog medications", "no such file"},
	} {
		command := newCatalogCommand()
		command.SetArgs(strings.Fields(tt.arguments))
		command.SetOut(&bytes.Buffer{})
		command.SetErr(&bytes.Buffer{})
		require.ErrorContains(t, command.ExecuteContext(t.Context()), tt.want)
	}
}
