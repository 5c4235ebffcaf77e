package cmd

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// authority certifies servers.
type authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
	// file holds its certificate.
	file string
}

func newAuthority(t *testing.T) authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: t.Name()}, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	require.NoError(t, err)
	certificate, err := x509.ParseCertificate(der)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "ca.pem")
	require.NoError(t, os.WriteFile(file, encodePEM("CERTIFICATE", der), 0o600))
	return authority{certificate, key, file}
}

// certify returns a certificate for 127.0.0.1 and its key, in PEM.
func (a authority) certify(t *testing.T) (certificate, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(2), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, KeyUsage: x509.KeyUsageDigitalSignature,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		NotBefore:   time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, a.certificate, private.Public(), a.key)
	require.NoError(t, err)
	raw, err := x509.MarshalPKCS8PrivateKey(private)
	require.NoError(t, err)
	return string(encodePEM("CERTIFICATE", der)), string(encodePEM("PRIVATE KEY", raw))
}

func encodePEM(kind string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
}

// useTLS makes PostgreSQL and Redis speak TLS, and returns the port where Redis does.
func useTLS(t *testing.T, servers *devstack.Stack, a authority) (redisPort int) {
	t.Helper()
	certificate, key := a.certify(t)
	db, err := database.Open(t.Context(), database.Options{URL: servers.PostgresURL})
	require.NoError(t, err)
	defer func() { assert.NoError(t, db.Close()) }()
	// The servers write the files themselves, for they may run as others than the test.
	dir := fixture.Value[string](t, db, "SELECT current_setting('data_directory')")
	for name, content := range map[string]string{"tls.crt": certificate, "tls.key": key} {
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
	require.NoError(t, os.Chmod(public, 0o755))                                                    //nolint:gosec // Redis may run as another user
	require.NoError(t, os.WriteFile(filepath.Join(public, "tls.crt"), []byte(certificate), 0o644)) //nolint:gosec // as above
	require.NoError(t, os.WriteFile(filepath.Join(public, "tls.key"), []byte(key), 0o644))         //nolint:gosec // as above
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
