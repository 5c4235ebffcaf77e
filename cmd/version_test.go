package cmd

import (
	"bytes"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api"
)

// api.Version is the only place where the version is set; TestOpenAPIPrintsWhatIsServed compares the document's.
func TestAllSayTheSameVersion(t *testing.T) {
	t.Parallel()
	var printed bytes.Buffer
	root := newRootCommand()
	root.SetOut(&printed)
	root.SetArgs([]string{"version"})
	require.NoError(t, root.ExecuteContext(t.Context()))
	assert.Equal(t, api.Version+"\n", printed.String())

	for file, pattern := range map[string]string{
		"CHANGELOG.md":                        `(?m)^## (\S+)`,
		"client/go/models.gen.go":             `(?m)^const Version = "(.+)"$`,
		"client/typescript/src/operations.ts": `(?m)^export const version = "(.+)";$`,
		"client/typescript/package.json":      `"version": "([^"]+)"`,
		"client/typescript/package-lock.json": `"name": "@predicthealth/client",\s+"version": "([^"]+)"`,
	} {
		content, err := os.ReadFile("../" + file) //nolint:gosec // of this repository
		require.NoError(t, err)
		match := regexp.MustCompile(pattern).FindSubmatch(content)
		require.NotNil(t, match, file)
		assert.Equal(t, api.Version, string(match[1]), file)
	}
	for _, file := range []string{"deploy/Dockerfile", "Makefile"} {
		content, err := os.ReadFile("../" + file) //nolint:gosec // of this repository
		require.NoError(t, err)
		assert.NotRegexp(t, `-ldflags\S*.*-X`, string(content), "%s would build a program of another version", file)
	}
}
