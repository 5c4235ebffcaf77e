package migration

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"ariga.io/atlas/sql/migrate"
)

// files returns the migrations that turn the migrated database into the desired one, checked by replaying them.
func (d *diff) files(ctx context.Context, dir migrate.Dir) ([]migrate.File, error) {
	version, err := nextVersion(dir)
	if err != nil {
		return nil, err
	}
	renames, changes, drv, err := d.renames(ctx)
	if err != nil {
		return nil, err
	}
	tables, err := planTables(ctx, drv, changes)
	if err != nil {
		return nil, err
	}
	if len(renames) == 0 && len(changes) == 0 && len(compare(d.have, d.want)) == 0 && len(d.changed(".", "roles")) == 0 {
		return nil, nil
	}
	script, err := d.steps(ctx, renames, changes, tables)
	if err != nil {
		return nil, err
	}
	files, err := d.format(version, script, tables.concurrent)
	if err != nil {
		return nil, err
	}
	// Atlas doesn't cover everything in PostgreSQL: remaining differences are settled object by object.
	differences, err := d.verify(ctx, dir, files)
	if err != nil || len(differences) == 0 {
		return files, err
	}
	script.add("What the statements above leave different", settle(differences)...)
	if files, err = d.format(version, script, tables.concurrent); err != nil {
		return nil, err
	}
	if differences, err = d.verify(ctx, dir, files); err != nil || len(differences) == 0 {
		return files, err
	}
	lines := make([]string, len(differences))
	for i, difference := range differences {
		lines[i] = "  " + difference.String()
	}
	return nil, fmt.Errorf("this change can't be written automatically; nothing was written. After the planned statements these remain:\n%s\n"+
		"Write that step by hand with `go run ./cmd/migrate new NAME`, then run diff again", strings.Join(lines, "\n"))
}

// verify replays files on a copy of the migrated database and returns how it then still differs from the desired one.
func (d *diff) verify(ctx context.Context, dir migrate.Dir, files []migrate.File) (_ []Difference, err error) {
	old, err := dir.Files()
	if err != nil {
		return nil, err
	}
	all := &migrate.MemDir{}
	if err := all.CopyFiles(append(old, files...)); err != nil {
		return nil, err
	}
	db, err := d.dev.create(ctx, d.migrated)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := Up(ctx, db.url, UpOptions{Files: memFS{all}}); err != nil {
		return nil, fmt.Errorf("the planned migration fails; nothing was written: %w", err)
	}
	result, err := readCatalog(ctx, db)
	if err != nil {
		return nil, err
	}
	return compare(result, d.want), nil
}

// format writes script to a file that runs in a transaction, and concurrent to one that doesn't.
func (d *diff) format(version time.Time, script *script, concurrent []*migrate.Change) ([]migrate.File, error) {
	var files []migrate.File
	for _, plan := range []*migrate.Plan{
		{Name: d.Name, Changes: script.changes},
		{Name: d.Name + "_concurrently", Changes: concurrent, Directives: []string{"-- atlas:txmode none"}},
	} {
		if len(plan.Changes) == 0 {
			continue
		}
		plan.Version = version.Format(versionFormat)
		for _, c := range plan.Changes {
			c.Cmd = restoreIn(c.Cmd)
		}
		f, err := migrate.DefaultFormatter.FormatFile(plan)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
		version = version.Add(time.Second)
	}
	return files, nil
}
