package cluster

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"testing"

	"github.com/redis/go-redis/v9"

	"github.com/predicthealth/predicthealth/internal/devstack"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// freeDatabases is a set in database 0 with the numbers of the databases that no test uses.
const freeDatabases = "free_databases"

// fillRedisDatabases marks all databases as free.
func fillRedisDatabases(ctx context.Context, url string) error {
	numbers := make([]any, 0, devstack.RedisDatabases)
	for n := 1; n < devstack.RedisDatabases; n++ {
		numbers = append(numbers, n)
	}
	return withRedis(url, func(client *redis.Client) error { return client.SAdd(ctx, freeDatabases, numbers...).Err() })
}

// RedisDatabase lends t an empty logical database of the shared Redis until t ends, and returns its URL.
// Its keys belong to the test, but the channels of PUBLISH are the whole server's: messages of other tests
// arrive too. A test that needs FLUSHALL, CONFIG and the like starts its own server with NewServers.
func RedisDatabase(t testing.TB) string {
	t.Helper()
	c := Shared(t)
	var number string
	err := withRedis(c.RedisURL, func(client *redis.Client) (err error) {
		number, err = client.SPop(t.Context(), freeDatabases).Result()
		return err
	})
	if errors.Is(err, redis.Nil) {
		t.Fatalf("all %d Redis databases are in use by tests that haven't ended", devstack.RedisDatabases-1)
	}
	if err != nil {
		t.Fatalf("take a Redis database for the test: %v", err)
	}
	u := parse(c.RedisURL)
	u.Path = "/" + number
	u.RawQuery = "read_timeout=" + wait.Patience.String() // of a client that takes it from the URL
	t.Cleanup(func() {
		if err := giveBack(c.RedisURL, number); err != nil {
			t.Errorf("give the test's Redis database back: %v", err)
		}
	})
	return u.String()
}

// giveBack empties a database and then offers it to other tests, atomically.
func giveBack(url, number string) error {
	n, err := strconv.Atoi(number)
	if err != nil {
		return fmt.Errorf("number of a Redis database: %w", err)
	}
	return withRedis(url, func(client *redis.Client) error {
		_, err := client.TxPipelined(context.Background(), func(p redis.Pipeliner) error {
			p.Do(context.Background(), "SELECT", n)
			p.FlushDB(context.Background())
			p.Do(context.Background(), "SELECT", 0)
			p.SAdd(context.Background(), freeDatabases, n)
			return nil
		})
		return err
	})
}

func withRedis(url string, do func(*redis.Client) error) error {
	options, err := redis.ParseURL(url)
	if err != nil {
		return err
	}
	client := redis.NewClient(options)
	return errors.Join(do(client), client.Close())
}
