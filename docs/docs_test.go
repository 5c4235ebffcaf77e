// Package docs_test runs what the documents tell their readers to run.
package docs_test

import (
	"bytes"
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	_ "github.com/lib/pq" // the platform's database
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A block's info string says who runs it:
//
//	sh run      this test, beside a running `predicthealth dev`, all blocks of a document in one shell
//	sh compose  the workflow, where there is Docker
//	sh walk     a person, in a clone, or `make walk`: the guides to changes of the schema
//	diff        the same; TestEditsFit sees to it that they can
//	sh          nobody needs to: see elsewhere
var block = regexp.MustCompile("(?ms)^```(sh[^\n]*)\n(.*?)^```$")

// elsewhere are commands that other checks run, or that ask a person something.
var elsewhere = regexp.MustCompile(`^(make (run|test|ci)\b|docker compose (run|exec) )`)

// hidden finds commands in indented blocks, which nobody would run.
var (
	fenced = regexp.MustCompile("(?ms)^```.*?^```$")
	hidden = regexp.MustCompile(`(?m)^    \S*(predicthealth|make|docker|curl|go) .*$`)
)

func TestCommandsWork(t *testing.T) {
	t.Parallel()
	dir := development(t)
	allowHaste(t, dir)
	documents, err := filepath.Glob("*.md")
	require.NoError(t, err)
	for _, path := range append([]string{"../README.md"}, documents...) {
		script := runnable(t, path)
		command := exec.CommandContext(t.Context(), "bash", "-euxo", "pipefail", "-c", script)
		command.Dir, command.Env = dir, environment(dir)
		output, err := command.CombinedOutput()
		assert.NoError(t, err, "%s:\n%s", path, output)
	}
}

var (
	edit   = regexp.MustCompile("(?ms)^```diff\n(.*?)^```$")
	edited = regexp.MustCompile(`(?m)^--- a/(.+)$`)
)

// The edits that a document tells its readers to make fit the files as they are.
func TestEditsFit(t *testing.T) {
	t.Parallel()
	documents, err := filepath.Glob("*.md")
	require.NoError(t, err)
	found := 0
	for _, path := range documents {
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		for _, match := range edit.FindAllStringSubmatch(string(content), -1) {
			found++
			requireFits(t, path, match[1])
		}
	}
	assert.NotZero(t, found)
	patches, err := filepath.Glob("*.patch") // what is too long for a document
	require.NoError(t, err)
	for _, path := range patches {
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		requireFits(t, path, string(content))
	}
}

func requireFits(t *testing.T, path, edits string) {
	t.Helper()
	for _, file := range edited.FindAllStringSubmatch(edits, -1) { // so that go test's cache knows what git reads
		require.FileExists(t, filepath.Join("..", file[1]))
	}
	command := exec.CommandContext(t.Context(), "git", "apply", "--check")
	command.Dir, command.Stdin = "..", strings.NewReader(edits)
	output, err := command.CombinedOutput()
	require.NoError(t, err, "%s: write the edit anew:\n%s%s", path, output, edits)
}

// runnable returns the commands of a document that this test runs.
func runnable(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Empty(t, hidden.FindString(fenced.ReplaceAllString(string(content), "")), "%s: write it in ```sh", path)
	var script strings.Builder
	for _, match := range block.FindAllStringSubmatch(string(content), -1) {
		switch info, text := match[1], match[2]; info {
		case "sh run":
			script.WriteString(text)
		case "sh compose", "sh walk":
		default:
			for line := range strings.Lines(text) {
				assert.Regexp(t, elsewhere, line, "%s: nobody runs this", path)
			}
		}
	}
	return script.String()
}

// oathtool does what the documents use of the program that has this name, which few people have: the code of a secret.
const oathtool = `#!/usr/bin/env bash
set -euo pipefail
[[ $1 == --totp && $2 == --base32 ]]
key=$(base32 --decode <<<"$3" | od -An -v -tx1 | tr -d ' \n')
step=$(printf '%016x' $(($(date +%s) / 30)) | sed 's/../\\x&/g')
mac=$(printf "$step" | openssl dgst -sha1 -mac HMAC -macopt "hexkey:$key" -r)
offset=$((16#${mac:39:1} * 2))
printf '%06d\n' $(((16#${mac:offset:8} & 0x7fffffff) % 1000000))
`

// development starts `predicthealth dev` as `make run` does, in a directory of its own that holds what the documents
// name, and returns it.
func development(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	program := filepath.Join(dir, "bin", "predicthealth")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", program, "..")
	output, err := build.CombinedOutput()
	require.NoError(t, err, "%s", output)
	root, err := filepath.Abs("..")
	require.NoError(t, err)
	require.NoError(t, os.Symlink(filepath.Join(root, "service"), filepath.Join(dir, "service")))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "bin", "oathtool"), []byte(oathtool), 0o700)) //nolint:gosec // it is to be run
	require.NoError(t, os.Symlink(filepath.Join(root, "service/dataset/testdata/export"), filepath.Join(dir, "export")))

	var said bytes.Buffer
	command := exec.Command(program, "dev")
	command.Dir, command.Env = dir, environment(dir)
	command.Stdout, command.Stderr = &said, &said
	require.NoError(t, command.Start())
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	t.Cleanup(func() {
		require.NoError(t, command.Process.Signal(syscall.SIGTERM))
		assert.NoError(t, <-ended, "%s", &said)
		assert.NotContains(t, said.String(), "level=ERROR")
	})

	// The last file that it writes, once it serves.
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(50 * time.Millisecond) {
		if _, err := os.Stat(filepath.Join(dir, ".dev", "accounts.json")); err == nil {
			return dir
		}
		select {
		case err := <-ended:
			ended <- err
			require.FailNow(t, "dev ended", "%v\n%s", err, &said)
		default:
			require.True(t, time.Now().Before(deadline), "dev is not ready")
		}
	}
}

// allowHaste lets the documents sign in more often in a minute than their readers do.
func allowHaste(t *testing.T, dir string) {
	t.Helper()
	command := exec.CommandContext(t.Context(), "bash", "-c", `. .dev/env; printf %s "$DATABASE_URL"`)
	command.Dir, command.Env = dir, environment(dir)
	address, err := command.Output()
	require.NoError(t, err)
	db, err := sql.Open("postgres", string(address))
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	_, err = db.ExecContext(t.Context(), "UPDATE system_settings SET value = '1000' WHERE key = 'api.rate_limit.login_per_minute'")
	require.NoError(t, err)
}

// environment is that of a person who has just opened a shell: nothing of the platform is set but the address, for
// the usual port may be taken.
func environment(dir string) []string {
	environ := []string{"PATH=" + filepath.Join(dir, "bin") + ":" + os.Getenv("PATH"), "HTTP_ADDR=127.0.0.1:0"}
	for _, name := range []string{"HOME", "TMPDIR"} {
		if value, ok := os.LookupEnv(name); ok {
			environ = append(environ, name+"="+value)
		}
	}
	return environ
}
