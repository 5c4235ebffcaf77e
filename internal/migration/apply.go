package migration

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
)

// scan splits SQL text into statements as Atlas' PostgreSQL driver does.
func scan(text string) ([]*migrate.Stmt, error) { return (*postgres.Driver)(nil).ScanStmts(text) }

// transactional reports whether f runs in one transaction: always, unless it starts with `-- atlas:txmode none`.
func transactional(f migrate.File) bool {
	local, ok := f.(*migrate.LocalFile)
	return !ok || !slices.Contains(local.Directive("txmode"), "none")
}

// applyAll applies files in order and returns the versions that were applied.
func applyAll(ctx context.Context, db *sql.DB, dir migrate.Dir, files []migrate.File, revisions []*migrate.Revision, log Logf) (applied []string, err error) {
	sums, err := dir.Checksum()
	if err != nil {
		return nil, err
	}
	for i, f := range files {
		stmts, err := scan(string(f.Bytes()))
		if err != nil {
			return applied, fmt.Errorf("%s: %w", f.Name(), err)
		}
		hash, err := sums.SumByName(f.Name())
		if err != nil {
			return applied, fmt.Errorf("%s: %w", f.Name(), err)
		}
		revision := newRevision(f, hash, len(stmts))
		if at := slices.IndexFunc(revisions, func(r *migrate.Revision) bool { return r.Version == f.Version() }); at >= 0 {
			revision = revisions[at]
		}
		start := time.Now()
		if transactional(f) {
			err = applyInTx(ctx, db, f, stmts, revision)
		} else {
			err = applyStepwise(ctx, db, f, stmts, revision)
		}
		if err != nil {
			return applied, err
		}
		log.printf("migrated %s (%d/%d, %s)", strings.TrimSuffix(f.Name(), ".sql"), i+1, len(files), time.Since(start).Round(time.Millisecond))
		applied = append(applied, f.Version())
	}
	return applied, nil
}

// applyInTx applies f and records it, atomically.
func applyInTx(ctx context.Context, db *sql.DB, f migrate.File, stmts []*migrate.Stmt, r *migrate.Revision) (err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name(), err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreDone(tx.Rollback()))
		}
	}()
	for _, stmt := range stmts {
		if _, err := tx.ExecContext(ctx, stmt.Text); err != nil {
			return stmtError(f, stmt, err, "nothing of this file was applied")
		}
	}
	r.Applied, r.Total, r.ExecutionTime = len(stmts), len(stmts), time.Since(r.ExecutedAt)
	if err := writeRevision(ctx, tx, r); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("%s: commit: %w", f.Name(), err)
	}
	return nil
}

// applyStepwise applies f statement by statement without a transaction and records each, so that a file that stops
// half-way is known and can be resumed.
func applyStepwise(ctx context.Context, db *sql.DB, f migrate.File, stmts []*migrate.Stmt, r *migrate.Revision) (err error) {
	sums := partialHashes(stmts)
	for i := range min(r.Applied, len(r.PartialHashes)) {
		if i >= len(sums) || sums[i] != r.PartialHashes[i] {
			return fmt.Errorf("%w: statement %d of %s was applied and then edited; restore it", ErrHistory, i+1, f.Name())
		}
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	r.Error, r.ErrorStmt = "", ""
	for i, stmt := range stmts[r.Applied:] {
		if i == 0 {
			if err := writeRevision(ctx, conn, r); err != nil {
				return err
			}
		}
		if _, err := conn.ExecContext(ctx, stmt.Text); err != nil {
			r.Error, r.ErrorStmt = err.Error(), stmt.Text
			failed := stmtError(f, stmt, err, fmt.Sprintf("%d of %d statements are applied", r.Applied, r.Total))
			// The record must be written even if ctx is what ended the statement.
			return errors.Join(failed, writeRevision(context.WithoutCancel(ctx), db, r))
		}
		r.Applied++
		r.PartialHashes = append(r.PartialHashes, sums[r.Applied-1])
		if err := writeRevision(ctx, conn, r); err != nil {
			return err
		}
	}
	r.PartialHashes, r.ExecutionTime = nil, time.Since(r.ExecutedAt)
	return writeRevision(ctx, conn, r)
}

// partialHashes returns Atlas' hash of each statement together with all statements before it.
func partialHashes(stmts []*migrate.Stmt) []string {
	h, sums := sha256.New(), make([]string, len(stmts))
	for i, stmt := range stmts {
		h.Write([]byte(stmt.Text))
		sums[i] = "h1:" + base64.StdEncoding.EncodeToString(h.Sum(nil))
	}
	return sums
}

func stmtError(f migrate.File, stmt *migrate.Stmt, err error, state string) error {
	line := 1 + strings.Count(string(f.Bytes()[:stmt.Pos]), "\n")
	return fmt.Errorf("%s:%d: %w (%s)\n  in: %s%s", f.Name(), line, err, state, firstLine(stmt.Text), dependents(err))
}

// dependents tells what to do when something that isn't ours, such as a view on one of our views, is in the way.
func dependents(err error) string {
	refused := (*pq.Error)(nil)
	if !errors.As(err, &refused) || refused.Code != pqerror.DependentObjectsStillExist &&
		!strings.HasSuffix(refused.Message, "used by a view or rule") {
		return ""
	}
	return "\n  " + strings.ReplaceAll(refused.Detail, "\n", "\n  ") +
		"\nNo migration made it: keep its definition (pg_get_viewdef) and its grants, drop it, migrate, then create it again"
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}
