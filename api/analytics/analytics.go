// Package analytics has the operations that answer questions about all records together.
package analytics

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/analytics"
)

// Register registers the operations on api.
func Register(api *endpoint.API, s *analytics.Service) {
	one(api, s, analytics.Overview, "dashboard-overview", "Everything in numbers")
	one(api, s, analytics.ConditionStats, "health-condition-stats", "Frequent conditions and habits")
	top(api, s, analytics.Prevalence, "health-condition-prevalence", "How many patients have which condition")
	top(api, s, analytics.Doctors, "doctor-performance", "Doctors and how many patients they have")
	top(api, s, analytics.DoctorStats, "doctor-performance-stats", "Doctors and what their patients have")
	many(api, s, analytics.Specialties, "doctor-specialty-distribution", "Doctors by specialty")
	top(api, s, analytics.Institutions, "institution-analytics", "Institutions, their doctors and what their patients have")
	top(api, s, analytics.Geography, "geographic-distribution", "Institutions, doctors and patients by place")
	many(api, s, analytics.PatientValidation, "patient-validation-status", "Patients by validation status")
	registerMonthlyRegistrations(api, s)
	registerPatientStatsByMonth(api, s)
	registerDemographics(api, s)
}
