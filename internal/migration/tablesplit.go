package migration

import (
	"fmt"
	"slices"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/schema"
)

// tableParts are the changes to tables, by when and how they are made.
type tableParts struct {
	first schema.Changes
	// keys are foreign keys on columns that aren't a primary key: the unique index that they need is created after its table.
	keys schema.Changes
	// concurrent are indexes on existing tables, which need not block writers.
	concurrent schema.Changes
	// validations check the rows of existing tables against new constraints, which are added NOT VALID.
	validations []*migrate.Change
}

func split(changes schema.Changes) *tableParts {
	p := &tableParts{}
	for _, c := range changes {
		switch c := c.(type) {
		case *schema.AddTable:
			p.add(c)
		case *schema.ModifyTable:
			p.modify(c)
		default:
			p.first = append(p.first, c)
		}
	}
	return p
}

func (p *tableParts) add(c *schema.AddTable) {
	table := *c.T
	table.ForeignKeys = nil
	var late schema.Changes
	for _, fk := range c.T.ForeignKeys {
		if refersToPrimaryKey(fk) {
			table.ForeignKeys = append(table.ForeignKeys, fk)
		} else {
			late = append(late, &schema.AddForeignKey{F: fk})
		}
	}
	p.first = append(p.first, &schema.AddTable{T: &table, Extra: c.Extra})
	p.keys = appendModify(p.keys, c.T, late)
}

func (p *tableParts) modify(m *schema.ModifyTable) {
	var now, late, background schema.Changes
	concurrently := []schema.Clause{&postgres.Concurrently{}}
	for _, change := range m.Changes {
		switch change := change.(type) {
		case *schema.AddForeignKey:
			key := &schema.AddForeignKey{F: change.F, Extra: append(change.Extra, p.unvalidated(m, change.F.Symbol, keyColumns(change.F))...)}
			if refersToPrimaryKey(change.F) {
				now = append(now, key)
			} else {
				late = append(late, key)
			}
		case *schema.AddCheck:
			now = append(now, p.check(m, change.C, change.Extra))
		case *schema.ModifyCheck:
			now = append(now, &schema.DropCheck{C: change.From}, p.check(m, change.To, nil))
		case *schema.AddIndex:
			if canBeConcurrent(m.T, change.I) {
				background = append(background, &schema.AddIndex{I: change.I, Extra: append(change.Extra, concurrently...)})
			} else {
				now = append(now, change)
			}
		case *schema.DropIndex:
			switch {
			case goesWithColumn(m, change.I):
			case canBeConcurrent(m.T, change.I):
				background = append(background, &schema.DropIndex{I: change.I, Extra: append(change.Extra, concurrently...)})
			default:
				now = append(now, change)
			}
		case *schema.ModifyIndex:
			if change.Change.Is(schema.ChangeComment) || !canBeConcurrent(m.T, change.To) {
				now = append(now, change)
				continue
			}
			background = append(background, &schema.DropIndex{I: change.From, Extra: concurrently}, &schema.AddIndex{I: change.To, Extra: concurrently})
		default:
			now = append(now, change)
		}
	}
	p.first = appendModify(p.first, m.T, now)
	p.keys = appendModify(p.keys, m.T, late)
	p.concurrent = appendModify(p.concurrent, m.T, background)
}

func (p *tableParts) check(m *schema.ModifyTable, c *schema.Check, extra []schema.Clause) *schema.AddCheck {
	var columns []string
	for _, word := range statementWords(c.Expr) {
		if _, ok := m.T.Column(catalogName(word)); ok {
			columns = append(columns, catalogName(word))
		}
	}
	return &schema.AddCheck{C: c, Extra: append(extra, p.unvalidated(m, c.Name, columns)...)}
}

// unvalidated makes a constraint NOT VALID and validates it later. It doesn't if all of its columns are new, so that no row
// can break it, nor for a foreign key of a partitioned table, which can't be NOT VALID.
func (p *tableParts) unvalidated(m *schema.ModifyTable, constraint string, columns []string) []schema.Clause {
	isNew := func(column string) bool { return schema.Changes(m.Changes).IndexAddColumn(column) >= 0 }
	if !slices.ContainsFunc(columns, func(c string) bool { return !isNew(c) }) || has[*postgres.Partition](m.T.Attrs) {
		return nil
	}
	p.validations = append(p.validations, &migrate.Change{
		Comment: fmt.Sprintf("DATA-DEPENDENT: fails on rows that break %q; until they are fixed, it applies only to new rows.", constraint),
		Cmd:     fmt.Sprintf("ALTER TABLE %s VALIDATE CONSTRAINT %s", quote(m.T.Name), quote(constraint)),
	})
	return []schema.Clause{&postgres.NotValid{}}
}

func keyColumns(fk *schema.ForeignKey) []string {
	names := make([]string, len(fk.Columns))
	for i, c := range fk.Columns {
		names[i] = c.Name
	}
	return names
}

// goesWithColumn reports whether PostgreSQL drops the index because one of its columns is dropped.
func goesWithColumn(m *schema.ModifyTable, index *schema.Index) bool {
	return slices.ContainsFunc(index.Parts, func(p *schema.IndexPart) bool {
		return p.C != nil && slices.ContainsFunc(m.Changes, func(c schema.Change) bool {
			drop, ok := c.(*schema.DropColumn)
			return ok && drop.C.Name == p.C.Name
		})
	})
}

func appendModify(changes schema.Changes, t *schema.Table, of schema.Changes) schema.Changes {
	if len(of) == 0 {
		return changes
	}
	return append(changes, &schema.ModifyTable{T: t, Changes: of})
}

// canBeConcurrent reports whether an index on an existing table can be created CONCURRENTLY. It can't on a partitioned
// table, nor if a constraint needs it, including a new foreign key that refers to its columns.
func canBeConcurrent(t *schema.Table, index *schema.Index) bool {
	return !has[*postgres.Partition](t.Attrs) && !has[*postgres.Constraint](index.Attrs)
}

func refersToPrimaryKey(fk *schema.ForeignKey) bool {
	return fk.RefTable.PrimaryKey != nil && sameColumns(fk.RefColumns, fk.RefTable.PrimaryKey.Parts)
}

func sameColumns(columns []*schema.Column, parts []*schema.IndexPart) bool {
	return len(columns) == len(parts) && !slices.ContainsFunc(parts, func(p *schema.IndexPart) bool {
		return p.C == nil || !slices.ContainsFunc(columns, func(c *schema.Column) bool { return c.Name == p.C.Name })
	})
}
