package migration

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/schema"
)

// script holds the statements of a migration while it is being written.
type script struct{ changes []*migrate.Change }

// add appends statements, with comment above the first of them.
func (s *script) add(comment string, statements ...string) {
	for _, statement := range statements {
		s.changes = append(s.changes, &migrate.Change{Cmd: strings.TrimSuffix(strings.TrimSpace(statement), ";"), Comment: comment})
		comment = ""
	}
}

// addSources appends the statements of files.
func (s *script) addSources(files []source) error {
	for _, f := range files {
		stmts, err := scan(f.Text)
		if err != nil {
			return fmt.Errorf("%s: %w", f.name(), err)
		}
		texts := make([]string, len(stmts))
		for i, stmt := range stmts {
			texts[i] = stmt.Text
		}
		s.add("From "+f.name(), texts...)
	}
	return nil
}

// steps puts the statements of the transaction in order: objects in the way are dropped, tables change, then routines,
// triggers and views are created, each after what it uses.
func (d *diff) steps(ctx context.Context, renames []string, changes schema.Changes, tables tablePlan) (*script, error) {
	s := &script{}
	views, err := d.planViews(ctx, changes)
	if err != nil {
		return nil, err
	}
	keep, restore := keepGrants(views.again)
	s.add("What others may do with views that are made anew", keep...)
	for _, v := range views.drops {
		s.add("A view that goes, or is in the way of a change", "DROP "+v.word()+" "+v.name)
	}
	triggers, back, err := d.goingTriggers(ctx, changes)
	if err != nil {
		return nil, err
	}
	s.add("Triggers that go, or are in the way of a column's change", triggers...)
	if err := s.addSources(d.changed(".")); err != nil {
		return nil, err
	}
	s.add("Renames", renames...)
	s.changes = append(s.changes, tables.changes...)
	s.add("Partitions", d.newPartitions()...)
	for _, routine := range d.goingRoutines() {
		s.add("A routine that goes, or whose signature changes", routine.Remove)
	}
	sources := unique(slices.Concat(d.changed("functions", "procedures", "triggers"), back, views.sources))
	if err := s.addSources(sources); err != nil {
		return nil, err
	}
	s.add("What others may do with views that were made anew", restore...)
	return s, s.addSources(d.changed("roles"))
}

// sources returns the prelude and the managed objects of these folders.
func (d *diff) sources(folders ...string) []source {
	return slices.DeleteFunc(append([]source{d.prelude}, d.objects...), func(s source) bool {
		return !slices.Contains(folders, s.folder())
	})
}

// changed returns those sources of folders that have changed since the last migration.
func (d *diff) changed(folders ...string) []source {
	return slices.DeleteFunc(d.sources(folders...), func(s source) bool { return d.sums[s.Path] == s.hash() })
}

// unique removes repeated sources.
func unique(sources []source) []source {
	seen := map[source]bool{}
	return slices.DeleteFunc(sources, func(s source) bool {
		again := seen[s]
		seen[s] = true
		return again
	})
}

// goingRoutines returns routines that are no longer wanted, or that CREATE OR REPLACE can't replace.
func (d *diff) goingRoutines() []object {
	var going []object
	for _, have := range d.have.of("routine") {
		if want, ok := d.want[have.key()]; !ok || want.Shape != have.Shape {
			going = append(going, have)
		}
	}
	return going
}

// newPartitions creates missing partitions: Atlas knows partitioned tables, but not their partitions.
func (d *diff) newPartitions() []string {
	var makes []string
	for _, want := range d.want.of("partition") {
		if _, ok := d.have[want.key()]; !ok {
			makes = append(makes, want.Make)
		}
	}
	return makes
}

// goingTriggers drops triggers that are no longer wanted, and triggers that PostgreSQL ties to a column that is changed
// or dropped. It also returns the sources of the latter, which must be created again.
func (d *diff) goingTriggers(ctx context.Context, changes schema.Changes) (drops []string, back []source, err error) {
	tied, err := d.tiedTriggers(ctx, touchedColumns(changes))
	if err != nil {
		return nil, nil, err
	}
	for _, have := range d.have.of("trigger") {
		_, wanted := d.want[have.key()]
		if wanted && !tied[have.Name] {
			continue
		}
		drops = append(drops, have.Remove)
		name, table, _ := strings.Cut(have.Name, " on ")
		defines := regexp.MustCompile(`(?is)\bTRIGGER\s+` + regexp.QuoteMeta(name) + `\s.*\sON\s+` + regexp.QuoteMeta(table) + `\s`)
		for _, s := range d.sources("triggers") {
			if defines.MatchString(s.Text) {
				back = append(back, s)
			}
		}
	}
	return drops, back, nil
}

// touchedColumns returns the columns, as table.column, that are changed or dropped.
func touchedColumns(changes schema.Changes) map[string]bool {
	touched := map[string]bool{}
	for _, c := range changes {
		m, ok := c.(*schema.ModifyTable)
		if !ok {
			continue
		}
		for _, change := range m.Changes {
			switch change := change.(type) {
			case *schema.DropColumn:
				touched[m.T.Name+"."+change.C.Name] = true
			case *schema.ModifyColumn:
				touched[m.T.Name+"."+change.From.Name] = true
			}
		}
	}
	return touched
}

// tiedTriggers returns the triggers, as in the catalog, that name one of the columns.
func (d *diff) tiedTriggers(ctx context.Context, columns map[string]bool) (_ map[string]bool, err error) {
	rows, err := d.current.QueryContext(ctx, `
		SELECT quote_ident(t.tgname) || ' on ' || c.oid::regclass, c.relname || '.' || a.attname
		FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
		JOIN pg_depend dep ON dep.classid = 'pg_trigger'::regclass AND dep.objid = t.oid
		  AND dep.refclassid = 'pg_class'::regclass AND dep.refobjid = c.oid
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = dep.refobjsubid
		WHERE NOT t.tgisinternal AND dep.refobjsubid > 0`)
	if err != nil {
		return nil, fmt.Errorf("list triggers: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	tied := map[string]bool{}
	for rows.Next() {
		var trigger, column string
		if err := rows.Scan(&trigger, &column); err != nil {
			return nil, fmt.Errorf("list triggers: %w", err)
		}
		if columns[column] {
			tied[trigger] = true
		}
	}
	return tied, rows.Err()
}

func tableName(c schema.Change) string {
	if m, ok := c.(*schema.ModifyTable); ok {
		return m.T.Name
	}
	return ""
}
