package api_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/oasdiff/checker"
	"github.com/oasdiff/oasdiff/diff"
	"github.com/oasdiff/oasdiff/load"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

var release = flag.Bool("release", false, "keep the OpenAPI document as that of a release")

// released is the OpenAPI document of the last release: `make release` writes it.
const released = "../client/openapi.json"

// Programs written for the last release go on working: nothing that its document promises goes away or narrows.
func TestCompatibleWithTheLastRelease(t *testing.T) {
	t.Parallel()
	now := apitest.Document(t, apitest.New(t).Handler)
	before, err := os.ReadFile(released)
	require.NoError(t, err)
	assert.Empty(t, breaks(t, before, now), "Within /api/v1 there are only additions. What goes away is announced with "+
		"Deprecation and Sunset first, and stands in CHANGELOG.md.")
	if *release && !t.Failed() {
		var text bytes.Buffer
		require.NoError(t, json.Indent(&text, append(now, '\n'), "", " "))
		require.NoError(t, os.WriteFile(released, text.Bytes(), 0o600))
	}
}

// breaks are the changes between two documents that break programs.
func breaks(t *testing.T, before, now []byte) (texts []string) {
	t.Helper()
	old, current := specification(t, before), specification(t, now)
	changes, sources, err := diff.GetWithOperationsSourcesMap(diff.NewConfig(), old, current)
	require.NoError(t, err)
	config := checker.NewConfig(checker.GetAllChecks())
	for _, change := range checker.CheckBackwardCompatibility(config, changes, sources) {
		texts = append(texts, change.SingleLineError(checker.NewDefaultLocalizer(), checker.ColorNever))
	}
	return texts
}

func specification(t *testing.T, document []byte) *load.SpecInfo {
	t.Helper()
	info, err := load.NewSpecInfoFromData(openapi3.NewLoader(), document, "openapi.json")
	require.NoError(t, err)
	return info
}

func TestBreaksAreFound(t *testing.T) {
	t.Parallel()
	before := apitest.Document(t, apitest.New(t).Handler)
	require.Empty(t, breaks(t, before, before))
	for name, change := range map[string]struct{ from, to string }{
		"a path":                {`"/api/v1/patients/{id}"`, `"/api/v1/people/{id}"`},
		"a parameter":           {`"name":"validation_status"`, `"name":"status"`},
		"a property":            {`"access_token":{`, `"token":{`},
		"an enum's value":       {`"enum":["-created_at","created_at","name","-name"]`, `"enum":["created_at","name","-name"]`},
		"a longest text":        {`"maxLength":200`, `"maxLength":20`},
		"a type":                {`"height_cm":{"examples":[172.5],"format":"double","maximum":272,"minimum":20,"type":["number","null"]}`, `"height_cm":{"type":["string","null"]}`},
		"what becomes required": {`["first_name","last_name","date_of_birth","sex"]`, `["first_name","last_name","date_of_birth","sex","gender"]`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Contains(t, string(before), change.from)
			assert.NotEmpty(t, breaks(t, before, []byte(strings.ReplaceAll(string(before), change.from, change.to))))
		})
	}
}
