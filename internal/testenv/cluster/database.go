package cluster

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"testing"

	"github.com/lib/pq"
)

// maintenance is the database for statements about databases. Every cluster has it.
const maintenance = "postgres"

// EmptyDatabase creates an empty database in the shared PostgreSQL and returns a superuser's URL for it.
// It is dropped when t ends, even if connections are still open.
func EmptyDatabase(t testing.TB) string {
	t.Helper()
	return CopyDatabase(t, "template0")
}

// CopyDatabase is EmptyDatabase, but for a copy of the database template, to which nobody may be
// connected.
func CopyDatabase(t testing.TB, template string) string {
	t.Helper()
	c := Shared(t)
	name := "test_" + randomName()
	// Copying files beats replaying them through the log: 23 ms against 60 ms for a database of 27 MB.
	create := fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY", pq.QuoteIdentifier(name), pq.QuoteIdentifier(template))
	if err := Execute(t.Context(), c.PostgresURL, create); err != nil {
		t.Fatalf("create a database for the test: %v", err)
	}
	t.Cleanup(func() {
		drop := fmt.Sprintf("DROP DATABASE IF EXISTS %s WITH (FORCE)", pq.QuoteIdentifier(name))
		if err := Execute(context.Background(), c.PostgresURL, drop); err != nil {
			t.Errorf("drop the test's database: %v", err)
		}
	})
	return WithDatabase(c.PostgresURL, name)
}

// Template makes sure that the database name exists, filled by build, which gets its URL. It is built once
// in a run: callers who ask in the meantime wait.
func (c Cluster) Template(ctx context.Context, name string, build func(ctx context.Context, url string) error) error {
	return withConnection(ctx, c.PostgresURL, func(conn *sql.Conn) (err error) {
		// The lock belongs to the session: it also ends with the connection.
		if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock(hashtext($1))", name); err != nil {
			return err
		}
		var exists bool
		err = conn.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&exists)
		if err != nil || exists {
			return err
		}
		// It has another name until it is complete.
		unfinished, quoted := name+"_unfinished", pq.QuoteIdentifier(name+"_unfinished")
		if err := executeAll(ctx, conn, "DROP DATABASE IF EXISTS "+quoted+" WITH (FORCE)", "CREATE DATABASE "+quoted+" TEMPLATE template0"); err != nil {
			return err
		}
		if err := build(ctx, WithDatabase(c.PostgresURL, unfinished)); err != nil {
			return err
		}
		return executeAll(ctx, conn,
			"ALTER DATABASE "+quoted+" ALLOW_CONNECTIONS false",
			"ALTER DATABASE "+quoted+" RENAME TO "+pq.QuoteIdentifier(name))
	})
}

// Execute runs a statement on its own connection, so that it leaves no pool for a leak test to find.
func Execute(ctx context.Context, url, statement string) error {
	return withConnection(ctx, url, func(conn *sql.Conn) error { return executeAll(ctx, conn, statement) })
}

func executeAll(ctx context.Context, conn *sql.Conn, statements ...string) error {
	for _, statement := range statements {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

func withConnection(ctx context.Context, url string, do func(*sql.Conn) error) error {
	connector, err := pq.NewConnector(url)
	if err != nil {
		return err
	}
	db := sql.OpenDB(connector)
	conn, err := db.Conn(ctx)
	if err != nil {
		return errors.Join(err, db.Close())
	}
	return errors.Join(do(conn), conn.Close(), db.Close())
}

// WithDatabase returns the PostgreSQL URL with another database.
func WithDatabase(postgresURL, name string) string {
	u := parse(postgresURL)
	u.Path = "/" + name
	return u.String()
}

// parse parses a URL that devstack made.
func parse(text string) *url.URL {
	u, err := url.Parse(text)
	if err != nil {
		panic("net/url can't parse a URL that it made: " + err.Error())
	}
	return u
}

func randomName() string {
	b := make([]byte, 8)
	_, _ = rand.Read(b) // never fails: crypto/rand ends the program instead
	return hex.EncodeToString(b)
}
