package migration

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/schema"
)

// files returns the migrations that turn what is migrated into what is desired, checked by replaying them.
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
	if len(renames) == 0 && len(changes) == 0 && len(compare(d.have, d.want)) == 0 && !d.anyChanged(".", "roles") {
		return nil, nil
	}
	steps, err := d.steps(ctx, renames, changes, tables)
	if err != nil {
		return nil, err
	}
	files, err := d.format(version, steps, tables.concurrent)
	if err != nil {
		return nil, err
	}
	// Atlas doesn't know everything that PostgreSQL has: what is still different is settled object by object.
	differences, err := d.verify(ctx, dir, files)
	if err != nil || len(differences) == 0 {
		return files, err
	}
	for _, s := range settle(differences) {
		steps = append(steps, &migrate.Change{Cmd: strings.TrimSuffix(strings.TrimSpace(s), ";")})
	}
	if files, err = d.format(version, steps, tables.concurrent); err != nil {
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
		"Write that step by hand with `predicthealth migrate new NAME`, then run diff again", strings.Join(lines, "\n"))
}

// verify replays files on a copy of what is migrated and returns what then still differs from what is desired.
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

// format writes steps into a file that runs in a transaction and concurrent into one that doesn't.
func (d *diff) format(version time.Time, steps, concurrent []*migrate.Change) ([]migrate.File, error) {
	var files []migrate.File
	for _, plan := range []*migrate.Plan{
		{Name: d.Name, Changes: steps},
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

// steps puts the statements of the transaction in order: what is in the way goes, tables change, then routines,
// triggers and views come, each after what it uses.
func (d *diff) steps(ctx context.Context, renames []string, changes schema.Changes, tables tablePlan) ([]*migrate.Change, error) {
	var steps []*migrate.Change
	add := func(comment string, statements ...string) {
		for _, s := range statements {
			steps = append(steps, &migrate.Change{Cmd: strings.TrimSuffix(strings.TrimSpace(s), ";"), Comment: comment})
			comment = ""
		}
	}
	addSources := func(always bool, folder string) error {
		for _, s := range append([]source{d.prelude}, d.objects...) {
			if s.folder() != folder || !always && !d.changed(s) {
				continue
			}
			stmts, err := scan(s.Text)
			if err != nil {
				return fmt.Errorf("%s: %w", s.Path, err)
			}
			for i, stmt := range stmts {
				if i == 0 {
					add("From sql/"+s.Path, stmt.Text)
				} else {
					add("", stmt.Text)
				}
			}
		}
		return nil
	}
	routines := d.goingRoutines()
	views := len(renames) > 0 || tables.structural || len(routines) > 0 ||
		d.anyChanged("functions", "procedures", "triggers", "views") || differ(d.have, d.want, "view")
	if views {
		drops, err := d.viewDrops(ctx)
		if err != nil {
			return nil, err
		}
		add("Views hold no data: they go first and come back last", drops...)
	}
	triggers, err := d.goingTriggers(ctx, changes)
	if err != nil {
		return nil, err
	}
	add("Triggers that go, or are in the way of a column's change", triggers...)
	if err := addSources(false, "."); err != nil {
		return nil, err
	}
	add("Renames", renames...)
	steps = append(steps, tables.changes...)
	add("Partitions", d.newPartitions()...)
	add("Functions that go, or whose signature changes", routines...)
	for _, folder := range []string{"functions", "procedures", "triggers"} {
		if err := addSources(false, folder); err != nil {
			return nil, err
		}
	}
	if err := addSources(views, "views"); err != nil {
		return nil, err
	}
	return steps, addSources(false, "roles")
}

func (d *diff) anyChanged(folders ...string) bool {
	return slices.ContainsFunc(append([]source{d.prelude}, d.objects...), func(s source) bool {
		return slices.Contains(folders, s.folder()) && d.changed(s)
	})
}

func differ(have, want catalog, kind string) bool {
	return slices.ContainsFunc(compare(have, want), func(d Difference) bool { return d.Kind == kind })
}

// goingRoutines drops what isn't wanted any more, and what CREATE OR REPLACE can't replace.
func (d *diff) goingRoutines() []string {
	var drops []string
	for _, have := range d.have.of("routine") {
		if want, ok := d.want[have.key()]; !ok || want.Shape != have.Shape {
			drops = append(drops, have.Remove)
		}
	}
	return drops
}

// newPartitions makes the partitions that are missing: Atlas knows partitioned tables, but not these.
func (d *diff) newPartitions() []string {
	var makes []string
	for _, want := range d.want.of("partition") {
		if _, ok := d.have[want.key()]; !ok {
			makes = append(makes, want.Make)
		}
	}
	return makes
}

// viewDrops drops all views, those that use others first.
func (d *diff) viewDrops(ctx context.Context) (_ []string, err error) {
	rows, err := d.current.QueryContext(ctx, `
		WITH RECURSIVE uses AS (
		  SELECT DISTINCT r.ev_class AS view, dep.refobjid AS used
		  FROM pg_rewrite r
		  JOIN pg_depend dep ON dep.classid = 'pg_rewrite'::regclass AND dep.objid = r.oid AND dep.refclassid = 'pg_class'::regclass
		  WHERE dep.refobjid <> r.ev_class
		), depth AS (
		  SELECT c.oid, 0 AS n FROM pg_class c WHERE c.relkind IN ('v', 'm') AND c.relnamespace = 'public'::regnamespace
		  UNION
		  SELECT uses.view, depth.n + 1 FROM uses JOIN depth ON depth.oid = uses.used
		)
		SELECT c.oid::regclass::text, c.relkind = 'm' FROM depth JOIN pg_class c USING (oid)
		WHERE NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
		GROUP BY c.oid, c.relname, c.relkind ORDER BY max(n) DESC, c.relname DESC`)
	if err != nil {
		return nil, fmt.Errorf("list views: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	var drops []string
	for rows.Next() {
		var (
			name         string
			materialized bool
		)
		if err := rows.Scan(&name, &materialized); err != nil {
			return nil, fmt.Errorf("list views: %w", err)
		}
		word := "VIEW"
		if materialized {
			word = "MATERIALIZED VIEW"
		}
		drops = append(drops, fmt.Sprintf("DROP %s %s", word, name))
	}
	return drops, rows.Err()
}

// goingTriggers drops the triggers that aren't wanted any more, and those that PostgreSQL ties to a column which
// changes or goes; settle brings the latter back.
func (d *diff) goingTriggers(ctx context.Context, changes schema.Changes) (_ []string, err error) {
	touched := map[string]bool{}
	for _, c := range changes {
		m, ok := c.(*schema.ModifyTable)
		touched[tableName(c)] = ok && slices.ContainsFunc(m.Changes, func(c schema.Change) bool {
			switch c.(type) {
			case *schema.DropColumn, *schema.ModifyColumn:
				return true
			}
			return false
		})
	}
	rows, err := d.current.QueryContext(ctx, `
		SELECT DISTINCT quote_ident(t.tgname) || ' on ' || c.oid::regclass, c.relname
		FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
		JOIN pg_depend dep ON dep.classid = 'pg_trigger'::regclass AND dep.objid = t.oid
		  AND dep.refclassid = 'pg_class'::regclass AND dep.refobjsubid > 0
		WHERE NOT t.tgisinternal`)
	if err != nil {
		return nil, fmt.Errorf("list triggers: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	tied := map[string]bool{}
	for rows.Next() {
		var name, table string
		if err := rows.Scan(&name, &table); err != nil {
			return nil, fmt.Errorf("list triggers: %w", err)
		}
		tied[name] = touched[table]
	}
	var drops []string
	for _, have := range d.have.of("trigger") {
		if _, wanted := d.want[have.key()]; !wanted || tied[have.Name] {
			drops = append(drops, have.Remove)
		}
	}
	return drops, rows.Err()
}

func tableName(c schema.Change) string {
	if m, ok := c.(*schema.ModifyTable); ok {
		return m.T.Name
	}
	return ""
}
