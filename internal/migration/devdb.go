package migration

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"time"

	"github.com/lib/pq"
)

// Dev is a PostgreSQL server on which each command creates its own databases and drops them again.
type Dev struct {
	// URL connects to any database of the server (postgres://…) as a role that may create databases, roles and extensions.
	URL string
}

// devDatabase is a fresh database; Close drops it.
type devDatabase struct {
	*sql.DB
	name, url string
	server    Dev
}

// create creates an empty database, or a copy of template if that isn't nil.
func (d Dev) create(ctx context.Context, template *devDatabase) (*devDatabase, error) {
	u, err := url.Parse(d.URL)
	if err != nil || u.Scheme == "" {
		return nil, errors.New("the dev database must be a URL such as postgres://user@localhost:5432/postgres?sslmode=disable")
	}
	name := "predicthealth_dev_" + rand.Text()
	source := "template0"
	if template != nil {
		source = template.name
		template.SetMaxIdleConns(0) // PostgreSQL copies only databases without connections
	}
	if err := d.exec(ctx, fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s", pq.QuoteIdentifier(name), pq.QuoteIdentifier(source))); err != nil {
		return nil, fmt.Errorf("create dev database: %w", err)
	}
	u.Path = "/" + name
	db := &devDatabase{name: name, url: u.String(), server: d}
	if db.DB, err = open(db.url); err != nil {
		return nil, errors.Join(err, db.drop())
	}
	return db, nil
}

// Close drops the database.
func (db *devDatabase) Close() error { return errors.Join(db.DB.Close(), db.drop()) }

func (db *devDatabase) drop() error {
	// Even after an interrupt, the database must go.
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return db.server.exec(ctx, fmt.Sprintf("DROP DATABASE IF EXISTS %s WITH (FORCE)", pq.QuoteIdentifier(db.name)))
}

func (d Dev) exec(ctx context.Context, statement string) (err error) {
	server, err := open(d.URL)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Close()) }()
	_, err = server.ExecContext(ctx, statement)
	return err
}

// replay applies the migrations of fsys up to version to, or all if to is empty, in a fresh database.
func (d Dev) replay(ctx context.Context, fsys fs.FS, to string) (*devDatabase, error) {
	db, err := d.create(ctx, nil)
	if err != nil {
		return nil, err
	}
	if _, err := Up(ctx, db.url, UpOptions{Files: fsys, To: to}); err != nil {
		return nil, errors.Join(fmt.Errorf("replay migrations: %w", err), db.Close())
	}
	return db, nil
}

// load runs the statements of sources in a fresh database. Errors name the source.
func (d Dev) load(ctx context.Context, sources []source) (*devDatabase, error) {
	db, err := d.create(ctx, nil)
	if err != nil {
		return nil, err
	}
	for _, s := range sources {
		if err := s.run(ctx, db); err != nil {
			return nil, errors.Join(err, db.Close())
		}
	}
	return db, nil
}
