package testenv_test

import (
	"fmt"
	"testing"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/predicthealth/predicthealth/internal/testenv"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestNew(t *testing.T) {
	t.Parallel()
	for i := range 10 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			env := testenv.New(t)
			ctx := t.Context()

			seeded, err := env.Ent.Sex.Query().All(ctx)
			require.NoError(t, err)
			assert.NotEmpty(t, seeded)

			require.NoError(t, env.Redis.SetNX(ctx, "mine", i, 0).Err())
			assert.Equal(t, fmt.Sprint(i), env.Redis.Get(ctx, "mine").Val(), "no other test's value")

			_, err = env.DB.ExecContext(ctx, "INSERT INTO sexes (code, name) VALUES ('mine', 'Mine')")
			require.NoError(t, err, "no other test's row")
		})
	}
}

func TestRights(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	forbidden := map[string]string{
		"to change the trail":  "UPDATE audit_inbox SET id = id",
		"to forget the trail":  "DELETE FROM audit_events",
		"to change the schema": "ALTER TABLE patients ADD COLUMN x int",
		"to make roles":        "CREATE ROLE friend",
	}
	for name, statement := range forbidden {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := env.DB.ExecContext(t.Context(), statement)
			var refusal *pq.Error
			require.ErrorAs(t, err, &refusal)
			assert.Equal(t, pqerror.InsufficientPrivilege, refusal.Code)
		})
	}
	var super bool
	require.NoError(t, testenv.Owner(t, env).QueryRow("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").Scan(&super))
	assert.True(t, super)
}

func TestNewServers(t *testing.T) {
	t.Parallel()
	servers := testenv.NewServers(t)
	servers.Postgres.Kill()
	servers.Redis.Kill()
	require.NoError(t, servers.Redis.Start(t.Context()))
	require.NoError(t, servers.Postgres.Start(t.Context()))
}
