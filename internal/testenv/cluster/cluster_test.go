package cluster

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

func TestEmptyDatabase(t *testing.T) {
	t.Parallel()
	var urls sync.Map
	t.Run("tests", func(t *testing.T) {
		for i := range 20 {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				url := EmptyDatabase(t)
				_, taken := urls.LoadOrStore(url, true)
				require.False(t, taken)
				require.NoError(t, Execute(t.Context(), url, "CREATE TABLE mine ()"))

				db, err := sql.Open("postgres", url)
				require.NoError(t, err)
				require.NoError(t, db.Ping())
				t.Cleanup(func() { _ = db.Close() }) // comes before the drop; a leaked one does not matter either
				leaked, err := sql.Open("postgres", url)
				require.NoError(t, err)
				require.NoError(t, leaked.Ping())
			})
		}
	})
	urls.Range(func(url, _ any) bool {
		return assert.ErrorContains(t, Execute(t.Context(), url.(string), "SELECT 1"), "does not exist")
	})
}

func TestTemplate(t *testing.T) {
	t.Parallel()
	c := Shared(t)
	name := "template_" + randomName()
	t.Cleanup(func() { _ = Execute(context.Background(), c.PostgresURL, "DROP DATABASE "+name) })

	refused := errors.New("refused")
	require.ErrorIs(t, c.Template(t.Context(), name, func(ctx context.Context, url string) error {
		return errors.Join(refused, Execute(ctx, url, "CREATE TABLE half_way ()"))
	}), refused)

	var builds atomic.Int32
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			assert.NoError(t, c.Template(t.Context(), name, func(ctx context.Context, url string) error {
				builds.Add(1)
				return Execute(ctx, url, "CREATE TABLE whole AS SELECT 42 AS answer")
			}))
		})
	}
	group.Wait()
	assert.EqualValues(t, 1, builds.Load())
	for range 3 {
		url := CopyDatabase(t, name)
		require.NoError(t, Execute(t.Context(), url, "DROP TABLE whole"), "a copy is the test's own")
		require.Error(t, Execute(t.Context(), url, "DROP TABLE half_way"), "nothing of a failed attempt is left")
	}
	require.Error(t, Execute(t.Context(), WithDatabase(c.PostgresURL, name), "SELECT 1"), "a connection would block copies")
}

func TestRedisDatabase(t *testing.T) {
	t.Parallel()
	for i := range 300 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			require.NoError(t, withRedis(RedisDatabase(t), func(client *redis.Client) error {
				require.ErrorIs(t, client.Get(t.Context(), "mine").Err(), redis.Nil)
				require.NoError(t, client.Set(t.Context(), "mine", i, 0).Err())
				require.Equal(t, fmt.Sprint(i), client.Get(t.Context(), "mine").Val())
				return nil
			}))
		})
	}
}

func TestNewServers(t *testing.T) {
	t.Parallel()
	servers := NewServers(t)
	require.NoError(t, Execute(t.Context(), servers.PostgresURL, "CREATE TABLE kept ()"))
	failed := make(chan error, 1)
	go func() {
		// A session that computes sees neither the death of its server nor that nobody wants its answer.
		failed <- Execute(t.Context(), servers.PostgresURL, "SET statement_timeout = '1h'; DO 'BEGIN LOOP END LOOP; END'")
	}()
	wait.Until(t, func() bool {
		return Execute(t.Context(), servers.PostgresURL, `DO $$ BEGIN
			ASSERT (SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SET %LOOP%') = 1;
		END $$`) == nil
	})

	servers.Postgres.Kill()
	select {
	case err := <-failed:
		require.Error(t, err)
	case <-time.After(wait.Patience):
		require.Fail(t, "a session outlives its killed server")
	}
	require.NoError(t, servers.Postgres.Start(t.Context()))
	require.NoError(t, Execute(t.Context(), servers.PostgresURL, "TABLE kept"))
	require.NoError(t, servers.Redis.Stop(t.Context()))
	require.NoError(t, servers.Redis.Start(t.Context()))
}
