package analytics

import (
	"fmt"

	"github.com/predicthealth/predicthealth/service"
)

// Limits of a report whose rows grow with the platform, in rows.
const (
	DefaultLimit = 100
	MaxLimit     = 1000
)

// limit is the query's argument of a report that is cut after the rows that count most.
func limit(q Question) ([]any, error) {
	if q.Limit == 0 {
		q.Limit = DefaultLimit
	}
	if q.Limit < 1 || q.Limit > MaxLimit {
		return nil, service.InvalidFields([]service.Field{
			{Pointer: "/limit", Code: "out_of_range", Detail: fmt.Sprintf("A report has 1 to %d rows.", MaxLimit)},
		})
	}
	return []any{q.Limit}, nil
}
