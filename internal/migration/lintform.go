package migration

import (
	"slices"
	"strings"

	"ariga.io/atlas/sql/migrate"
)

// lintStmt is a statement with the words that it executes; see executed.
type lintStmt struct {
	*migrate.Stmt
	words [][]string
}

// follows reports whether the sequence occurs anywhere in the statement.
func (s *lintStmt) follows(sequence ...string) bool {
	return slices.ContainsFunc(s.words, func(words []string) bool { return follows(words, sequence...) })
}

// names reports whether the statement contains the name, even in a string.
func (s *lintStmt) names(name string) bool {
	return slices.ContainsFunc(s.words, func(words []string) bool {
		return slices.ContainsFunc(words, func(word string) bool {
			return catalogName(word) == name || strings.HasPrefix(word, "'") && s.words[0][0] == "DO" && strings.Contains(word, name)
		})
	})
}

// at returns the last statement that defines, alters or drops something with all of the names. If there is none, as when
// a DO block composes the names, it returns the last statement that may touch what it doesn't name, or else the file's first.
func (f *lintFile) at(names ...string) *lintStmt {
	for _, s := range slices.Backward(f.stmts) {
		if begins(s.words[0], "CREATE|ALTER|DROP|REVOKE|DO|REASSIGN") &&
			!slices.ContainsFunc(names, func(name string) bool { return !s.names(catalogName(name)) && !s.names(name) }) {
			return s
		}
	}
	for _, s := range slices.Backward(f.stmts) {
		if begins(s.words[0], "DO|REVOKE") || s.follows("CASCADE") {
			return s
		}
	}
	return f.stmts[0]
}

// checkForm reports dangers that show in a statement's words, because the dev database, which is empty and unused, can't
// show them.
func (f *lintFile) checkForm(s *lintStmt, report reporter) {
	for _, words := range s.words {
		f.checkRows(words, report)
		f.checkLocks(words, report)
		checkRights(words, report)
	}
	if !transactional(f.File.File) {
		return
	}
	switch words := s.words[0]; {
	case begins(words, "BEGIN|COMMIT|ROLLBACK|END|ABORT|SAVEPOINT"), begins(words, "START", "TRANSACTION"):
		report(codeTransaction, "%s inside the file's transaction: statements before it would no longer be undone together with those after it", words[0])
	case follows(words, "CONCURRENTLY") && !begins(words, "REFRESH"):
		report(codeInTx, "CONCURRENTLY can't run in the file's transaction")
	case begins(words, "VACUUM"), begins(words, "CREATE|DROP", "DATABASE|TABLESPACE"), begins(words, "ALTER", "SYSTEM"):
		report(codeInTx, "%s can't run in the file's transaction", strings.Join(words[:min(2, len(words))], " "))
	}
}

// checkRows reports changes to all rows of a table that already existed. A composed name may be that of any table.
func (f *lintFile) checkRows(words []string, report reporter) {
	for _, change := range unlimitedChanges(words) {
		if change.table != "%" && !f.before.hasTable(change.table) && !f.before.hasTable(quote(change.table)) {
			continue
		}
		if change.verb == "DELETE" {
			report(codeRowsLost, "Removing all rows of table %q", change.table)
		} else {
			report(codeEveryRow, "Updating every row of table %q in one statement", change.table)
		}
	}
}

func (f *lintFile) checkLocks(words []string, report reporter) {
	concurrently := follows(words, "CONCURRENTLY")
	switch {
	case begins(words, "LOCK"):
		report(codeBlocking, "Locking a table until the migration ends")
	case begins(words, "REINDEX") && !concurrently:
		report(codeBlocking, "Rebuilding an index blocks writes to its table")
	case begins(words, "DROP", "INDEX") && !concurrently && slices.ContainsFunc(words[2:], func(w string) bool {
		return f.before.has([]string{"index"}, w) || f.before.has([]string{"index"}, catalogName(w))
	}):
		report(codeBlocking, "Dropping an index blocks its table, and waits for every statement that uses it")
	case follows(words, "DETACH", "PARTITION") && !concurrently && words[len(words)-1] != "FINALIZE":
		report(codeBlocking, "Detaching a partition blocks the partitioned table")
	case begins(words, "ALTER") && follows(words, "SET", "TABLESPACE"):
		report(codeRewrite, "Moving to another tablespace copies all of it while nobody can read or write it")
	case begins(words, "SET") && follows(words, "SESSION_REPLICATION_ROLE"):
		report(codeUnguarded, "Without triggers and foreign keys, nothing enforces the rules on the rows that are written")
	}
}

func checkRights(words []string, report reporter) {
	switch {
	case follows(words, "GRANT") && follows(words, "TO|,", "PUBLIC") && !begins(words, "CREATE"):
		report(codeRights, "Granting to PUBLIC gives the right to every role, including future ones")
	case begins(words, "ALTER") && follows(words, "OWNER", "TO"), begins(words, "REASSIGN", "OWNED"):
		report(codeRights, "A new owner can do everything with it, and the old one can no longer migrate it")
	case begins(words, "DROP", "ROLE|USER|GROUP|OWNED"):
		report(codeRights, "Dropping a role, or what it owns and may do")
	case begins(words, "ALTER|CREATE", "ROLE|USER") && follows(words, "SUPERUSER|BYPASSRLS|CREATEROLE|REPLICATION"):
		report(codeRights, "Giving a role rights beyond every grant and policy")
	}
}
