package migration

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/schema"
	"github.com/lib/pq"
)

// Rename says that a table, or one of its columns, has a new name. Without it, Diff sees a drop and an addition.
type Rename struct {
	// Table is the name of the table at that point: the new name, if an earlier Rename changed it.
	Table string
	// Column is empty if the table itself is renamed.
	Column string
	New    string
}

// ParseRename parses "table=new" or "table.column=new".
func ParseRename(s string) (Rename, error) {
	old, to, ok := strings.Cut(s, "=")
	table, column, hasColumn := strings.Cut(old, ".")
	if !ok || table == "" || to == "" || hasColumn && column == "" || strings.Contains(to, ".") {
		return Rename{}, fmt.Errorf("rename %q: want table.column=new or table=new", s)
	}
	return Rename{Table: table, Column: column, New: to}, nil
}

// String returns the form that ParseRename parses.
func (r Rename) String() string {
	if r.Column == "" {
		return r.Table + "=" + r.New
	}
	return r.Table + "." + r.Column + "=" + r.New
}

func (r Rename) statement() string {
	if r.Column == "" {
		return fmt.Sprintf("ALTER TABLE %s RENAME TO %s", quote(r.Table), quote(r.New))
	}
	return fmt.Sprintf("ALTER TABLE %s RENAME COLUMN %s TO %s", quote(r.Table), quote(r.Column), quote(r.New))
}

func quote(name string) string { return pq.QuoteIdentifier(name) }

// likelyRenames returns changes that may be renames: a dropped column and an added column of the same type in the same
// table, or a dropped table and an added table with at least half of its columns.
func likelyRenames(changes schema.Changes) []Rename {
	var (
		renames []Rename
		drops   []*schema.Table
		adds    []*schema.Table
	)
	for _, c := range changes {
		switch c := c.(type) {
		case *schema.DropTable:
			drops = append(drops, c.T)
		case *schema.AddTable:
			adds = append(adds, c.T)
		case *schema.ModifyTable:
			renames = append(renames, likelyColumns(c)...)
		}
	}
	for _, from := range drops {
		for _, to := range adds {
			if shared := sharedColumns(from, to); 2*shared >= len(from.Columns) && 2*shared >= len(to.Columns) {
				renames = append(renames, Rename{Table: from.Name, New: to.Name})
			}
		}
	}
	return renames
}

func likelyColumns(m *schema.ModifyTable) []Rename {
	var renames []Rename
	for _, d := range m.Changes {
		drop, ok := d.(*schema.DropColumn)
		if !ok {
			continue
		}
		for _, a := range m.Changes {
			if add, ok := a.(*schema.AddColumn); ok && sameType(drop.C, add.C) {
				renames = append(renames, Rename{Table: m.T.Name, Column: drop.C.Name, New: add.C.Name})
			}
		}
	}
	return renames
}

func sameType(a, b *schema.Column) bool {
	x, errX := postgres.FormatType(a.Type.Type)
	y, errY := postgres.FormatType(b.Type.Type)
	return errX == nil && errY == nil && x == y && has[*schema.GeneratedExpr](a.Attrs) == has[*schema.GeneratedExpr](b.Attrs)
}

func sharedColumns(a, b *schema.Table) int {
	n := 0
	for _, c := range a.Columns {
		if _, ok := b.Column(c.Name); ok {
			n++
		}
	}
	return n
}

// followRenames renames constraints and indexes of db that differ from want only by name, as they do after a table or
// column is renamed. That is better than checking or building them anew. It returns the statements.
func followRenames(ctx context.Context, db querier, want catalog) ([]string, error) {
	have, err := readCatalog(ctx, db)
	if err != nil {
		return nil, err
	}
	var statements []string
	for _, kind := range []string{"constraint", "index"} {
		comes := slices.DeleteFunc(want.of(kind), func(o object) bool { _, known := have[o.key()]; return known })
		for _, goes := range have.of(kind) {
			if _, stays := want[goes.key()]; stays {
				continue
			}
			i := slices.IndexFunc(comes, func(o object) bool { return anonymous(o) == anonymous(goes) })
			if i < 0 {
				continue
			}
			statements = append(statements, renameObject(goes, comes[i]))
			comes = slices.Delete(comes, i, i+1)
		}
	}
	for _, s := range statements {
		if _, err := db.ExecContext(ctx, s); err != nil {
			return nil, fmt.Errorf("%s: %w", s, err)
		}
	}
	return statements, nil
}

// anonymous returns the definition of a constraint with its table, or of an index, without the object's own name.
func anonymous(o object) string {
	if o.Kind == "index" {
		return strings.Replace(o.Definition, " "+o.Name+" ON ", " ON ", 1)
	}
	_, table, _ := strings.Cut(o.Name, " on ")
	return table + " " + o.Definition
}

func renameObject(from, to object) string {
	if from.Kind == "index" {
		return fmt.Sprintf("ALTER INDEX %s RENAME TO %s", from.Name, to.Name)
	}
	old, table, _ := strings.Cut(from.Name, " on ")
	name, _, _ := strings.Cut(to.Name, " on ")
	return fmt.Sprintf("ALTER TABLE %s RENAME CONSTRAINT %s TO %s", table, old, name)
}
