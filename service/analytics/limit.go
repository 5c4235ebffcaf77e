package analytics

import (
	"fmt"

	"github.com/predicthealth/predicthealth/service"
)

// Limits of a report whose number of rows grows with the platform.
const (
	DefaultLimit = 100
	MaxLimit     = 1000
)

// limit returns the query's argument for a report that keeps only its most important rows.
func limit(q Question) ([]any, error) {
	if q.Limit == 0 {
		q.Limit = DefaultLimit
	}
	if q.Limit < 1 || q.Limit > MaxLimit {
		return nil, service.InvalidFields([]service.Field{
			{Pointer: "/limit", Code: "out_of_range", Detail: fmt.Sprintf("The limit must be 1 to %d rows.", MaxLimit)},
		})
	}
	return []any{q.Limit}, nil
}
