package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"slices"
)

// The reasons why a line of a code list was skipped.
const (
	MalformedLine   = "malformed_line"
	MissingCode     = "missing_code"
	InvalidCode     = "invalid_code"
	MissingName     = "missing_name"
	NameTooLong     = "name_too_long"
	InvalidChronic  = "invalid_chronic"
	InvalidCategory = "invalid_category"
	DuplicateCode   = "duplicate_code"
)

// maxProblems is how many skipped lines a summary lists; it counts all of them.
const maxProblems = 1000

// loadable are the catalogs that accept code lists, with their table and the query that merges a staged list.
var loadable = map[string]struct{ table, query string }{
	"conditions":  {"medical_conditions", "catalog_load_medical_conditions"},
	"medications": {"medications", "catalog_load_coded"},
	"allergies":   {"allergies", "catalog_load_allergies"},
	"reactions":   {"allergic_reactions", "catalog_load_coded"},
}

// LoadOptions say where a code list goes.
type LoadOptions struct {
	Catalog string // conditions, medications, allergies or reactions
	System  string // the URI of the code system, see [ParseSystem]
	DryRun  bool   // count, but change nothing
}

// LoadSummary counts what [Load] did: Read is the sum of Inserted, Updated, Unchanged and Skipped.
type LoadSummary struct {
	Catalog   string         `json:"catalog"`
	System    string         `json:"code_system"`
	DryRun    bool           `json:"dry_run"`
	Read      int            `json:"read_count"`
	Inserted  int            `json:"inserted_count"`
	Updated   int            `json:"updated_count"`
	Unchanged int            `json:"unchanged_count"`
	Skipped   int            `json:"skipped_count"`
	Reasons   map[string]int `json:"reasons"`  // skipped lines by reason
	Problems  []Problem      `json:"problems"` // the first 1,000 of them
}

// Problem is a line that was skipped.
type Problem struct {
	Line   int    `json:"line"`
	Code   string `json:"code,omitempty"`
	Reason string `json:"reason"`
	Detail string `json:"detail,omitempty"`
}

func (p *Problem) Error() string { return fmt.Sprintf("line %d: %s %s", p.Line, p.Reason, p.Detail) }

func (s *LoadSummary) skip(p Problem) {
	s.Skipped++
	s.Reasons[p.Reason]++
	if len(s.Problems) < maxProblems {
		s.Problems = append(s.Problems, p)
	}
}

// Load adds a code list to a catalog and updates existing entries, in one transaction. The list is CSV, plain or gzipped.
// Its first line names its columns: code and name, for conditions also chronic, for allergies also category. Values that
// the list doesn't contain are kept, and codes that are missing from it stay. Bad lines are skipped and reported in the
// summary. Memory use doesn't grow with the list. Loading a list twice changes nothing.
func Load(ctx context.Context, db *sql.DB, list io.Reader, options LoadOptions) (LoadSummary, error) {
	summary := LoadSummary{
		Catalog: options.Catalog, System: options.System, DryRun: options.DryRun,
		Reasons: map[string]int{}, Problems: []Problem{},
	}
	target, known := loadable[options.Catalog]
	if !known {
		return summary, fmt.Errorf("unknown catalog %q: use conditions, medications, allergies or reactions", options.Catalog)
	}
	reader, err := newListReader(list, options.System)
	if err != nil {
		return summary, err
	}
	merge, err := query(target.query, target.table)
	if err != nil {
		return summary, err
	}
	err = inTransaction(ctx, db, func(tx *sql.Tx) error {
		if err := summary.stage(ctx, tx, reader); err != nil {
			return err
		}
		if err := summary.takeDuplicates(ctx, tx); err != nil {
			return err
		}
		if err := exec(ctx, tx, "catalog_analyze"); err != nil {
			return err
		}
		row := tx.QueryRowContext(ctx, merge, options.System)
		if err := row.Scan(&summary.Inserted, &summary.Updated); err != nil {
			return fmt.Errorf("merge into %s: %w", target.table, err)
		}
		summary.Unchanged = summary.Read - summary.Skipped - summary.Inserted - summary.Updated
		if options.DryRun {
			return errRollback
		}
		return nil
	})
	return summary, err
}

// stage copies the good lines to a temporary table.
func (s *LoadSummary) stage(ctx context.Context, tx *sql.Tx, reader *listReader) (err error) {
	if err := exec(ctx, tx, "catalog_stage"); err != nil {
		return err
	}
	text, err := query("catalog_copy", "")
	if err != nil {
		return err
	}
	copyIn, err := tx.PrepareContext(ctx, text)
	if err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	defer func() { err = errors.Join(err, copyIn.Close()) }()
	for {
		c, err := reader.next()
		var problem *Problem
		switch {
		case errors.Is(err, io.EOF):
			_, err := copyIn.ExecContext(ctx) // sends what is buffered and ends the COPY
			return err
		case errors.As(err, &problem):
			s.Read++
			s.skip(*problem)
			continue
		case err != nil:
			return fmt.Errorf("read the list: %w", err)
		}
		s.Read++
		group := sql.NullString{String: ConditionGroup(s.System, c.code)}
		group.Valid = group.String != ""
		if _, err := copyIn.ExecContext(ctx, c.line, c.code, c.name, c.chronic, group, c.category); err != nil {
			return fmt.Errorf("copy line %d: %w", c.line, err)
		}
	}
}

// takeDuplicates keeps only the first line of each code in the staging table.
func (s *LoadSummary) takeDuplicates(ctx context.Context, tx *sql.Tx) error {
	text, err := query("catalog_take_duplicates", "")
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, text)
	if err != nil {
		return fmt.Errorf("find duplicates: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var first int
		p := Problem{Reason: DuplicateCode}
		if err := rows.Scan(&p.Line, &p.Code, &first); err != nil {
			return err
		}
		p.Detail = fmt.Sprintf("already on line %d", first)
		s.skip(p)
	}
	slices.SortFunc(s.Problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return rows.Err()
}
