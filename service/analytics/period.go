package analytics

import (
	"time"

	"github.com/predicthealth/predicthealth/service"
)

const month = "2006-01"

// year is the query's argument of a report on a year.
func year(q Question) ([]any, error) {
	switch {
	case q.Year == 0:
		return []any{time.Now().UTC().Year()}, nil
	case q.Year < 1900 || q.Year > 2999:
		return nil, service.InvalidFields([]service.Field{{Pointer: "/year", Code: "out_of_range", Detail: "A year is 1900 to 2999."}})
	}
	return []any{q.Year}, nil
}

// period is the query's arguments of a report from one month to another: their first days, nil for no bound.
func period(q Question) ([]any, error) {
	var fields []service.Field
	first := func(pointer, text string) any {
		if text == "" {
			return nil
		}
		at, err := time.Parse(month, text)
		if err != nil || at.Year() < 1 {
			fields = append(fields, service.Field{Pointer: pointer, Code: "format", Detail: "A month is written as 2026-01."})
		}
		return at.Format(time.DateOnly)
	}
	bounds := []any{first("/from", q.From), first("/to", q.To)}
	if len(fields) == 0 && q.From != "" && q.To != "" && q.To < q.From {
		fields = append(fields, service.Field{Pointer: "/to", Code: "out_of_range", Detail: "It ends before it begins."})
	}
	return bounds, service.InvalidFields(fields)
}
