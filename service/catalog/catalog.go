// Package catalog fills the reference tables: countries, specialties, conditions, medications, roles, settings …
//
// [Seed] writes what the platform ships with, from sql/seed. [Load] adds a published code list, such as all of
// ICD-10-CM. [ConditionGroup] says which codes statistics count together.
package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// query returns the text of sql/queries/<name>.sql with {{table}} replaced. Table names are this package's own.
func query(name, table string) (string, error) {
	text, err := sqlfiles.FS.ReadFile("queries/" + name + ".sql")
	if err != nil {
		return "", fmt.Errorf("catalog query: %w", err)
	}
	return strings.ReplaceAll(string(text), "{{table}}", table), nil
}

// inTransaction runs fn in a transaction that holds the catalogs' lock, and commits it unless fn fails. If fn returns
// errRollback, it rolls back without failing.
func inTransaction(ctx context.Context, db *sql.DB, fn func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	if err := exec(ctx, tx, "catalog_lock"); err != nil {
		return err
	}
	switch err := fn(tx); {
	case errors.Is(err, errRollback):
		return nil
	case err != nil:
		return err
	}
	return tx.Commit()
}

var errRollback = errors.New("catalog: roll back")

func exec(ctx context.Context, tx *sql.Tx, name string) error {
	text, err := query(name, "")
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, text); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
