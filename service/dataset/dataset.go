// Package dataset fills the platform with people: [ImportFHIR] loads a FHIR export, [Generate] makes a population
// that never lived. Both write as the system: no account is made, and no access rule is asked.
package dataset

import (
	"context"
	"database/sql"
	"fmt"

	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// query returns the text of sql/queries/<name>.sql.
func query(name string) (string, error) {
	text, err := sqlfiles.FS.ReadFile("queries/" + name + ".sql")
	if err != nil {
		return "", fmt.Errorf("dataset query: %w", err)
	}
	return string(text), nil
}

// exec runs a query file; without arguments it may hold several statements.
func exec(ctx context.Context, tx *sql.Tx, name string, args ...any) error {
	text, err := query(name)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, text, args...); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// forEach calls scan for each row of a query file.
func forEach(ctx context.Context, tx *sql.Tx, name string, scan func(*sql.Rows) error, args ...any) (err error) {
	text, err := query(name)
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, text, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return rows.Err()
}
