package client_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// screen is how many lines a story may have.
const screen = 60

// told is what both stories print, in this order, beside what is wrong with which field.
var told = []string{
	"created once: true", "wrong:", "found Nora: true", "validated: doctor_validated", "conflict: true",
	"imported: completed 0", "report: true", "revoked: true",
}

func TestStoryInGo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	client := copied(t, "go")
	write(t, dir, "go.mod", "module story\n\ngo 1.24.0\n\nrequire github.com/predicthealth/predicthealth/client/go v0.0.0\n\n"+
		"replace github.com/predicthealth/predicthealth/client/go => "+client+"\n")
	story := example(t, "go story")
	write(t, dir, "main.go", example(t, "go helpers")+"\n"+story)
	isTold(t, story, run(t, dir, atHome(t, dir), "go", "run", "."))

	write(t, dir, "quickstart/main.go", example(t, "go quickstart"))
	run(t, dir, nil, "go", "vet", "./quickstart")
}

func TestStoryInTypeScript(t *testing.T) {
	t.Parallel()
	dir := installed(t)
	story := example(t, "ts story")
	write(t, dir, "test/story.ts", story)
	write(t, dir, "test/quickstart.tsx", example(t, "tsx quickstart"))
	run(t, dir, nil, npm(t), "run", "build")
	run(t, dir, nil, npm(t), "exec", "--", "tsc", "--project", "test")
	isTold(t, story, run(t, dir, atHome(t, dir), "node", "test/dist/story.js"))
}

// example is a block of docs/clients.md, by the words after its fence.
func example(t *testing.T, info string) string {
	t.Helper()
	document, err := os.ReadFile("../docs/clients.md")
	require.NoError(t, err)
	match := regexp.MustCompile("(?ms)^```" + info + "\n(.*?)^```$").FindSubmatch(document)
	require.NotNil(t, match, "docs/clients.md has no %s", info)
	return string(match[1])
}

// atHome puts the accounts where `make run` leaves them.
func atHome(t *testing.T, dir string) []string {
	t.Helper()
	environment := platform(t)
	accounts, err := os.ReadFile(strings.TrimPrefix(environment[1], "ACCOUNTS="))
	require.NoError(t, err)
	write(t, dir, ".dev/accounts.json", string(accounts))
	return environment
}

// isTold checks the length of a story and what it has printed.
func isTold(t *testing.T, story, printed string) {
	t.Helper()
	assert.LessOrEqual(t, strings.Count(story, "\n"), screen, "lines")
	rest := printed
	for _, line := range told {
		_, after, ok := strings.Cut(rest, line)
		assert.True(t, ok, "%q is not told after the one before:\n%s", line, printed)
		rest = after
	}
}

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	path := filepath.Join(dir, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600)) //nolint:gosec // in the test's directory
}
