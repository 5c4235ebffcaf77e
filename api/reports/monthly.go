package reports

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/analytics"
)

type periodInput struct {
	Input
	From string `query:"from" example:"2026-01" pattern:"^[12][0-9]{3}-(0[1-9]|1[0-2])$" doc:"The first month of the report."`
	To   string `query:"to" example:"2026-12" pattern:"^[12][0-9]{3}-(0[1-9]|1[0-2])$" doc:"The last month of the report."`
}

func (in *periodInput) question() analytics.Question {
	q := in.Input.question()
	q.From, q.To = in.From, in.To
	return q
}

func registerMonthlyRegistrations(api *endpoint.API, s *analytics.Service) {
	register[periodInput](api, s, analytics.MonthlyRegistrations, rows[analytics.RegistrationMonth](),
		operation("monthly-registrations", "Count registrations by month, sex and gender", false))
}

type yearInput struct {
	Input
	Year int `query:"year" minimum:"1900" maximum:"2999" example:"2026" doc:"The year of the report; this year when left out."`
}

func (in *yearInput) question() analytics.Question {
	q := in.Input.question()
	q.Year = in.Year
	return q
}

func registerPatientStatsByMonth(api *endpoint.API, s *analytics.Service) {
	register[yearInput](api, s, analytics.PatientStatsByMonth, rows[analytics.PatientMonth](),
		operation("patient-stats-by-month", "Count a year's registrations and validations by month", false))
}
