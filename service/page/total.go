package page

import (
	"context"
	"encoding/json"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Total says whether a request asks for the number of rows of the whole list; empty means TotalNone.
type Total string

// The totals. An exact one reads an index entry for every row; an estimated one never costs much.
const (
	TotalNone      Total = "none"
	TotalEstimated Total = "estimated"
	TotalExact     Total = "exact"
)

// MaxCounted is how far TotalEstimated counts for a viewer who sees only some of the rows.
const MaxCounted = 1000

// Count is the number of rows of a whole list, for the viewer and with the filters.
type Count struct {
	Rows int
	// Estimated says that Rows is the query planner's guess, from samples of the tables. It may be far from the truth,
	// especially for searches.
	Estimated bool
	// Capped says that there are more than Rows, which is then MaxCounted.
	Capped bool
}

// count counts a query's rows; nil when no total is requested.
func count[Q Query[Q, P, O, E, S], P, O ~func(*sql.Selector), E any, S Scanner](
	ctx context.Context, query Q, order Order, t Total,
) (*Count, error) {
	switch {
	case t == TotalExact:
		rows, err := query.Clone().Count(ctx)
		return &Count{Rows: rows}, err
	case t == TotalEstimated && seesSamples(ctx):
		rows, err := estimate(ctx, query.Clone().Modify(explain))
		return &Count{Rows: rows, Estimated: true}, err
	case t == TotalEstimated:
		var rows []int
		err := query.Clone().Modify(firstRows(order)).Scan(ctx, &rows)
		return &Count{Rows: min(len(rows), MaxCounted), Capped: len(rows) > MaxCounted}, err
	default:
		return nil, nil
	}
}

// seesSamples says whether the viewer may know what the planner guesses. It knows the rows of everybody, so from its guesses
// others could tell how many there are of a name or of another's patients.
func seesSamples(ctx context.Context) bool {
	v, known := viewer.FromContext(ctx)
	return known && v.IsStaff()
}

// firstRows turns a query into one for a 1 for each row up to one more than MaxCounted, in the list's order, which an index
// has.
func firstRows(order Order) func(*sql.Selector) {
	return func(s *sql.Selector) {
		order.By(s)
		s.SelectExpr(sql.Raw("1")).Limit(MaxCounted + 1)
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
