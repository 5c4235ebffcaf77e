package analytics

import (
	"time"

	"github.com/predicthealth/predicthealth/service"
)

const month = "2006-01"

// year returns the query's argument for a report on one year.
func year(q Question) ([]any, error) {
	switch {
	case q.Year == 0:
		return []any{time.Now().UTC().Year()}, nil
	case q.Year < 1900 || q.Year > 2999:
		return nil, service.InvalidFields([]service.Field{{Pointer: "/year", Code: "out_of_range", Detail: "The year must be 1900 to 2999."}})
	}
	return []any{q.Year}, nil
}

// period returns the query's arguments for a report on a range of months: their first days, nil for no bound.
func period(q Question) ([]any, error) {
	var fields []service.Field
	first := func(pointer, text string) any {
		if text == "" {
			return nil
		}
		at, err := time.Parse(month, text)
		if err != nil || at.Year() < 1 {
			fields = append(fields, service.Field{Pointer: pointer, Code: "format", Detail: "Write a month as 2026-01."})
		}
		return at.Format(time.DateOnly)
	}
	bounds := []any{first("/from", q.From), first("/to", q.To)}
	if len(fields) == 0 && q.From != "" && q.To != "" && q.To < q.From {
		fields = append(fields, service.Field{Pointer: "/to", Code: "out_of_range", Detail: "The last month must not be before the first."})
	}
	return bounds, service.InvalidFields(fields)
}
