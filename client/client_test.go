// Package client_test runs the tests of the clients, which know nothing of the server, against it.
package client_test

import (
	"encoding/json"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

func TestGo(t *testing.T) {
	t.Parallel()
	dir := copied(t, "go")
	run(t, dir, platform(t), "go", "test", "-count=1", "./...")
}

func TestTypeScript(t *testing.T) {
	t.Parallel()
	run(t, installed(t), platform(t), npm(t), "test")
}

// installed is a copy of the TypeScript client with what it depends on.
func installed(t *testing.T) string {
	t.Helper()
	dir := copied(t, "typescript")
	run(t, dir, nil, npm(t), "ci", "--no-audit", "--no-fund")
	return dir
}

// npm is the path of npm.
func npm(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("npm")
	require.NoError(t, err, "the tests of the TypeScript client need Node.js 18 or later with npm: scripts/install test, or see https://nodejs.org")
	return path
}

// platform starts a server with the people of a World and returns what tells programs of it: what `make run` leaves in .dev.
func platform(t *testing.T) []string {
	t.Helper()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	server := httptest.NewServer(app.Handler)
	t.Cleanup(server.Close)
	type account struct {
		UserType string `json:"user_type"`
		Email    string `json:"email"`
		Password string `json:"password"`
	}
	accounts, err := json.Marshal([]account{ //nolint:gosec // the passwords of a test
		{"doctor", apitest.Doctor, apitest.Password}, {"institution", apitest.Hospital, apitest.Password},
		{"patient", apitest.Patient, apitest.Password}, {"admin", apitest.Admin, apitest.Password},
	})
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "accounts.json")
	require.NoError(t, os.WriteFile(path, accounts, 0o600))
	return []string{"HTTP_URL=" + server.URL, "ACCOUNTS=" + path}
}

// copied is a copy of a client, so that two tests may build it at a time, and what is built is none of the sources.
func copied(t *testing.T, client string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, sources{os.DirFS(client)}))
	return dir
}

// run runs a program to its end, which must be a good one.
func run(t *testing.T, dir string, environment []string, program string, arguments ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), program, arguments...)
	command.Dir, command.Env = dir, append(os.Environ(), environment...)
	output, err := command.CombinedOutput()
	require.NoError(t, err, "%s %v:\n%s", program, arguments, output)
	t.Logf("%s %v:\n%s", program, arguments, output)
	return string(output)
}
