package cmd

import (
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/devstack"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// authority is what deploy/tls/certify.sh makes for an installation.
type authority struct {
	dir string
	// file holds its certificate.
	file string
}

func newAuthority(t *testing.T) authority {
	t.Helper()
	a := authority{dir: t.TempDir()}
	a.file = filepath.Join(a.dir, "clients", "ca.crt")
	a.certify(t)
	return a
}

func (a authority) certify(t *testing.T) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "sh", "../deploy/tls/certify.sh", a.dir).CombinedOutput() //nolint:gosec // our own script
	require.NoError(t, err, string(out))
}

// read returns a file that is made for a server.
func (a authority) read(t *testing.T, server, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(a.dir, server, name)) //nolint:gosec // made by the test
	require.NoError(t, err)
	return string(content)
}

// useTLS makes PostgreSQL and Redis speak TLS, and returns the port where Redis does.
func useTLS(t *testing.T, servers *devstack.Stack, a authority) (redisPort int) {
	t.Helper()
	db, err := database.Open(t.Context(), database.Options{URL: servers.PostgresURL})
	require.NoError(t, err)
	defer func() { assert.NoError(t, db.Close()) }()
	// The servers write the files themselves, for they may run as others than the test.
	dir := fixture.Value[string](t, db, "SELECT current_setting('data_directory')")
	for name, content := range map[string]string{"tls.crt": a.read(t, "postgres", "server.crt"), "tls.key": a.read(t, "postgres", "server.key")} {
		_, err := db.ExecContext(t.Context(), fmt.Sprintf(`COPY (SELECT line FROM unnest(string_to_array('%s', E'\n')) AS line)
			TO PROGRAM 'umask 077 && cat >%s'`, strings.TrimSpace(content), filepath.Join(dir, name)))
		require.NoError(t, err)
	}
	for _, statement := range []string{"ALTER SYSTEM SET ssl_cert_file = 'tls.crt'", "ALTER SYSTEM SET ssl_key_file = 'tls.key'",
		"ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()"} {
		_, err := db.ExecContext(t.Context(), statement)
		require.NoError(t, err)
	}
	wait.Until(t, func() bool { return fixture.Value[string](t, db, "SHOW ssl") == "on" })

	options, err := redis.ParseURL(servers.RedisURL)
	require.NoError(t, err)
	client := redis.NewClient(options)
	defer func() { assert.NoError(t, client.Close()) }()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address, ok := listener.Addr().(*net.TCPAddr)
	require.True(t, ok)
	require.NoError(t, listener.Close())   // a port that is free
	public, err := os.MkdirTemp("", "tls") //nolint:usetesting // t.TempDir is closed to other users
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, os.RemoveAll(public)) })
	require.NoError(t, os.Chmod(public, 0o755))                                                                         //nolint:gosec // Redis may run as another user
	require.NoError(t, os.WriteFile(filepath.Join(public, "tls.crt"), []byte(a.read(t, "redis", "server.crt")), 0o644)) //nolint:gosec // as above
	require.NoError(t, os.WriteFile(filepath.Join(public, "tls.key"), []byte(a.read(t, "redis", "server.key")), 0o644)) //nolint:gosec // as above
	require.NoError(t, client.ConfigSet(t.Context(), "tls-auth-clients", "no").Err())
	require.NoError(t, client.Do(t.Context(), "CONFIG", "SET", "tls-cert-file", filepath.Join(public, "tls.crt"),
		"tls-key-file", filepath.Join(public, "tls.key"), "tls-port", address.Port).Err())
	return address.Port
}

