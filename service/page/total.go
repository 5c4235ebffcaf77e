package page

import (
	"context"
	"encoding/json"
	"fmt"

	"entgo.io/ent/dialect/sql"
)

// Total says whether a request wants to know how many rows the whole list has; empty is TotalNone.
type Total string

// The totals. An exact one reads an index entry of every row; an estimated one costs the same however many there are.
const (
	TotalNone      Total = "none"
	TotalEstimated Total = "estimated"
	TotalExact     Total = "exact"
)

// Count is how many rows a whole list has, for the viewer and with the filters. An estimated one is the planner's, from
// samples of the tables: it may be wrong by any factor, more so for searches.
type Count struct {
	Rows      int
	Estimated bool
}

// count counts a query's rows; nil when none are asked for.
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

// explain makes a query one for its own plan.
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
