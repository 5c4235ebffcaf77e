package migration

import (
	"fmt"
	"slices"

	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/schema"
	"ariga.io/atlas/sql/sqlcheck"
)

// ownDiagnostics applies the checks that Atlas doesn't have.
func (f *lintFile) ownDiagnostics() []sqlcheck.Diagnostic {
	var all []sqlcheck.Diagnostic
	for _, s := range f.steps {
		report := func(code, format string, args ...any) {
			all = append(all, sqlcheck.Diagnostic{Pos: s.Stmt.Pos, Code: code, Text: fmt.Sprintf(format, args...)})
		}
		f.checkTables(s, report)
		for _, c := range s.Changes {
			switch c := c.(type) {
			case *schema.AddTable:
				for _, fk := range c.T.ForeignKeys {
					f.checkKey(c.T, fk, report)
				}
			case *schema.ModifyTable:
				f.checkModify(s, c, report)
			}
		}
	}
	for _, s := range f.stmts {
		f.checkForm(s, func(code, format string, args ...any) {
			all = append(all, sqlcheck.Diagnostic{Pos: s.Pos, Code: code, Text: fmt.Sprintf(format, args...)})
		})
	}
	report := func(at *lintStmt, code, format string, args ...any) {
		all = append(all, sqlcheck.Diagnostic{Pos: at.Pos, Code: code, Text: fmt.Sprintf(format, args...)})
	}
	f.checkRelied(report)
	f.checkCatalog(report)
	return all
}

// fileReporter receives a finding about a file as a whole, at the statement that seems to cause it.
type fileReporter func(at *lintStmt, code, format string, args ...any)

// reporter receives a finding about a statement.
type reporter func(code, format string, args ...any)

// checkTables reports rewrites and lost rows. If a table has another file afterwards, PostgreSQL has rewritten it, whatever
// the statement was.
func (f *lintFile) checkTables(s *lintStep, report reporter) {
	for oid, old := range s.before {
		now, ok := s.after[oid]
		switch {
		case !ok && old.partition && !f.droppedParent(s):
			report(codeRowsLost, "Dropping partition %q", old.name)
		case !ok || f.added(old.name) || now.filenode == old.filenode:
		case begins(statementWords(s.Stmt.Text), "TRUNCATE"):
			report(codeRowsLost, "Removing all rows of table %q", old.name)
		default:
			report(codeRewrite, "Rewriting table %q while nobody can read or write it", old.name)
		}
	}
}

// droppedParent reports whether s drops a table that a dropped partition may belong to; DS102 reports that table.
func (f *lintFile) droppedParent(s *lintStep) bool {
	return slices.ContainsFunc(s.Changes, func(c schema.Change) bool { _, ok := c.(*schema.DropTable); return ok })
}

// added reports whether the table was created in this file.
func (f *lintFile) added(table string) bool {
	for _, c := range f.Changes {
		if c.IndexAddTable(table) >= 0 {
			return true
		}
	}
	return false
}

func (f *lintFile) checkModify(s *lintStep, m *schema.ModifyTable, report reporter) {
	exempt := f.added(m.T.Name)
	for _, c := range m.Changes {
		switch c := c.(type) {
		case *schema.AddForeignKey:
			f.checkKey(m.T, c.F, report)
		case *schema.AddIndex:
			if !exempt {
				checkIndex(s, m.T, c.I, report)
			}
		case *schema.AddPrimaryKey:
			if !exempt {
				checkIndex(s, m.T, c.P, report)
			}
		case *schema.ModifyColumn:
			if !exempt && c.From.Type.Null && !c.To.Type.Null && !f.nullsExcluded(s) &&
				!f.isNew(m.T, c.To) {
				report(codeNullScan, "Making column %q of table %q NOT NULL reads the whole table while nobody can write it", c.To.Name, m.T.Name)
			}
		}
	}
}

func checkIndex(s *lintStep, t *schema.Table, index *schema.Index, report reporter) {
	words := statementWords(s.Stmt.Text)
	switch {
	case follows(words, "CONCURRENTLY"), follows(words, "USING", "INDEX"), follows(words, "RENAME"):
	case partitioned(s, t.Name):
		report(codeBlocking, "Building index %q blocks writes to partitioned table %q; make it ON ONLY the table, "+
			"CONCURRENTLY on each partition, then ATTACH those", index.Name, t.Name)
	default:
		report(codeBlocking, "Building index %q blocks writes to table %q", index.Name, t.Name)
	}
}

func partitioned(s *lintStep, table string) bool {
	for _, t := range s.after {
		if t.name == table {
			return t.partitioned
		}
	}
	return false
}

func (f *lintFile) checkKey(t *schema.Table, fk *schema.ForeignKey, report reporter) {
	if f.unindexed[t.Name+" "+fk.Symbol] {
		report(codeUnindexed, "Foreign key %q of table %q has no index", fk.Symbol, t.Name)
	}
}

// nullsExcluded reports whether no column that the statement makes NOT NULL can hold NULL: because of a valid check, or
// because the file added the column with a default.
func (f *lintFile) nullsExcluded(s *lintStep) bool {
	for _, c := range s.Changes {
		m, ok := c.(*schema.ModifyTable)
		if !ok {
			continue
		}
		for _, change := range m.Changes {
			column, ok := change.(*schema.ModifyColumn)
			if ok && column.From.Type.Null && !column.To.Type.Null && !s.checked(m.T.Name, column.To.Name) &&
				(column.From.Default == nil || !f.isNew(m.T, column.From)) {
				return false
			}
		}
	}
	return true
}

// isNew reports whether the file added the column.
func (f *lintFile) isNew(t *schema.Table, c *schema.Column) bool {
	return f.ColumnSpan(t, c)&sqlcheck.SpanAdded != 0
}

// distinct reports whether each unique index that the statement creates has a column that the file added without a
// default: NULLs are not duplicates.
func (f *lintFile) distinct(s *lintStep) bool {
	for _, c := range s.Changes {
		m, ok := c.(*schema.ModifyTable)
		if !ok {
			continue
		}
		for _, change := range m.Changes {
			add, ok := change.(*schema.AddIndex)
			if ok && add.I.Unique && !slices.ContainsFunc(add.I.Parts, func(p *schema.IndexPart) bool {
				return p.C != nil && p.C.Default == nil && p.C.Type.Null && f.isNew(m.T, p.C)
			}) {
				return false
			}
		}
	}
	return true
}

func (s *lintStep) checked(table, column string) bool {
	for _, t := range s.before {
		if t.name == table {
			return slices.Contains(t.notNull, column)
		}
	}
	return false
}

// filledByItself reports whether every NOT NULL column that the statement adds is generated or an identity.
func (s *lintStep) filledByItself() bool {
	for _, c := range s.Changes {
		m, ok := c.(*schema.ModifyTable)
		if !ok {
			continue
		}
		for _, change := range m.Changes {
			add, ok := change.(*schema.AddColumn)
			if ok && !add.C.Type.Null && add.C.Default == nil &&
				!has[*schema.GeneratedExpr](add.C.Attrs) && !has[*postgres.Identity](add.C.Attrs) {
				return false
			}
		}
	}
	return true
}
