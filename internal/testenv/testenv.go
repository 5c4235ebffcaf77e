// Package testenv gives each test its own PostgreSQL database, migrated and seeded, and its own Redis
// database, without any setup. Package cluster runs the servers behind them.
package testenv

import (
	"database/sql"
	"net/url"
	"testing"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/redis/go-redis/v9"

	"github.com/predicthealth/predicthealth/ent"
	_ "github.com/predicthealth/predicthealth/ent/runtime" // policies and hooks
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/devstack"
	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
)

// Env is a test's environment. All of it is closed and removed when the test ends.
type Env struct {
	// DB, Ent and URL have the rights of the application, which owns no table and can't change the
	// trail. For more rights, use Owner.
	DB  *sql.DB
	Ent *ent.Client
	URL string
	// OwnerURL is a superuser's URL for the same database.
	OwnerURL string
	// Redis is an empty logical database. Channels of PUBLISH are shared with other tests.
	Redis    *redis.Client
	RedisURL string
}

// maxConns is enough for a test that runs things concurrently, and low enough for many tests.
const maxConns = 8

// New returns a new environment for t, or fails t. Parallel tests may call it, and a test may call it
// several times.
func New(t testing.TB) *Env {
	t.Helper()
	ownerURL := cluster.CopyDatabase(t, template(t))
	env := &Env{
		URL:      applicationURL(t, ownerURL),
		OwnerURL: ownerURL,
		RedisURL: cluster.RedisDatabase(t),
	}
	env.DB = open(t, env.URL)
	env.Ent = ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, env.DB)))
	env.Redis = openRedis(t, env.RedisURL)
	return env
}

// Owner returns a pool on env's database with a superuser's rights, until t ends.
func Owner(t testing.TB, env *Env) *sql.DB {
	t.Helper()
	return open(t, env.OwnerURL)
}

// NewServers starts a PostgreSQL with a migrated and seeded database, and a Redis, for this test alone. The
// test may stop, kill, pause and start them again. It takes seconds; New takes milliseconds.
func NewServers(t testing.TB) *devstack.Stack {
	t.Helper()
	servers := cluster.NewServers(t)
	if err := fill(t.Context(), servers.PostgresURL); err != nil {
		t.Fatalf("migrate and seed the test's servers: %v", err)
	}
	return servers
}

func open(t testing.TB, url string) *sql.DB {
	t.Helper()
	db, err := database.Open(t.Context(), database.Options{URL: url, MaxConns: maxConns, ApplicationName: t.Name()})
	if err != nil {
		t.Fatalf("open the test's database: %v", err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("close the test's database: %v", err)
		}
	})
	return db
}

func openRedis(t testing.TB, url string) *redis.Client {
	t.Helper()
	options, err := redis.ParseURL(url)
	if err != nil {
		t.Fatalf("the URL of the test's Redis: %v", err)
	}
	client := redis.NewClient(options)
	t.Cleanup(func() {
		if err := client.Close(); err != nil {
			t.Errorf("close the test's Redis client: %v", err)
		}
	})
	return client
}

// applicationURL returns ownerURL with the login that template creates for the application.
func applicationURL(t testing.TB, ownerURL string) string {
	t.Helper()
	u, err := url.Parse(ownerURL)
	if err != nil {
		t.Fatalf("the URL of the test's database: %v", err)
	}
	password, _ := u.User.Password()
	u.User = url.UserPassword(applicationLogin, password)
	return u.String()
}
