package migration

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"ariga.io/atlas/sql/migrate"
)

// Reasons why a database can't be migrated. Errors of Up and Status wrap one of them.
var (
	// ErrNewer means that the database has migrations that this program doesn't know.
	ErrNewer = errors.New("the database is newer than this program")
	// ErrHistory means that applied migrations were changed or removed, or others added before them.
	ErrHistory = errors.New("the migration history has changed")
	// ErrHalfway means that a migration without a transaction stopped before its end.
	ErrHalfway = errors.New("a migration stopped half-way")
	// ErrNotEmpty means that the database has tables but no history.
	ErrNotEmpty = errors.New("the database has tables but no migration history")
)

// pending returns the files that a database with these revisions lacks, in order, or an error that wraps one of the
// reasons above. A file that stopped half-way is an error unless resume is set; then it comes first.
func pending(dir migrate.Dir, revisions []*migrate.Revision, resume bool) ([]migrate.File, error) {
	files, err := dir.Files()
	if err != nil {
		return nil, err
	}
	sums, err := dir.Checksum()
	if err != nil {
		return nil, err
	}
	if err := checkKnown(files, revisions); err != nil {
		return nil, err
	}
	if len(revisions) == 0 {
		return files, nil
	}
	last := revisions[len(revisions)-1].Version
	if revisions[0].Type.Has(migrate.RevisionTypeBaseline) {
		files = slices.DeleteFunc(files, func(f migrate.File) bool { return f.Version() < revisions[0].Version })
	}
	var rest []migrate.File
	for _, f := range files {
		i := slices.IndexFunc(revisions, func(r *migrate.Revision) bool { return r.Version == f.Version() })
		switch {
		case i < 0 && f.Version() < last:
			return nil, fmt.Errorf("%w: %s was added before %s, which is already applied; rename it to a later version and run `go run ./cmd/migrate hash`",
				ErrHistory, f.Name(), last)
		case i < 0:
			rest = append(rest, f)
		case halfway(revisions[i]) && !resume:
			return nil, halfwayError(f, revisions[i])
		case halfway(revisions[i]):
			rest = append(rest, f)
		default:
			if err := checkUnchanged(f, revisions[i], sums); err != nil {
				return nil, err
			}
		}
	}
	return rest, nil
}

// checkKnown refuses a history with versions that aren't among files.
func checkKnown(files []migrate.File, revisions []*migrate.Revision) error {
	latest := ""
	if len(files) > 0 {
		latest = files[len(files)-1].Version()
	}
	var newer, gone []*migrate.Revision
	for _, r := range revisions {
		switch {
		case slices.ContainsFunc(files, func(f migrate.File) bool { return f.Version() == r.Version }):
		case r.Version > latest:
			newer = append(newer, r)
		case !r.Type.Has(migrate.RevisionTypeBaseline):
			gone = append(gone, r)
		}
	}
	if len(newer) > 0 {
		return fmt.Errorf("%w: it has %s, but this program knows none after %q; start a newer program", ErrNewer, versions(newer), latest)
	}
	if len(gone) > 0 {
		return fmt.Errorf("%w: %s was applied to the database, but its file is gone; restore the file", ErrHistory, versions(gone))
	}
	return nil
}

func checkUnchanged(f migrate.File, r *migrate.Revision, sums migrate.HashFile) error {
	sum, err := sums.SumByName(f.Name())
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name(), err)
	}
	if r.Hash != "" && strings.TrimPrefix(r.Hash, "h1:") != sum {
		return fmt.Errorf("%w: %s (or a file before it) was edited after it was applied; restore it and put the change in a new migration",
			ErrHistory, f.Name())
	}
	return nil
}

func halfwayError(f migrate.File, r *migrate.Revision) error {
	reason := "it was interrupted"
	if r.Error != "" {
		reason = fmt.Sprintf("%s\n  in: %s", r.Error, firstLine(r.ErrorStmt))
	}
	return fmt.Errorf("%w: %s has applied %d of %d statements: %s\n"+
		"Fix what stopped it (an index created CONCURRENTLY may be left invalid: DROP INDEX CONCURRENTLY IF EXISTS it),\n"+
		"then continue with `predicthealth migrate up --resume`", ErrHalfway, f.Name(), r.Applied, r.Total, reason)
}

// firstLine shortens a statement for a message.
func firstLine(statement string) string {
	line, rest, _ := strings.Cut(strings.TrimSpace(statement), "\n")
	if rest != "" {
		line += " …"
	}
	return line
}
