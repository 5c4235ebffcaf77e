package ratelimit_test

import (
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/ratelimit"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

var quiet = slog.New(slog.DiscardHandler)

// nowhere is a Redis that is not there.
const nowhere = "redis://127.0.0.1:1/0"

func client(t *testing.T, url string) *redis.Client {
	t.Helper()
	c, err := cache.NewClient(url)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, c.Close()) })
	return c
}

// Both counters do the same.
func TestLimitsHold(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Redis", "PostgreSQL"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env := testenv.New(t)
			url := nowhere
			if name == "Redis" {
				url = env.RedisURL
			}
			l := ratelimit.New(client(t, url), wait.Patience, env.DB, quiet)
			limit := ratelimit.Limit{Name: "test", Requests: 7, Period: time.Hour}
			began := time.Now()
			// since is less than what it was by no more than the time that has gone by.
			since := func(was, is time.Duration) {
				t.Helper()
				assert.InDelta(t, was.Seconds(), is.Seconds(), 1+time.Since(began).Seconds())
			}
			look := func() ratelimit.Result {
				t.Helper()
				results, err := l.TakeEach(t.Context(), []ratelimit.Count{{Limit: limit, Somebody: "a", Look: true}})
				require.NoError(t, err)
				return results[0]
			}
			for i := range 7 {
				left := look()
				assert.True(t, left.Allowed)
				assert.Equal(t, 7-i, left.Remaining)
				r, err := l.Take(t.Context(), limit, "a")
				require.NoError(t, err)
				assert.True(t, r.Allowed)
				assert.Equal(t, 6-i, r.Remaining)
				since(time.Duration(i+1)*time.Hour/7, r.ResetAfter)
				assert.Zero(t, r.RetryAfter)
			}
			none := look()
			assert.False(t, none.Allowed)
			since(time.Hour/7, none.RetryAfter)
			for range 3 {
				r, err := l.Take(t.Context(), limit, "a")
				require.NoError(t, err)
				assert.False(t, r.Allowed)
				assert.Zero(t, r.Remaining)
				since(time.Hour, r.ResetAfter)
				since(time.Hour/7, r.RetryAfter)
			}
			for _, other := range []struct{ name, somebody string }{{"test", "b"}, {"other", "a"}} {
				r, err := l.Take(t.Context(), ratelimit.Limit{Name: other.name, Requests: 7, Period: time.Hour}, other.somebody)
				require.NoError(t, err)
				assert.Equal(t, 6, r.Remaining)
			}

			soon := ratelimit.Limit{Name: "soon", Requests: 2, Period: 2 * time.Second}
			taken := func() bool {
				r, err := l.Take(t.Context(), soon, "a")
				require.NoError(t, err)
				return r.Allowed
			}
			wait.Until(t, func() bool { return !taken() })
			wait.Until(t, taken, "time gives back")
		})
	}
}

// Limits are asked in their order, until one has none left.
func TestLimitsOfOneRequest(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Redis", "PostgreSQL"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env := testenv.New(t)
			url := nowhere
			if name == "Redis" {
				url = env.RedisURL
			}
			l := ratelimit.New(client(t, url), wait.Patience, env.DB, quiet)
			limit := func(name string, requests int) ratelimit.Count {
				return ratelimit.Count{Limit: ratelimit.Limit{Name: name, Requests: requests, Period: time.Hour}, Somebody: "a"}
			}
			seen := limit("seen", 1)
			seen.Look = true
			all := []ratelimit.Count{seen, limit("many", 9), limit("two", 2), limit("last", 9)}
			// left is what is left of each limit that was asked, and -1 for the one that had none.
			left := func(counts []ratelimit.Count) (left []int) {
				results, err := l.TakeEach(t.Context(), counts)
				require.NoError(t, err)
				for _, r := range results {
					if left = append(left, r.Remaining); !r.Allowed {
						left[len(left)-1] = -1
					}
				}
				return left
			}
			assert.Equal(t, []int{1, 8, 1, 8}, left(all))
			assert.Equal(t, []int{1, 7, 0, 7}, left(all))
			assert.Equal(t, []int{1, 6, -1}, left(all), "the last isn't asked")
			assert.Equal(t, []int{6}, left(all[3:]))
			_, err := l.Take(t.Context(), seen.Limit, "a")
			require.NoError(t, err)
			assert.Equal(t, []int{-1}, left(all), "none but the first is asked")
			assert.Equal(t, []int{5}, left(all[1:2]))
			assert.Empty(t, left(nil))
		})
	}
}

