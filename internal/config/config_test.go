package config

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the table of variables into docs/configuration.md")

const password = "s3cret pa/ss#word" //nolint:gosec // made up

func write(t *testing.T, name, content string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600))
	return dir
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	c, err := load(t.TempDir(), nil)
	require.NoError(t, err)
	assert.Equal(t, "postgres://predictHealth_user@127.0.0.1:5432/predicthealth_db?sslmode=prefer", string(c.DatabaseURL))
	assert.Equal(t, c.DatabaseURL, c.MigrateDatabaseURL)
	assert.Equal(t, "127.0.0.1:8080", c.HTTPAddr)
	assert.Equal(t, 15*time.Second, c.ShutdownTimeout)
	assert.Equal(t, slog.LevelInfo, c.LogLevel)
	assert.False(t, c.Given("DATABASE_URL", "REDIS_URL"))
}

func TestDatabaseURL(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		environ []string
		want    string
	}{
		"composed": {
			[]string{"POSTGRES_HOST=db", "POSTGRES_PORT=6000", "POSTGRES_DB=d", "POSTGRES_USER=u", "POSTGRES_PASSWORD=" + password, "POSTGRES_SSLMODE=disable"},
			"postgres://u:s3cret%20pa%2Fss%23word@db:6000/d?sslmode=disable",
		},
		"socket": {
			[]string{"POSTGRES_HOST=/run/postgresql", "POSTGRES_USER=u"},
			"postgres://u@/predicthealth_db?host=%2Frun%2Fpostgresql&port=5432&sslmode=prefer",
		},
		"an authority of one's own": {
			[]string{"POSTGRES_USER=u", "POSTGRES_SSLMODE=verify-full", "POSTGRES_SSLROOTCERT=config.go"},
			"postgres://u@127.0.0.1:5432/predicthealth_db?sslmode=verify-full&sslrootcert=config.go",
		},
		"given": {[]string{"DATABASE_URL=postgres://u@h/d", "POSTGRES_HOST=db"}, "postgres://u@h/d"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := load(t.TempDir(), c.environ)
			require.NoError(t, err)
			assert.Equal(t, c.want, string(got.DatabaseURL))
		})
	}
}

func TestRealVariablesWinOverDotenv(t *testing.T) {
	t.Parallel()
	dir := write(t, ".env", "HTTP_ADDR=0.0.0.0:1\nLOG_FORMAT=text\nREDIS_URL=redis://elsewhere:6379/1\n")
	c, err := load(dir, []string{"HTTP_ADDR=0.0.0.0:2"})
	require.NoError(t, err)
	assert.Equal(t, "0.0.0.0:2", c.HTTPAddr)
	assert.Equal(t, "text", c.LogFormat)
	assert.True(t, c.Given("REDIS_URL"))
}

func TestSecretsFromFiles(t *testing.T) {
	t.Parallel()
	path := filepath.Join(write(t, "password", password+"\n"), "password")
	c, err := load(t.TempDir(), []string{"POSTGRES_PASSWORD_FILE=" + path})
	require.NoError(t, err)
	assert.Equal(t, password, string(c.PostgresPassword))

	_, err = load(t.TempDir(), []string{"POSTGRES_PASSWORD_FILE=" + path, "POSTGRES_PASSWORD=" + password})
	require.ErrorContains(t, err, "POSTGRES_PASSWORD is given twice")
	assert.NotContains(t, err.Error(), password)

	_, err = load(t.TempDir(), []string{"REDIS_URL_FILE=/no/such/file"})
	require.ErrorContains(t, err, "REDIS_URL_FILE")
}

func TestEveryBadValueIsNamed(t *testing.T) {
	t.Parallel()
	bad := map[string]string{
		"DATABASE_URL":         "postgres://u:" + password + "@h/d",
		"MIGRATE_DATABASE_URL": "postgres://u:" + password + "@h/d",
		"REDIS_URL":            "http://:" + password + "@h",
		"POSTGRES_PORT":        "99999",
		"POSTGRES_SSLMODE":     "maybe",
		"POSTGRES_SSLROOTCERT": "/no/such/file",
		"REDIS_SSLROOTCERT":    "/no/such/file",
		"DATABASE_MAX_CONNS":   "0",
		"HTTP_ADDR":            "8080",
		"METRICS_ADDR":         "localhost:http",
		"TRUSTED_PROXIES":      "10.0.0.0/8,nowhere",
		"SHUTDOWN_TIMEOUT":     "soon",
		"LOG_LEVEL":            "loud",
		"LOG_FORMAT":           "xml",
		"JWT_KEYS_DIR":         "/no/such/directory",
		"ENCRYPTION_KEY":       password,
		"PUBLIC_URL":           "app.example.org",
		"SMTP_URL":             "smtp://u:" + password + "@h",
		"MAIL_FROM":            "nobody",
		"AUDIT_SPOOL_MAX_MB":   "0",
	}
	var environ []string
	for name, value := range bad {
		environ = append(environ, name+"="+value)
	}
	_, err := load(t.TempDir(), environ)
	var invalid *InvalidError
	require.ErrorAs(t, err, &invalid)
	named := map[string]int{}
	for _, p := range invalid.Problems {
		named[p.Variable]++
	}
	for name := range bad {
		assert.Equal(t, 1, named[name], name)
	}
	assert.Len(t, named, len(bad))
	assert.NotContains(t, err.Error(), "pa/ss")
	assert.Contains(t, err.Error(), `LOG_FORMAT is "xml", want one of json, text`)
	assert.Contains(t, err.Error(), `SHUTDOWN_TIMEOUT is "soon", want a duration`)
}

func TestMalformedDotenvHidesItsLines(t *testing.T) {
	t.Parallel()
	_, err := load(write(t, ".env", "POSTGRES_PASSWORD "+password+"\n=x"), nil)
	require.ErrorContains(t, err, ".env cannot be read")
	assert.NotContains(t, err.Error(), "s3cret")
}

func TestSecretsAreNotShown(t *testing.T) {
	t.Parallel()
	c, err := load(t.TempDir(), []string{"POSTGRES_PASSWORD=hunter2", "REDIS_URL=redis://:hunter2@h:1/0"})
	require.NoError(t, err)
	var shown strings.Builder
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%t"} {
		fmt.Fprintf(&shown, verb+verb, c, c.RedisURL)
	}
	encoded, err := json.Marshal(c)
	require.NoError(t, err)
	shown.Write(encoded)
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("start", "config", c, "redis", c.RedisURL)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("start", "config", c, "redis", c.RedisURL)
	shown.Write(log.Bytes())
	assert.NotContains(t, shown.String(), "hunter2")
	assert.NotContains(t, shown.String(), fmt.Sprintf("%x", "hunter2"))
}

func TestReferenceIsCurrent(t *testing.T) {
	t.Parallel()
	const path, begin, end = "../../docs/configuration.md", "<!-- variables: begin -->\n", "<!-- variables: end -->"
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	head, rest, ok := strings.Cut(string(content), begin)
	require.True(t, ok, "%s has no %q", path, begin)
	table, tail, ok := strings.Cut(rest, end)
	require.True(t, ok, "%s has no %q", path, end)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(head+begin+Reference()+end+tail), 0o600)) //nolint:gosec // a path of this file
		return
	}
	assert.Equal(t, Reference(), table, "run: go test ./internal/config -update")
}
