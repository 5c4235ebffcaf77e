package migration

import (
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ariga.io/atlas/sql/schema"
	"github.com/lib/pq"
)

//go:embed views.sql
var viewsQuery string

// view is a row of views.sql.
type view struct {
	name          string
	materialized  bool
	columns, uses []string
}

// views are the views of a database by name.
type views map[string]view

func readViews(ctx context.Context, db querier) (_ views, err error) {
	rows, err := db.QueryContext(ctx, viewsQuery)
	if err != nil {
		return nil, fmt.Errorf("list views: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	all := views{}
	for rows.Next() {
		var v view
		if err := rows.Scan(&v.name, &v.materialized, (*pq.StringArray)(&v.columns), (*pq.StringArray)(&v.uses)); err != nil {
			return nil, fmt.Errorf("list views: %w", err)
		}
		all[v.name] = v
	}
	return all, rows.Err()
}

// word returns SQL's word for the kind of view.
func (v view) word() string {
	if v.materialized {
		return "MATERIALIZED VIEW"
	}
	return "VIEW"
}

// replaceable reports whether CREATE OR REPLACE can turn v into wanted: they may differ only in added columns at the end.
func (v view) replaceable(wanted view) bool {
	return !v.materialized && !wanted.materialized && len(wanted.columns) >= len(v.columns) &&
		slices.Equal(wanted.columns[:len(v.columns)], v.columns)
}

// depth returns 0 for a view of tables only, and otherwise one more than the depth of the deepest view that it uses.
func (all views) depth(v view) int {
	deepest := 0
	for _, name := range v.uses {
		if used, ok := all[strings.TrimPrefix(name, "view ")]; ok && strings.HasPrefix(name, "view ") {
			deepest = max(deepest, 1+all.depth(used))
		}
	}
	return deepest
}

// viewPlan says what happens to the views.
type viewPlan struct {
	// drops are views that stand in the way of changes or can't be replaced; views that use others come first.
	drops []view
	// again are the dropped views that are created again.
	again []string
	// sources create the views that are new or created again, and replace others in place.
	sources []source
}

// planViews returns the views that a change of tables and routines, or of their own files, affects. The others stay, with
// their rights and with other people's views that use them.
func (d *diff) planViews(ctx context.Context, changes schema.Changes) (viewPlan, error) {
	have, err := readViews(ctx, d.current)
	if err != nil {
		return viewPlan{}, err
	}
	want, err := readViews(ctx, d.desired)
	if err != nil {
		return viewPlan{}, err
	}
	current, err := readCatalog(ctx, d.current) // after renames, which views follow on their own
	if err != nil {
		return viewPlan{}, err
	}
	blocked := d.inTheWay(changes)
	dropped, touched := map[string]bool{}, map[string]bool{}
	for name, v := range have {
		wanted, stays := want[name]
		key := strings.ToLower(v.word()) + " " + name
		changed := current[key].Definition != d.want[key].Definition
		touched[name] = stays && changed
		dropped[name] = !stays || changed && !v.replaceable(wanted) || slices.ContainsFunc(v.uses, blocked)
	}
	for name := range want {
		if _, ok := have[name]; !ok {
			touched[name] = true
		}
	}
	for changed := true; changed; { // a view that uses a dropped view must be dropped before it
		changed = false
		for name, v := range have {
			if !dropped[name] && slices.ContainsFunc(v.uses, func(used string) bool { return dropped[strings.TrimPrefix(used, "view ")] }) {
				dropped[name], changed = true, true
			}
		}
	}
	var p viewPlan
	for name, v := range have {
		if dropped[name] {
			p.drops = append(p.drops, v)
			if _, ok := want[name]; ok {
				p.again = append(p.again, name)
				touched[name] = true
			}
		}
	}
	slices.Sort(p.again)
	slices.SortFunc(p.drops, func(a, b view) int {
		return cmp.Or(cmp.Compare(have.depth(b), have.depth(a)), cmp.Compare(b.name, a.name))
	})
	p.sources, err = d.viewSources(touched, func(name string) bool { _, ok := have[name]; return ok && !dropped[name] })
	return p, err
}

// inTheWay returns a function that reports whether a view can't stay because of what it uses: a dropped column, a column
// with a changed type, a dropped table or a dropped routine.
func (d *diff) inTheWay(changes schema.Changes) func(used string) bool {
	blocked := map[string]bool{}
	for _, c := range changes {
		switch c := c.(type) {
		case *schema.DropTable:
			blocked["table "+c.T.Name] = true
			for _, column := range c.T.Columns {
				blocked["column "+c.T.Name+"."+column.Name] = true
			}
		case *schema.ModifyTable:
			for _, change := range c.Changes {
				switch change := change.(type) {
				case *schema.DropColumn:
					blocked["column "+c.T.Name+"."+change.C.Name] = true
					blocked["table "+c.T.Name] = true
				case *schema.ModifyColumn:
					if change.Change.Is(schema.ChangeType) {
						blocked["column "+c.T.Name+"."+change.From.Name] = true
						blocked["table "+c.T.Name] = true
					}
				}
			}
		}
	}
	for _, routine := range d.goingRoutines() {
		blocked["routine "+routine.Name] = true
	}
	return func(used string) bool { return blocked[used] }
}

// plainView matches how views are written in sql/views; existing views are replaced.
var plainView = regexp.MustCompile(`(?i)^(\s*CREATE\s+)(VIEW\b)`)

// viewSources returns the files of the touched views; existing views in them are replaced.
func (d *diff) viewSources(touched map[string]bool, stands func(name string) bool) ([]source, error) {
	var files []source
	for _, f := range d.sources("views") {
		stmts, err := scan(f.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.name(), err)
		}
		text, concerned := "", false
		for _, stmt := range stmts {
			name := viewMadeBy(stmt.Text)
			concerned = concerned || touched[name]
			if stands(name) {
				text += plainView.ReplaceAllString(stmt.Text, "${1}OR REPLACE $2") + "\n"
			} else {
				text += stmt.Text + "\n"
			}
		}
		if concerned {
			files = append(files, source{Path: f.Path, Text: text})
		}
	}
	return files, nil
}

// viewMadeBy returns the name of the view that a statement creates, as in the catalog; empty if it creates none.
func viewMadeBy(statement string) string {
	words := statementWords(statement)
	for i, word := range words {
		if word == "VIEW" && words[0] == "CREATE" && i <= 4 {
			return nameIn(words[i+1:])
		}
	}
	return ""
}

// keepGrants returns statements that store the grants on views that are dropped and created again, and statements that
// restore them: roles other than ours have rights too, which no file knows. The grants are stored in a table, because they
// must outlive the connection if each statement has its own.
func keepGrants(names []string) (before, after []string) {
	if len(names) == 0 {
		return nil, nil
	}
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = pq.QuoteLiteral(name)
	}
	return []string{fmt.Sprintf(`CREATE TABLE kept_view_grants AS
  SELECT c.oid::regclass::text AS view, x.privilege_type || a.columns AS privilege,
    CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END AS grantee,
    CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS grantable
  FROM pg_class c
  CROSS JOIN LATERAL (SELECT '' AS columns, c.relacl AS acl
    UNION ALL SELECT format(' (%%I)', attname), attacl FROM pg_attribute WHERE attrelid = c.oid AND NOT attisdropped) a
  CROSS JOIN LATERAL aclexplode(a.acl) x
  WHERE c.oid = ANY (ARRAY[%s]::regclass[]) AND x.grantee <> c.relowner`, strings.Join(list, ", "))},
		[]string{`DO $$
DECLARE g record;
BEGIN
  FOR g IN SELECT * FROM kept_view_grants LOOP
    EXECUTE format('GRANT %s ON %s TO %s%s', g.privilege, g.view, g.grantee, g.grantable);
  END LOOP;
END $$`, "DROP TABLE kept_view_grants"}
}
