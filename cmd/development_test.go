package cmd

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/joho/godotenv"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
	"github.com/predicthealth/predicthealth/service/demo"
)

// runDevelopment runs `dev` in dir until the returned function is called, and returns what it left in .dev.
func runDevelopment(t *testing.T, dir string, environment map[string]string, reset bool) (env map[string]string, accounts []demo.Account, stop func()) {
	t.Helper()
	for name, value := range environment {
		t.Setenv(name, value)
	}
	t.Setenv("HTTP_ADDR", "127.0.0.1:0")
	t.Chdir(dir)
	cfg, err := config.Load()
	require.NoError(t, err)
	said, done := make(chan struct{}), make(chan error, 1)
	ctx, cancel := context.WithCancel(t.Context())
	out := &announcement{said: said}
	d := &development{cfg: cfg, dir: devDir, log: slog.New(slog.DiscardHandler), out: out}
	go func() { done <- d.run(ctx, reset) }()
	select {
	case <-said:
	case err := <-done:
		require.FailNow(t, "dev ended", "%v", err)
	case <-time.After(2 * time.Minute):
		require.FailNow(t, "dev is not ready")
	}
	env, err = godotenv.Read(filepath.Join(dir, devDir, "env"))
	require.NoError(t, err)
	list, err := os.ReadFile(filepath.Join(dir, devDir, "accounts.json")) //nolint:gosec // a directory of the test's own
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(list, &accounts))
	return env, accounts, func() {
		cancel()
		require.NoError(t, <-done)
	}
}

// announcement closes said at the first thing that is written to it after the word ready.
type announcement struct{ said chan struct{} }

func (a *announcement) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte("PredictHealth is ready.")) {
		close(a.said)
	}
	return len(p), nil
}

func signIn(t *testing.T, baseURL string, a demo.Account) int {
	t.Helper()
	path := "/api/v1/auth/login"
	if a.UserType == "admin" || a.UserType == "editor" {
		path = "/api/v1/cms/auth/login"
	}
	return send(t, baseURL+path, map[string]string{"email": a.Email, "password": a.Password})
}

func forgetPassword(t *testing.T, baseURL string, a demo.Account) int {
	t.Helper()
	return send(t, baseURL+"/api/v1/auth/forgot-password", map[string]string{"email": a.Email})
}

const localPage = "http://localhost:5173"

// allowedOrigin returns which origin a platform allows when a local page asks.
func allowedOrigin(t *testing.T, baseURL string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, baseURL+"/livez", nil)
	require.NoError(t, err)
	request.Header.Set("Origin", localPage)
	answer, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	return answer.Header.Get("Access-Control-Allow-Origin")
}

// send returns the status of the answer.
func send(t *testing.T, url string, fields map[string]string) int {
	t.Helper()
	body, err := json.Marshal(fields)
	require.NoError(t, err)
	answer, err := http.Post(url, "application/json", bytes.NewReader(body)) //nolint:gosec // a server of the test's own
	require.NoError(t, err)
	_, err = io.Copy(io.Discard, answer.Body)
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	return answer.StatusCode
}

// Not parallel: it changes the working directory and the environment, as its users do.
func TestDevelopment(t *testing.T) {
	dir := t.TempDir()

	env, accounts, stop := runDevelopment(t, dir, nil, false)
	require.Len(t, accounts, 5)
	for _, account := range accounts {
		require.Equal(t, http.StatusOK, signIn(t, env["HTTP_URL"], account), account.UserType)
	}
	require.Equal(t, localPage, allowedOrigin(t, env["HTTP_URL"]), "a front end under development may call it")
	require.Equal(t, http.StatusAccepted, forgetPassword(t, env["HTTP_URL"], accounts[0]))
	wait.Until(t, func() bool {
		mails, err := filepath.Glob(filepath.Join(dir, devDir, mailDir, "*.eml"))
		return err == nil && len(mails) == 1
	}, "mails go to a folder")
	for _, file := range []string{"env", "accounts.json", "demo-password", "encryption-key"} {
		info, err := os.Stat(filepath.Join(dir, devDir, file))
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), file)
	}
	stop()

	sourced := map[string]string{"DATABASE_URL": env["DATABASE_URL"], "REDIS_URL": env["REDIS_URL"]}
	again, same, stop := runDevelopment(t, dir, sourced, false)
	require.Equal(t, accounts, same, "the accounts stay")
	require.Equal(t, env["DATABASE_URL"], again["DATABASE_URL"])
	require.Equal(t, http.StatusOK, signIn(t, again["HTTP_URL"], same[0]))

	another := t.TempDir()
	beside, others, stopBeside := runDevelopment(t, another, map[string]string{
		"DATABASE_URL": again["DATABASE_URL"], "MIGRATE_DATABASE_URL": again["MIGRATE_DATABASE_URL"], "REDIS_URL": again["REDIS_URL"],
	}, false)
	require.Equal(t, again["DATABASE_URL"], beside["DATABASE_URL"], "servers that are named are used")
	require.NoDirExists(t, filepath.Join(another, devDir, "postgres"))
	require.Equal(t, http.StatusOK, signIn(t, beside["HTTP_URL"], others[0]), "what is announced works")
	stopBeside()
	beside, _, stopBeside = runDevelopment(t, another, nil, false)
	require.Equal(t, again["DATABASE_URL"], beside["DATABASE_URL"], "also at the second start")
	require.NoDirExists(t, filepath.Join(another, devDir, "postgres"))
	stopBeside()
	stop()

	t.Setenv("MIGRATE_DATABASE_URL", "")
	_, _, stop = runDevelopment(t, dir, sourced, true)
	stop()
}

func TestServeTakesNoLocalPages(t *testing.T) {
	t.Parallel()
	p := newProgram(t, testenv.New(t))
	p.start(t)
	require.Empty(t, allowedOrigin(t, "http://"+p.address))
}

func TestDevelopmentResetSparesServersOfOthers(t *testing.T) {
	t.Setenv("DATABASE_URL", "postgres://somebody@127.0.0.1:1/theirs")
	t.Chdir(t.TempDir())
	cfg, err := config.Load()
	require.NoError(t, err)
	d := &development{cfg: cfg, dir: devDir, log: slog.New(slog.DiscardHandler), out: io.Discard}

	require.ErrorContains(t, d.run(t.Context(), true), "--reset deletes only the private servers' data")
}

func TestDevelopmentRefusesToMigrateOneDatabaseAndServeAnother(t *testing.T) {
	t.Setenv("DATABASE_URL", "postgres://somebody@127.0.0.1:1/mine")
	t.Setenv("MIGRATE_DATABASE_URL", "postgres://somebody@127.0.0.1:1/theirs")
	t.Chdir(t.TempDir())
	cfg, err := config.Load()
	require.NoError(t, err)
	d := &development{cfg: cfg, dir: devDir, log: slog.New(slog.DiscardHandler), out: io.Discard}

	require.ErrorContains(t, d.run(t.Context(), false), "MIGRATE_DATABASE_URL names another database")
}

func TestLinksInMailsLeadToWhereTheDevelopmentServerListens(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"127.0.0.1:8081": "http://127.0.0.1:8081", ":8081": "http://127.0.0.1:8081", "0.0.0.0:9": "http://127.0.0.1:9",
		"[::]:9": "http://127.0.0.1:9", "localhost:8080": "http://localhost:8080", "[::1]:9": "http://[::1]:9",
	} {
		assert.Equal(t, want, pageURL(address), address)
	}
}
