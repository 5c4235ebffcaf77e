package migration

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/lib/pq"
)

//go:embed relied.sql
var reliedQuery string

// relied is a row of relied.sql: something beyond tables and columns that programs and rows rely on.
type relied struct {
	oid                int64
	kind, name, parent string
	parts              []string
	optional           int
	detail             string
}

// snapshot is the dev database before or after a file.
type snapshot struct {
	catalog catalog
	relied  []relied
}

func takeSnapshot(ctx context.Context, db querier) (_ snapshot, err error) {
	var s snapshot
	if s.catalog, err = readCatalog(ctx, db); err != nil {
		return s, err
	}
	rows, err := db.QueryContext(ctx, reliedQuery)
	if err != nil {
		return s, fmt.Errorf("inspect dev database: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var r relied
		if err := rows.Scan(&r.oid, &r.kind, &r.name, &r.parent, (*pq.StringArray)(&r.parts), &r.optional, &r.detail); err != nil {
			return s, fmt.Errorf("inspect dev database: %w", err)
		}
		s.relied = append(s.relied, r)
	}
	return s, rows.Err()
}

func (s snapshot) has(kinds []string, name string) bool {
	return slices.ContainsFunc(kinds, func(kind string) bool { _, ok := s.catalog[kind+" "+name]; return ok })
}

func (s snapshot) hasTable(name string) bool { return s.has([]string{"table", "partition"}, name) }

func (s snapshot) hasColumn(table, column string) bool {
	return s.has([]string{"column"}, table+"."+column)
}

// any reports whether is holds for one of the relied objects.
func (s snapshot) any(is func(relied) bool) bool { return slices.ContainsFunc(s.relied, is) }

// checkRelied reports what the file takes away from rows, and from programs that run during the migration, whatever its
// statements look like: what is dropped and created again is compared with what it was.
func (f *lintFile) checkRelied(report fileReporter) {
	for _, old := range f.before.relied {
		if old.parent != "" && !f.after.hasTable(old.parent) && old.kind != "trigger" || f.after.any(func(now relied) bool { return now.serves(old) }) {
			continue
		}
		switch old.kind {
		case "view":
			f.checkView(old, report)
		case "function", "procedure":
			if old.detail != "trigger" {
				report(f.at(old.name), codeInUse, "Dropping %[1]s %[2]q, or what it takes or returns: %[1]ss of the last release call it with %[3]q", old.kind, old.name, strings.Join(old.parts, ", "))
			}
		case "trigger":
			if f.after.hasTable(old.parent) || f.after.has([]string{"view"}, old.parent) {
				report(f.at(old.name, old.parent), codeUnguarded, "Dropping or disabling trigger %q of %q", old.name, old.parent)
			}
		case "foreign key constraint": // CD101
		default:
			f.checkRule(old, report)
		}
	}
	for _, now := range f.after.relied {
		f.checkValidated(now, report)
	}
}

// serves reports whether r does what old did.
func (r relied) serves(old relied) bool {
	switch old.kind {
	case "view":
		return r.kind == old.kind && r.name == old.name && !slices.ContainsFunc(old.parts, func(c string) bool { return !slices.Contains(r.parts, c) })
	case "function", "procedure":
		return r.kind == old.kind && r.name == old.name && r.takes(old) && r.returns(old)
	case "trigger":
		return r.kind == old.kind && r.parent == old.parent &&
			(r.detail == strings.TrimSuffix(old.detail, " disabled") || r.name == old.name && !strings.HasSuffix(r.detail, " disabled"))
	default:
		return r.parent == old.parent && (r.name == old.name || r.kind == old.kind && r.detail == old.detail && slices.Equal(r.parts, old.parts) ||
			r.isUnique() && old.isUnique() && !slices.ContainsFunc(r.parts, func(c string) bool { return !slices.Contains(old.parts, c) }))
	}
}

// isUnique reports whether the values of r's parts are unique in all rows. Uniqueness on fewer columns is stricter.
func (r relied) isUnique() bool {
	return r.kind == "unique constraint" || r.kind == "primary key constraint" || r.kind == "unique index" && r.detail == ""
}

// takes reports whether r can be called as old could.
func (r relied) takes(old relied) bool {
	return len(r.parts) >= len(old.parts) && slices.Equal(r.parts[:len(old.parts)], old.parts) &&
		len(r.parts)-r.optional <= len(old.parts)-old.optional
}

// returns reports whether r's result contains what old's did: a table may have more columns.
func (r relied) returns(old relied) bool {
	return r.detail == old.detail || strings.HasPrefix(old.detail, "TABLE(") && strings.HasPrefix(r.detail, strings.TrimSuffix(old.detail, ")")+",")
}

func (f *lintFile) checkView(old relied, report fileReporter) {
	i := slices.IndexFunc(f.after.relied, func(now relied) bool { return now.kind == "view" && now.name == old.name })
	if i < 0 {
		report(f.at(old.name), codeInUse, "Dropping view %q, which the last release reads", old.name)
		return
	}
	for _, column := range old.parts {
		if !slices.Contains(f.after.relied[i].parts, column) {
			report(f.at(old.name), codeInUse, "Dropping column %q of view %q, which the last release reads", column, old.name)
		}
	}
}

// checkRule reports a constraint that is gone, unless it went with its column or NOT NULL replaces it.
func (f *lintFile) checkRule(old relied, report fileReporter) {
	for _, column := range old.parts {
		if !f.after.hasColumn(old.parent, column) {
			return // DS103 reports that
		}
	}
	if len(old.parts) == 1 && old.detail == fmt.Sprintf("CHECK (%s IS NOT NULL)", old.parts[0]) &&
		strings.Contains(f.after.catalog["column "+old.parent+"."+old.parts[0]].Definition, " NOT NULL") {
		return
	}
	report(f.at(old.name), codeRuleGone, "Dropping %s %q of table %q", old.kind, old.name, old.parent)
}

// checkValidated reports a CHECK or foreign key that is checked at once against the rows of an existing table: PostgreSQL
// reads the whole table while nobody can write. A constraint on new columns only has no rows that could break it.
func (f *lintFile) checkValidated(now relied, report fileReporter) {
	if now.kind != "CHECK constraint" && now.kind != "foreign key constraint" || strings.HasSuffix(now.detail, " NOT VALID") ||
		!f.before.hasTable(now.parent) {
		return
	}
	was := f.before.any(func(old relied) bool {
		return old.kind == now.kind && (old.oid == now.oid || // or PostgreSQL has made it anew for a column's new type
			old.parent == now.parent && old.name == now.name && !f.says(now.name, "ADD"))
	})
	isNew := len(now.parts) > 0 && !slices.ContainsFunc(now.parts, func(c string) bool { return f.before.hasColumn(now.parent, c) })
	if was || isNew || !transactional(f.File.File) && f.says(now.name, "NOT", "VALID") {
		return
	}
	report(f.at(now.parent, now.name), codeValidated, "Adding %s %q reads the whole table %q while nobody can write it, and fails on a row that breaks it", now.kind, now.name, now.parent)
}

// says reports whether a statement that contains the name also contains the sequence of words.
func (f *lintFile) says(name string, sequence ...string) bool {
	return slices.ContainsFunc(f.stmts, func(s *lintStmt) bool { return s.names(name) && s.follows(sequence...) })
}
