package reports

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/analytics"
)

type limitInput struct {
	Input
	Limit int `query:"limit" default:"100" minimum:"1" maximum:"1000" doc:"The largest number of rows; those with the most patients are returned. To see the others, ask for one institution or doctor."`
}

func (in *limitInput) question() analytics.Question {
	q := in.Input.question()
	q.Limit = in.Limit
	return q
}

// top registers a report whose number of rows grows with the platform.
func top[T any](api *endpoint.API, s *analytics.Service, report analytics.Report[T], name, summary string) {
	register[limitInput](api, s, report, rows[T](), operation(name, summary, report.Clinical))
}
