package migration

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/schema"
)

// lockName is the advisory lock of `atlas migrate apply`, so that it and Up exclude each other.
const lockName = "atlas_migrate_execute"

// UpOptions says what Up applies. The zero value applies every migration and logs nothing.
type UpOptions struct {
	// Files has the migrations and atlas.sum at its top.
	Files fs.FS
	// To is the last version to apply; empty means all.
	To string
	// Resume continues a migration that stopped half-way, at the first statement that wasn't applied.
	Resume bool
	// Wait is how long to wait for another instance that is migrating; 0 means until the context ends.
	Wait time.Duration
	// Log receives a line for each file, and one when Up waits for another instance.
	Log Logf
}

// Up migrates the database at url to the newest migration, or to o.To, and returns the versions that it applied. Any
// number of processes may call it at once: one migrates, the others wait and find nothing to do. Its errors wrap
// ErrNewer, ErrHistory, ErrHalfway or ErrNotEmpty, or come from the database.
func Up(ctx context.Context, url string, o UpOptions) (applied []string, err error) {
	defer func() {
		if err != nil && ctx.Err() != nil && !errors.Is(err, ctx.Err()) {
			err = errors.Join(ctx.Err(), err) // the database says less clearly what ended a statement
		}
	}()
	dir, err := Dir(o.Files)
	if err != nil {
		return nil, err
	}
	db, err := open(url)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	// Most starts find nothing to do, and need no lock.
	if revisions, err := readRevisions(ctx, db); err != nil {
		return nil, err
	} else if files, err := pendingTo(dir, revisions, o); len(revisions) > 0 && err == nil && len(files) == 0 {
		return nil, nil
	}
	unlock, err := lock(ctx, db, o)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	revisions, err := readRevisions(ctx, db)
	if err != nil {
		return nil, err
	}
	files, err := pendingTo(dir, revisions, o)
	if err != nil {
		return nil, err
	}
	if len(revisions) == 0 {
		if err := checkEmpty(ctx, db); err != nil {
			return nil, err
		}
		if _, err := db.ExecContext(ctx, createRevisions); err != nil {
			return nil, fmt.Errorf("create migration history: %w", err)
		}
	}
	return applyAll(ctx, db, dir, files, revisions, o.Log)
}

// pendingTo is pending, cut off after o.To.
func pendingTo(dir migrate.Dir, revisions []*migrate.Revision, o UpOptions) ([]migrate.File, error) {
	files, err := pending(dir, revisions, o.Resume)
	if err != nil || o.To == "" {
		return files, err
	}
	all, err := dir.Files()
	if err != nil {
		return nil, err
	}
	if migrate.FilesLastIndex(all, func(f migrate.File) bool { return f.Version() == o.To }) < 0 {
		return nil, fmt.Errorf("there is no migration with version %q; `predicthealth migrate status` lists them", o.To)
	}
	end := migrate.FilesLastIndex(files, func(f migrate.File) bool { return f.Version() <= o.To })
	return files[:end+1], nil
}

// lock takes the advisory lock of the database by polling. A session blocked in pg_advisory_lock holds a snapshot that
// CREATE INDEX CONCURRENTLY waits for, so the two would wait for each other.
func lock(ctx context.Context, db *sql.DB, o UpOptions) (schema.UnlockFunc, error) {
	drv, err := postgres.Open(db)
	if err != nil {
		return nil, fmt.Errorf("connect to the database: %w", err)
	}
	const poll, report = 100 * time.Millisecond, 10 * time.Second
	start, said := time.Now(), time.Time{}
	for {
		unlock, err := drv.Lock(ctx, lockName, 0)
		if !errors.Is(err, schema.ErrLocked) {
			return unlock, err
		}
		waited := time.Since(start).Round(time.Second)
		if o.Wait > 0 && time.Since(start) > o.Wait {
			return nil, fmt.Errorf("another instance is still migrating after %s; find its pid in pg_locks (locktype advisory)", waited)
		}
		if time.Since(said) > report {
			o.Log.printf("waiting for another instance that migrates the database (%s)", waited)
			said = time.Now()
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(poll):
		}
	}
}

// checkEmpty refuses a database that already has tables: the first migration would stop half-way.
func checkEmpty(ctx context.Context, db *sql.DB) error {
	var table sql.NullString
	err := db.QueryRowContext(ctx, `
		SELECT min(c.relname) FROM pg_class c
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
		  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`).
		Scan(&table)
	if err != nil {
		return fmt.Errorf("look for tables: %w", err)
	}
	if table.Valid {
		return fmt.Errorf("%w (for example %q); use an empty database, or if its tables are ours, "+
			"mark them with `atlas migrate apply --baseline VERSION`", ErrNotEmpty, table.String)
	}
	return nil
}
