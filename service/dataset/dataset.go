// Package dataset fills the platform with people: [ImportFHIR] loads a FHIR export, [Generate] makes up a population.
// Both write as the system: they create no accounts and bypass the access rules.
package dataset

import (
	"context"
	"database/sql"
	"errors"
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

// begin opens a transaction that ends where its caller ends it. If the context ended it, database/sql would roll back while a
// COPY still reads from the connection; the statements see to it that nothing goes on without the context.
func begin(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	return db.BeginTx(context.WithoutCancel(ctx), nil)
}

// exec runs a query file, which may hold several statements.
func exec(ctx context.Context, tx *sql.Tx, name string) error {
	text, err := query(name)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, text); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// forEach calls scan for each row of a query file.
func forEach(ctx context.Context, tx *sql.Tx, name string, scan func(*sql.Rows) error) error {
	text, err := query(name)
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, text)
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

// copyRows runs a query file that is a COPY, with the rows that fill passes to it.
func copyRows(ctx context.Context, tx *sql.Tx, name string, fill func(row func(...any) error) error) (err error) {
	text, err := query(name)
	if err != nil {
		return err
	}
	stmt, err := tx.PrepareContext(ctx, text)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer func() { err = errors.Join(err, stmt.Close()) }()
	err = fill(func(values ...any) error {
		if _, err := stmt.ExecContext(ctx, values...); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if _, err := stmt.ExecContext(ctx); err != nil { // sends what is buffered and ends the COPY
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
