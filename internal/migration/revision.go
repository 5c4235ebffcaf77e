package migration

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"ariga.io/atlas/sql/migrate"
	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
)

// revisionsTable is where Atlas keeps the history of a database; our table has the same name and columns.
const revisionsTable = "atlas_schema_revisions.atlas_schema_revisions"

const createRevisions = `
CREATE SCHEMA IF NOT EXISTS atlas_schema_revisions;
CREATE TABLE IF NOT EXISTS atlas_schema_revisions.atlas_schema_revisions (
  version character varying NOT NULL PRIMARY KEY,
  description character varying NOT NULL,
  type bigint NOT NULL DEFAULT 2,
  applied bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  executed_at timestamptz NOT NULL,
  execution_time bigint NOT NULL,
  error text NULL,
  error_stmt text NULL,
  hash character varying NOT NULL,
  partial_hashes jsonb NULL,
  operator_version character varying NOT NULL
)`

// querier is what *sql.DB, *sql.Conn and *sql.Tx have in common.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// readRevisions returns the history in order of version; nothing if the table doesn't exist yet.
func readRevisions(ctx context.Context, db querier) (_ []*migrate.Revision, err error) {
	// A version that begins with a dot is Atlas' own note about the table, not a migration.
	rows, err := db.QueryContext(ctx, `
		SELECT version, description, type, applied, total, executed_at, execution_time,
		       coalesce(error, ''), coalesce(error_stmt, ''), hash, coalesce(partial_hashes, 'null'), operator_version
		FROM `+revisionsTable+` WHERE version NOT LIKE '.%' ORDER BY version`)
	if pqErr := (*pq.Error)(nil); errors.As(err, &pqErr) &&
		(pqErr.Code == pqerror.UndefinedTable || pqErr.Code == pqerror.InvalidSchemaName) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read migration history: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	var revisions []*migrate.Revision
	for rows.Next() {
		var (
			r       migrate.Revision
			partial []byte
		)
		if err := rows.Scan(&r.Version, &r.Description, &r.Type, &r.Applied, &r.Total, &r.ExecutedAt, &r.ExecutionTime,
			&r.Error, &r.ErrorStmt, &r.Hash, &partial, &r.OperatorVersion); err != nil {
			return nil, fmt.Errorf("read migration history: %w", err)
		}
		if err := json.Unmarshal(partial, &r.PartialHashes); err != nil {
			return nil, fmt.Errorf("read migration history: %w", err)
		}
		revisions = append(revisions, &r)
	}
	return revisions, rows.Err()
}

// writeRevision saves r; it replaces an earlier state of the same version.
func writeRevision(ctx context.Context, db querier, r *migrate.Revision) error {
	partial, err := json.Marshal(r.PartialHashes)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `
		INSERT INTO `+revisionsTable+` (version, description, type, applied, total, executed_at, execution_time,
		                               error, error_stmt, hash, partial_hashes, operator_version)
		VALUES ($1, $2, $3, $4, $5, $6, $7, nullif($8, ''), nullif($9, ''), $10, $11, $12)
		ON CONFLICT (version) DO UPDATE SET
		  type = excluded.type, applied = excluded.applied, total = excluded.total, execution_time = excluded.execution_time,
		  error = excluded.error, error_stmt = excluded.error_stmt, hash = excluded.hash,
		  partial_hashes = excluded.partial_hashes, operator_version = excluded.operator_version`,
		r.Version, r.Description, int64(r.Type), r.Applied, r.Total, r.ExecutedAt, int64(r.ExecutionTime),
		r.Error, r.ErrorStmt, r.Hash, string(partial), r.OperatorVersion)
	if err != nil {
		return fmt.Errorf("write migration history: %w", err)
	}
	return nil
}

// newRevision starts the record for a file with total statements.
func newRevision(f migrate.File, hash string, total int) *migrate.Revision {
	return &migrate.Revision{
		Version: f.Version(), Description: f.Desc(), Type: migrate.RevisionTypeExecute,
		Total: total, Hash: hash, ExecutedAt: time.Now(), OperatorVersion: "predicthealth",
	}
}

// halfway reports whether r stopped before its end and nobody has settled it since.
func halfway(r *migrate.Revision) bool {
	return !r.Type.Has(migrate.RevisionTypeResolved) && (r.Applied < r.Total || r.Error != "")
}

// versions joins the versions of rs, for a message.
func versions(rs []*migrate.Revision) string {
	names := make([]string, len(rs))
	for i, r := range rs {
		names[i] = r.Version + "_" + r.Description
	}
	return strings.Join(names, ", ")
}
