package analytics

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/analytics"
)

type limitInput struct {
	Input
	Limit int `query:"limit" default:"100" minimum:"1" maximum:"1000" doc:"The most rows: those with the most patients. For the others ask about an institution or a doctor."`
}

func (in *limitInput) question() analytics.Question {
	q := in.Input.question()
	q.Limit = in.Limit
	return q
}

// top registers a report whose rows grow with the platform.
func top[T any](api *endpoint.API, s *analytics.Service, report analytics.Report[T], name, summary string) {
	register[limitInput](api, s, report, rows, operation(name, summary, report.Clinical))
}
