// Package migration writes, checks and applies the database's versioned migrations.
//
// The truth is one directory of SQL files in Atlas' format, so that "atlas migrate apply" and this package can be used
// in turn on the same database. Diff replays that directory into a fresh database, loads the desired schema into another,
// and writes the differences to a new file. Up applies the files that a database lacks, once, however many instances
// start at the same time.
package migration

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"

	"ariga.io/atlas/sql/migrate"
	_ "github.com/lib/pq" // the "postgres" driver of database/sql
)

// Logf receives one line of progress, without a line end.
type Logf func(format string, args ...any)

func (l Logf) printf(format string, args ...any) {
	if l != nil {
		l(format, args...)
	}
}

// Dir reads the migrations of fsys (SQL files and atlas.sum at its top) into memory and checks them against atlas.sum.
// It returns an error if atlas.sum is missing or doesn't match.
func Dir(fsys fs.FS) (*migrate.MemDir, error) {
	dir := &migrate.MemDir{}
	names, err := fs.Glob(fsys, "*.sql")
	if err != nil {
		return nil, err
	}
	for _, name := range append(names, migrate.HashFileName) {
		data, err := fs.ReadFile(fsys, name)
		if errors.Is(err, fs.ErrNotExist) && name == migrate.HashFileName {
			continue // Validate decides whether it may be missing
		}
		if err != nil {
			return nil, fmt.Errorf("read migration %s: %w", name, err)
		}
		if err := dir.WriteFile(name, data); err != nil {
			return nil, err
		}
	}
	return dir, CheckSum(dir)
}

// CheckSum compares dir with its atlas.sum and names the file that differs.
func CheckSum(dir migrate.Dir) error {
	err := migrate.Validate(dir)
	var mismatch *migrate.ChecksumError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &mismatch):
		return fmt.Errorf("atlas.sum, line %d: %s was %s since the sum was written; if you meant that, run `go run ./cmd/migrate hash`",
			mismatch.Line, mismatch.File, mismatch.Reason)
	case errors.Is(err, migrate.ErrChecksumNotFound):
		return errors.New("atlas.sum is missing; run `go run ./cmd/migrate hash`")
	default:
		return fmt.Errorf("atlas.sum is not readable (a merge conflict?): %w; run `go run ./cmd/migrate hash`", err)
	}
}

// open returns a small pool on url.
func open(url string) (*sql.DB, error) {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return nil, fmt.Errorf("database URL: %w", err)
	}
	db.SetMaxOpenConns(3) // for the lock, the migration, and a CONCURRENTLY beside it
	return db, nil
}

// memFS lists the files of a MemDir, which can only open them.
type memFS struct{ *migrate.MemDir }

// Glob implements fs.GlobFS for patterns of the form *.sql.
func (m memFS) Glob(string) ([]string, error) {
	files, err := m.Files()
	if err != nil {
		return nil, err
	}
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name()
	}
	return names, nil
}
