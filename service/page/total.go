package page

import (
	"context"
	"encoding/json"
	"fmt"

	"entgo.io/ent/dialect/sql"
)

// Total says whether a request asks for the number of rows of the whole list; empty means TotalNone.
type Total string

// The totals. An exact one reads an index entry for every row; an estimated one costs the same for any number of rows.
const (
	TotalNone      Total = "none"
	TotalEstimated Total = "estimated"
	TotalExact     Total = "exact"
)

// Count is the number of rows of a whole list, for the viewer and with the filters. An estimate is the query planner's, from
// samples of the tables. It may be far from the truth, especially for searches.
type Count struct {
	Rows      int
	Estimated bool
}

// count counts a query's rows; nil when no total is requested.
func count[Q Query[Q, P, O, E, S], P, O ~func(*sql.Selector), E any, S Scanner](ctx context.Context, query Q, t Total) (*Count, error) {
	switch t {
	case TotalExact:
		rows, err := query.Clone().Count(ctx)
		return &Count{Rows: rows}, err
	case TotalEstimated:
		rows, err := estimate(ctx, query.Clone().Modify(explain))
		return &Count{rows, true}, err
	default:
		return nil, nil
	}
}

// explain turns a query into one for its own plan.
func explain(s *sql.Selector) {
	s.Prefix(sql.ExprFunc(func(b *sql.Builder) { b.WriteString("EXPLAIN (FORMAT JSON)") }))
}

func estimate(ctx context.Context, explained Scanner) (int, error) {
	var texts []string
	if err := explained.Scan(ctx, &texts); err != nil {
		return 0, err
	}
	var plans []struct {
		Plan struct {
			Rows int `json:"Plan Rows"`
		}
	}
	if len(texts) != 1 {
		return 0, fmt.Errorf("a plan of %d rows", len(texts))
	}
	if err := json.Unmarshal([]byte(texts[0]), &plans); err != nil || len(plans) != 1 {
		return 0, fmt.Errorf("reading a plan of %d statements: %w", len(plans), err)
	}
	return plans[0].Plan.Rows, nil
}
