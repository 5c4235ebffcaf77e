package migration

import (
	"fmt"
	"regexp"
	"slices"

	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/schema"
	"ariga.io/atlas/sql/sqlcheck"
)

// Codes of the checks that Atlas' library doesn't have.
const (
	codeRewrite   = "PH101"
	codeBlocking  = "PH102"
	codeUnindexed = "PH103"
	codeNullScan  = "PH104"
	codeInTx      = "PH105"
	codeRowsLost  = "PH106"
	codeHistory   = "PH107"
	codeNoReason  = "PH108"
)

// suggestions say, by code, how to do it without the danger.
var suggestions = map[string]string{
	"DS101": "make sure that nothing uses it any more, then excuse it: -- atlas:nolint DS101 reason",
	"DS102": "first release a program that doesn't use the table, then drop it: -- atlas:nolint DS102 reason",
	"DS103": "first release a program that doesn't use the column, then drop it: -- atlas:nolint DS103 reason",
	"MF101": "look for duplicates first, and make the index CONCURRENTLY: a failed one can be dropped and made again",
	"MF102": "look for duplicates first, and make the new index CONCURRENTLY beside the old one",
	"MF103": "add the column with a DEFAULT, or add it as NULL, fill it, and make it NOT NULL in a later migration",
	"MF104": "fill the column before, with an UPDATE in this file or a data migration before it",
	"CD101": "make sure that the rule is held otherwise, then excuse it: -- atlas:nolint CD101 reason",
	"BC101": "programs that run during the migration use the old name: add a view of that name, or migrate in two releases",
	"BC102": "programs that run during the migration use the old name: add the new column, fill it, drop the old one a release later",

	codeRewrite:   "add a column of the new type, fill it in batches, and drop the old one a release later",
	codeBlocking:  "CREATE INDEX CONCURRENTLY in a file of its own, headed -- atlas:txmode none; a constraint can then take it: ADD CONSTRAINT … UNIQUE USING INDEX",
	codeUnindexed: "add an index that begins with the key's columns; without it each delete in the referenced table reads this whole one",
	codeNullScan: "ADD CONSTRAINT … CHECK (column IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT in a later migration, then SET NOT NULL, " +
		"which trusts the check and reads nothing",
	codeInTx:     "move it to a file of its own, headed -- atlas:txmode none",
	codeRowsLost: "make sure that the rows aren't needed, then excuse it: -- atlas:nolint PH106 reason",
	codeHistory:  "restore the file and put the change in a new migration",
	codeNoReason: "write -- atlas:nolint CODE and why, or -- atlas:nolint with a line -- reason: … below it",
}

var (
	concurrentlyWord = regexp.MustCompile(`(?i)\b(CREATE\s+(UNIQUE\s+)?|DROP\s+|RE)INDEX\s+(\w+\s+)?CONCURRENTLY\b`)
	usingIndex       = regexp.MustCompile(`(?i)\bUSING\s+INDEX\b`)
	truncate         = regexp.MustCompile(`(?i)^\s*TRUNCATE\b`)
)

// ownDiagnostics applies the checks that Atlas doesn't have.
func (f *lintFile) ownDiagnostics() []sqlcheck.Diagnostic {
	var all []sqlcheck.Diagnostic
	for _, s := range f.steps {
		report := func(code, format string, args ...any) {
			all = append(all, sqlcheck.Diagnostic{Pos: s.Stmt.Pos, Code: code, Text: fmt.Sprintf(format, args...)})
		}
		f.checkTables(s, report)
		if concurrentlyWord.MatchString(s.Stmt.Text) && transactional(f.File.File) {
			report(codeInTx, "CONCURRENTLY can't run in the file's transaction")
		}
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
	return all
}

type reporter func(code, format string, args ...any)

// checkTables reports rewrites and lost rows. That a table's file is another one afterwards is PostgreSQL's own word
// that it was rewritten, whatever the statement was.
func (f *lintFile) checkTables(s *lintStep, report reporter) {
	for oid, old := range s.before {
		now, ok := s.after[oid]
		switch {
		case !ok && old.partition && !f.droppedParent(s):
			report(codeRowsLost, "Dropping partition %q", old.name)
		case !ok || f.added(old.name) || now.filenode == old.filenode:
		case truncate.MatchString(s.Stmt.Text):
			report(codeRowsLost, "Removing all rows of table %q", old.name)
		default:
			report(codeRewrite, "Rewriting table %q while nobody can read or write it", old.name)
		}
	}
}

// droppedParent tells whether s drops a table, of which a partition that goes may be part; DS102 reports that.
func (f *lintFile) droppedParent(s *lintStep) bool {
	return slices.ContainsFunc(s.Changes, func(c schema.Change) bool { _, ok := c.(*schema.DropTable); return ok })
}

// added tells whether the table was made in this file.
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
			if !exempt && c.From.Type.Null && !c.To.Type.Null && !s.nullsExcluded() &&
				f.ColumnSpan(m.T, c.To)&sqlcheck.SpanAdded == 0 {
				report(codeNullScan, "Making column %q of table %q NOT NULL reads the whole table while nobody can write it", c.To.Name, m.T.Name)
			}
		}
	}
}

func checkIndex(s *lintStep, t *schema.Table, index *schema.Index, report reporter) {
	switch {
	case concurrentlyWord.MatchString(s.Stmt.Text), usingIndex.MatchString(s.Stmt.Text):
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

// nullsExcluded tells whether valid checks keep every column from being NULL that the statement makes NOT NULL.
func (s *lintStep) nullsExcluded() bool {
	for _, c := range s.Changes {
		m, ok := c.(*schema.ModifyTable)
		if !ok {
			continue
		}
		for _, change := range m.Changes {
			column, ok := change.(*schema.ModifyColumn)
			if ok && column.From.Type.Null && !column.To.Type.Null && !s.checked(m.T.Name, column.To.Name) {
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

// filledByItself tells whether every NOT NULL column that the statement adds is generated or an identity.
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
