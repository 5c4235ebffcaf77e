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

// script is the statements of a migration in the making.
type script struct{ changes []*migrate.Change }

// add appends statements, the first of them under comment.
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

// steps puts the statements of the transaction in order: what is in the way goes, tables change, then routines,
// triggers and views come, each after what it uses. Views stay only when nothing changes that a view can use.
func (d *diff) steps(ctx context.Context, renames []string, changes schema.Changes, tables tablePlan) (*script, error) {
	s := &script{}
	routines := d.goingRoutines()
	views := d.changed("views")
	if len(renames) > 0 || tables.used || len(routines) > 0 || differ(d.have, d.want, "view") ||
		len(d.changed("functions", "procedures", "views")) > 0 {
		drops, err := d.viewDrops(ctx)
		if err != nil {
			return nil, err
		}
		s.add("Views hold no data: they go first and come back last", drops...)
		views = d.sources("views")
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
	s.add("Functions that go, or whose signature changes", routines...)
	sources := slices.Concat(d.changed("functions", "procedures", "triggers"), back, views, d.changed("roles"))
	return s, s.addSources(unique(sources))
}

// sources are the prelude and the managed objects of some folders.
func (d *diff) sources(folders ...string) []source {
	return slices.DeleteFunc(append([]source{d.prelude}, d.objects...), func(s source) bool {
		return !slices.Contains(folders, s.folder())
	})
}

// changed are those sources of folders that aren't what the last migration made of them.
func (d *diff) changed(folders ...string) []source {
	return slices.DeleteFunc(d.sources(folders...), func(s source) bool { return d.sums[s.Path] == s.hash() })
}

// unique keeps the first of equal sources.
func unique(sources []source) []source {
	seen := map[source]bool{}
	return slices.DeleteFunc(sources, func(s source) bool {
		again := seen[s]
		seen[s] = true
		return again
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
// changes or goes. It returns also the sources of the latter, which come back.
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

// touchedColumns are the columns, as table.column, that change or go.
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

// tiedTriggers are the triggers, as in the catalog, that name one of the columns.
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