// The program speaks only to the PostgreSQL and the Redis that an authority has certified under the name it calls them by.
func TestTLSToServers(t *testing.T) {
	t.Parallel()
	servers := testenv.NewServers(t)
	ours, others := newAuthority(t), newAuthority(t)
	port := useTLS(t, servers, ours)
	database := func(host string, a authority) config.Secret {
		u, err := url.Parse(servers.PostgresURL)
		require.NoError(t, err)
		u.Host = net.JoinHostPort(host, u.Port())
		u.RawQuery = url.Values{"sslmode": {"verify-full"}, "sslrootcert": {a.file}}.Encode()
		return config.Secret(u.String())
	}
	cacheAt := func(host string) config.Secret {
		u, err := url.Parse(servers.RedisURL)
		require.NoError(t, err)
		u.Scheme, u.Host = "rediss", net.JoinHostPort(host, fmt.Sprint(port))
		return config.Secret(u.String())
	}
	open := func(db, redisURL config.Secret, root string) (*platform, error) {
		return openPlatform(t.Context(), config.Config{DatabaseURL: db, RedisURL: redisURL, RedisSSLRoot: root,
			AuditSpoolDir: t.TempDir(), AuditSpoolMaxMB: 1, EncryptionKey: config.Secret(encryption.NewKey())}, slog.New(slog.DiscardHandler))
	}
	p, err := open(database("127.0.0.1", ours), cacheAt("127.0.0.1"), ours.file)
	require.NoError(t, err)
	for _, check := range p.checks() {
		require.NoError(t, check.Run(t.Context()), check.Name)
	}
	assert.True(t, fixture.Value[bool](t, p.db, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
	require.NoError(t, p.Close())

	for name, url := range map[string]config.Secret{
		"another authority": database("127.0.0.1", others), "another name": database("localhost", ours),
	} {
		_, err := open(url, cacheAt("127.0.0.1"), ours.file)
		require.ErrorContains(t, err, "x509", name)
	}
	for name, c := range map[string]struct{ host, root string }{
		"another authority": {"127.0.0.1", others.file}, "another name": {"localhost", ours.file},
	} {
		p, err := open(database("127.0.0.1", ours), cacheAt(c.host), c.root)
		require.NoError(t, err, "the platform works without Redis")
		require.ErrorContains(t, p.redis.Ping(t.Context()).Err(), "x509", name)
		require.NoError(t, p.Close())
	}
	_, err = open(database("127.0.0.1", ours), config.Secret(servers.RedisURL), ours.file)
	require.ErrorContains(t, err, "rediss://")
}

// docker-compose.tls.yml gives each service the files that it names, and servers' keys to nobody else.
func TestCertificatesOfAnInstallation(t *testing.T) {
	t.Parallel()
	a := newAuthority(t)
	compose, err := os.ReadFile("../docker-compose.tls.yml")
	require.NoError(t, err)
	for _, named := range regexp.MustCompile(`[ =]/(?:tls|clients)/(\w+\.\w+)`).FindAllStringSubmatch(string(compose), -1) {
		where := map[bool]string{true: "clients", false: "postgres"}[named[1] == "ca.crt"]
		require.FileExists(t, filepath.Join(a.dir, where, named[1]))
	}
	for server, files := range map[string][]string{
		"clients": {"ca.crt"}, "postgres": {"server.crt", "server.key"}, "redis": {"server.crt", "server.key"},
	} {
		entries, err := os.ReadDir(filepath.Join(a.dir, server))
		require.NoError(t, err)
		var names []string
		for _, entry := range entries {
			names = append(names, entry.Name())
			info, err := entry.Info()
			require.NoError(t, err)
			if strings.HasSuffix(entry.Name(), ".key") {
				assert.Equal(t, fs.FileMode(0o600), info.Mode(), server)
			}
		}
		assert.Equal(t, files, names, server)
	}
	before := a.read(t, "redis", "server.crt")
	a.certify(t)
	assert.Equal(t, before, a.read(t, "redis", "server.crt"), "what is still good stays")
	require.NoError(t, os.Remove(filepath.Join(a.dir, "authority", "ca.crt")))
	a.certify(t)
	assert.NotEqual(t, before, a.read(t, "redis", "server.crt"), "a new authority certifies all servers")

	authorities := x509.NewCertPool()
	require.True(t, authorities.AppendCertsFromPEM([]byte(a.read(t, "clients", "ca.crt"))))
	for _, server := range []string{"postgres", "redis"} {
		block, _ := pem.Decode([]byte(a.read(t, server, "server.crt")))
		certificate, err := x509.ParseCertificate(block.Bytes)
		require.NoError(t, err)
		for name, good := range map[string]bool{server: true, "127.0.0.1": true, "localhost": false} {
			_, err = certificate.Verify(x509.VerifyOptions{Roots: authorities, DNSName: name})
			assert.Equal(t, good, err == nil, "%s as %s: %v", server, name, err)
		}
	}
}