func TestLimitsHoldSideBySide(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Redis", "PostgreSQL"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env := testenv.New(t)
			url := nowhere
			if name == "Redis" {
				url = env.RedisURL
			}
			l := ratelimit.New(client(t, url), wait.Patience, env.DB, quiet)
			limit := ratelimit.Limit{Name: "parallel", Requests: 20, Period: time.Hour}
			var allowed atomic.Int64
			var asking sync.WaitGroup
			for range 100 {
				asking.Go(func() {
					r, err := l.Take(t.Context(), limit, "a")
					if err == nil && r.Allowed {
						allowed.Add(1)
					}
				})
			}
			asking.Wait()
			assert.EqualValues(t, 20, allowed.Load())
		})
	}
}

func TestRedisComesAndGoes(t *testing.T) {
	t.Parallel()
	servers := testenv.NewServers(t)
	db, err := database.Open(t.Context(), database.Options{URL: servers.PostgresURL})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	var log strings.Builder
	redis := client(t, servers.RedisURL)
	began := time.Now()
	l := ratelimit.New(redis, wait.Patience, db, slog.New(slog.NewTextHandler(&log, nil)))
	limit := ratelimit.Limit{Name: "test", Requests: 10, Period: time.Hour}
	// exhaust takes all there is and returns how much that was.
	exhaust := func() (n int) {
		for range 50 {
			r, err := l.Take(t.Context(), limit, "a")
			require.NoError(t, err)
			if r.Allowed {
				n++
			}
		}
		return n
	}
	assert.Equal(t, 10, exhaust())
	servers.Redis.Kill()
	assert.Equal(t, 10, exhaust(), "PostgreSQL begins with a full limit")
	assert.Zero(t, exhaust())
	// Each second it looks whether Redis is back.
	warnings := strings.Count(log.String(), "PostgreSQL counts requests")
	assert.Positive(t, warnings)
	assert.LessOrEqual(t, warnings, 1+int(time.Since(began)/time.Second))

	require.NoError(t, servers.Redis.Start(t.Context()))
	wait.Until(t, func() bool {
		_, err := l.Take(t.Context(), limit, "b")
		require.NoError(t, err)
		return strings.Contains(log.String(), "Redis answers again")
	})

	require.NoError(t, servers.Redis.Pause())
	log.Reset()
	l = ratelimit.New(redis, 0, db, slog.New(slog.NewTextHandler(&log, nil)))
	exhaust()
	assert.Contains(t, log.String(), "PostgreSQL counts requests", "a Redis that hangs is left alone")
	require.NoError(t, servers.Redis.Resume())

	servers.Redis.Kill()
	servers.Postgres.Kill()
	r, err := l.Take(t.Context(), limit, "c")
	require.Error(t, err)
	assert.False(t, r.Allowed)
}

func TestSweepKeepsWhatCounts(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	l := ratelimit.New(client(t, nowhere), 0, env.DB, quiet)
	_, err := l.Take(t.Context(), ratelimit.Limit{Name: "test", Requests: 1, Period: time.Hour}, "a")
	require.NoError(t, err)
	_, err = env.DB.ExecContext(t.Context(), "INSERT INTO rate_limits (key, arrival_at) VALUES ('old', now() - interval '1 second')")
	require.NoError(t, err)
	require.NoError(t, l.Sweep(t.Context()))
	assert.Equal(t, "test:a", fixture.Value[string](t, env.DB, "SELECT string_agg(key, ' ') FROM rate_limits"))
}
