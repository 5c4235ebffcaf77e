package migration

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/schema"
)

// DiffOptions says what Diff calls the new migration and who decides about renames.
type DiffOptions struct {
	// Name becomes part of the file's name: lower case letters, digits and underscores.
	Name string
	// Renames are the tables and columns that have new names.
	Renames []Rename
	// Confirm is asked whether a dropped and an added object are a rename. Without it, Diff drops and adds, and logs a hint.
	Confirm func(Rename) (bool, error)
	// Log receives hints.
	Log Logf
}

var fileName = regexp.MustCompile(`^[a-z0-9][a-z0-9_]*$`)

// Diff writes the differences between the migrations and the desired schema to a new migration, and updates atlas.sum,
// schema.sql and objects.sum. Indexes on existing tables go into a file of their own, which creates them CONCURRENTLY.
// Diff returns the names of the new files; none if there is nothing to do. It replays what it wrote before keeping it: if
// the result differs from the desired schema in any way, nothing is written and the error says how they differ.
func (p Project) Diff(ctx context.Context, dev Dev, o DiffOptions) (_ []string, err error) {
	if !fileName.MatchString(o.Name) {
		return nil, fmt.Errorf("migration name %q: use lower case letters, digits and underscores, such as add_patient_notes", o.Name)
	}
	dir, err := p.Migrations()
	if err != nil {
		return nil, err
	}
	if err := CheckSum(dir); err != nil {
		return nil, err
	}
	if err := p.checkGenerated(); err != nil {
		return nil, err
	}
	d, err := p.newDiff(ctx, dev, o)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, d.close()) }()
	files, err := d.files(ctx, dir)
	if err != nil {
		return nil, err
	}
	return p.save(dir, files, d)
}

// save writes the new files and everything derived from the desired schema.
func (p Project) save(dir *migrate.LocalDir, files []migrate.File, d *diff) ([]string, error) {
	var names []string
	for _, f := range files {
		if err := dir.WriteFile(f.Name(), f.Bytes()); err != nil {
			return nil, err
		}
		names = append(names, f.Name())
	}
	if err := Hash(dir); err != nil {
		return nil, err
	}
	if err := writeFile(p.schemaPath(), []byte(d.schema.Text)); err != nil {
		return nil, err
	}
	return names, writeFile(p.sumsPath(), formatSums(append([]source{d.prelude}, d.objects...)))
}

// Hash writes atlas.sum for the files in dir.
func Hash(dir migrate.Dir) error {
	sum, err := dir.Checksum()
	if err != nil {
		return err
	}
	return migrate.WriteSumFile(dir, sum)
}

// New writes an empty migration to fill in by hand, and returns its path. If inTx is false, the file is marked to run
// without a transaction.
func (p Project) New(name string, inTx bool) (string, error) {
	if !fileName.MatchString(name) {
		return "", fmt.Errorf("migration name %q: use lower case letters, digits and underscores, such as fill_display_names", name)
	}
	dir, err := p.Migrations()
	if err != nil {
		return "", err
	}
	if err := CheckSum(dir); err != nil {
		return "", err
	}
	version, err := nextVersion(dir)
	if err != nil {
		return "", err
	}
	var text string
	if !inTx {
		text = "-- atlas:txmode none\n\n"
	}
	file := version.Format(versionFormat) + "_" + name + ".sql"
	if err := dir.WriteFile(file, []byte(text+"-- Write SQL here, then run `go run ./cmd/migrate hash`.\n")); err != nil {
		return "", err
	}
	return filepath.Join(dir.Path(), file), Hash(dir)
}

const versionFormat = "20060102150405"

// nextVersion returns the current time, or one second after the last migration if that is later.
func nextVersion(dir migrate.Dir) (time.Time, error) {
	now := time.Now().UTC().Truncate(time.Second)
	files, err := dir.Files()
	if err != nil || len(files) == 0 {
		return now, err
	}
	last, err := time.Parse(versionFormat, files[len(files)-1].Version())
	if err == nil && !now.After(last) {
		now = last.Add(time.Second)
	}
	return now, nil
}

// diff holds what a run of Diff compares.
type diff struct {
	DiffOptions
	dev      Dev
	schema   source   // desired tables
	prelude  source   // desired extensions and functions below them
	objects  []source // desired managed objects
	sums     sums     // managed objects at the last migration
	migrated *devDatabase
	current  *devDatabase // a copy of migrated with the renames applied; nil before that
	desired  *devDatabase
	have     catalog // of migrated
	want     catalog // of desired
}

func (p Project) newDiff(ctx context.Context, dev Dev, o DiffOptions) (_ *diff, err error) {
	d := &diff{DiffOptions: o, dev: dev}
	defer func() {
		if err != nil {
			err = errors.Join(err, d.close())
		}
	}()
	if err := d.read(ctx, p); err != nil {
		return nil, err
	}
	if d.migrated, err = dev.replay(ctx, os.DirFS(p.migrationsDir()), ""); err != nil {
		return nil, err
	}
	if d.have, err = readCatalog(ctx, d.migrated); err != nil {
		return nil, err
	}
	if d.desired, err = dev.load(ctx, append([]source{d.schema}, d.objects...)); err != nil {
		return nil, err
	}
	d.want, err = readCatalog(ctx, d.desired)
	return d, err
}

// read reads the desired state, and the sums of the last migration, from files.
func (d *diff) read(ctx context.Context, p Project) (err error) {
	text, err := p.Schema(ctx)
	if err != nil {
		return err
	}
	d.schema = source{Path: schemaFile, Text: text}
	if d.prelude, err = readPrelude(p.SQL); err != nil {
		return err
	}
	if d.objects, err = p.readObjects(); err != nil {
		return err
	}
	data, err := os.ReadFile(p.sumsPath())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	d.sums, err = parseSums(objectsFile, data)
	return err
}

func (d *diff) close() error {
	var errs []error
	for _, db := range []*devDatabase{d.migrated, d.current, d.desired} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// renames applies the renames to current, and returns their statements and the remaining changes to tables.
func (d *diff) renames(ctx context.Context) (statements []string, changes schema.Changes, drv migrate.Driver, err error) {
	if d.current, err = d.dev.create(ctx, d.migrated); err != nil {
		return nil, nil, nil, err
	}
	queue := d.Renames
	asked := map[Rename]bool{}
	for {
		for _, r := range queue {
			if _, err := d.current.ExecContext(ctx, r.statement()); err != nil {
				return nil, nil, nil, fmt.Errorf("rename %s: %w", r, err)
			}
			statements = append(statements, r.statement())
		}
		followed, err := followRenames(ctx, d.current, d.want)
		if err != nil {
			return nil, nil, nil, err
		}
		statements = append(statements, followed...)
		if changes, drv, err = diffTables(ctx, d.current, d.desired); err != nil {
			return nil, nil, nil, err
		}
		changes = dropSpurious(changes, d.have, d.want)
		if queue, err = d.confirm(likelyRenames(changes), asked); err != nil {
			return nil, nil, nil, err
		}
		if len(queue) == 0 {
			return statements, changes, drv, nil
		}
	}
}

// confirm returns the first of likely that is a rename; it asks about each only once.
func (d *diff) confirm(likely []Rename, asked map[Rename]bool) ([]Rename, error) {
	for _, r := range likely {
		if asked[r] {
			continue
		}
		asked[r] = true
		if d.Confirm == nil {
			d.Log.printf("hint: if this is a rename, start over with --rename %s; it was taken as a drop and an addition", r)
			continue
		}
		if ok, err := d.Confirm(r); err != nil || ok {
			return []Rename{r}, err
		}
	}
	return nil, nil
}
