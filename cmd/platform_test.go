package cmd

import (
	"fmt"
	"log/slog"
	"testing"

	"github.com/lib/pq"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// Strangers ask for /readyz as often as they like. Its checks must need no connection beyond the pool's: here the database
// has none left.
func TestChecksOpenNoConnections(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	owner := testenv.Owner(t, env)
	require.NoError(t, env.DB.Close())
	p, err := openPlatform(t.Context(), config.Config{
		DatabaseURL: config.Secret(env.URL), RedisURL: config.Secret(env.RedisURL), DatabaseMaxConns: 1,
		AuditSpoolDir: t.TempDir(), AuditSpoolMaxMB: 1, EncryptionKey: config.Secret(encryption.NewKey()),
	}, slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	defer func() { assert.NoError(t, p.Close()) }()
	name := fixture.Value[string](t, owner, "SELECT current_database()")
	_, err = owner.ExecContext(t.Context(), fmt.Sprintf("ALTER DATABASE %s CONNECTION LIMIT 1", pq.QuoteIdentifier(name)))
	require.NoError(t, err)
	for _, check := range p.checks() {
		assert.NoError(t, check.Run(t.Context()), check.Name)
	}
}
