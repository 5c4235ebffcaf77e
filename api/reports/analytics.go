// Package reports has the operations that report statistics over all records.
package reports

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/analytics"
)

// Register registers the operations on api.
func Register(api *endpoint.API, s *analytics.Service) {
	one(api, s, analytics.Overview, "dashboard-overview", "Get the platform's key figures")
	one(api, s, analytics.ConditionStats, "health-condition-stats", "Count frequent conditions and habits")
	top(api, s, analytics.Prevalence, "health-condition-prevalence", "Count patients by condition")
	top(api, s, analytics.Doctors, "doctor-performance", "List doctors with their numbers of patients")
	top(api, s, analytics.DoctorStats, "doctor-performance-stats", "List doctors with their patients' conditions")
	many(api, s, analytics.Specialties, "doctor-specialty-distribution", "Count doctors by specialty")
	top(api, s, analytics.Institutions, "institution-analytics", "List institutions with their doctors and their patients' conditions")
	top(api, s, analytics.Geography, "geographic-distribution", "Count institutions, doctors and patients by place")
	many(api, s, analytics.PatientValidation, "patient-validation-status", "Count patients by validation status")
	registerMonthlyRegistrations(api, s)
	registerPatientStatsByMonth(api, s)
	registerDemographics(api, s)
}
