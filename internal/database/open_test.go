package database_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

func TestSessionSettings(t *testing.T) {
	t.Parallel()
	db := open(t, database.Options{
		URL: cluster.EmptyDatabase(t), ApplicationName: "a test",
		StatementTimeout: 1500 * time.Millisecond, IdleInTxTimeout: -1,
	})
	for setting, want := range map[string]string{
		"application_name":                    "a test",
		"timezone":                            "UTC",
		"statement_timeout":                   "1500ms",
		"idle_in_transaction_session_timeout": "0",
	} {
		var got string
		require.NoError(t, db.QueryRowContext(t.Context(), "SELECT current_setting($1)", setting).Scan(&got))
		assert.Equal(t, want, got, setting)
	}
	assert.Equal(t, database.DefaultMaxConns, db.Stats().MaxOpenConnections)
}

func TestOpenFails(t *testing.T) {
	t.Parallel()
	const password = "pa55word"
	for name, c := range map[string]struct{ url, want string }{
		"malformed":         {"postgres://u:" + password + "#x@localhost/d", "malformed"},
		"nobody listens":    {"postgres://u:" + password + "@127.0.0.1:1/d?sslmode=disable", "check DATABASE_URL"},
		"binary parameters": {"postgres://u:" + password + "@localhost/d?binary_parameters=yes", "breaks JSON"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := database.Open(t.Context(), database.Options{URL: c.url, ConnectTimeout: 200 * time.Millisecond})
			require.ErrorContains(t, err, c.want)
			assert.NotContains(t, fmt.Sprintf("%v %+v %#v", err, err, err), password)
		})
	}
}

func TestOpenDoesNotRetryWhatCannotHeal(t *testing.T) {
	t.Parallel()
	url := cluster.EmptyDatabase(t)
	db := onePool(t, url, -1)
	var name string
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT current_database()").Scan(&name))
	require.NoError(t, db.Close())

	start := time.Now()
	_, err := database.Open(t.Context(), database.Options{
		URL: replaceDatabase(t, url, "no_such_database"), ConnectTimeout: 2 * wait.Patience,
	})
	assert.Equal(t, "3D000", database.SQLState(err))
	assert.Less(t, time.Since(start), wait.Patience)
}
