package analytics

import (
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/institution"
)

// The reports. Only active, living patients count.
var (
	Overview             = newReport[DashboardOverview]("dashboard_overview").rounded(roundOverview)
	Doctors              = newReport[DoctorPerformance]("doctor_performance").first().rounded(roundDoctors)
	DoctorStats          = clinical[DoctorPerformanceStats]("doctor_performance_stats").first()
	Specialties          = newReport[SpecialtyShare]("doctor_specialty_distribution")
	Geography            = newReport[PlaceShare]("geographic_distribution").first().rounded(roundPlaces)
	Prevalence           = clinical[ConditionPrevalence]("health_condition_prevalence").first()
	ConditionStats       = clinical[HealthConditionStats]("health_condition_stats")
	Institutions         = clinical[InstitutionAnalytics]("institution_analytics").first()
	MonthlyRegistrations = newReport[RegistrationMonth]("monthly_registrations").with(period).rounded(roundRegistrations)
	PatientStatsByMonth  = newReport[PatientMonth]("patient_stats_by_month").with(year).rounded(roundMonths)
	PatientValidation    = newReport[ValidationShare]("patient_validation_status").rounded(roundValidation)
)

// The rows of the reports. A json name is at once the column of the query, the member in the API's response and the
// column heading of a CSV file. Money is text, because JSON numbers may lose digits.

// DashboardOverview holds the platform's key figures.
type DashboardOverview struct {
	PatientCount           int     `json:"patient_count" doc:"Active, living patients."`
	DoctorCount            int     `json:"doctor_count" doc:"Active doctors."`
	InstitutionCount       int     `json:"institution_count" doc:"Active institutions."`
	AccountCount           int     `json:"account_count" doc:"Active accounts of patients, doctors and institutions."`
	ValidatedPatientCount  int     `json:"validated_patient_count" doc:"Patients whom both the doctor and the institution have validated."`
	AverageConsultationFee *string `json:"average_consultation_fee" example:"120.50" doc:"The average over doctors with a fee; null when no doctor has one."`
	FullAccessPercentage   float64 `json:"full_access_percentage" example:"12.5" doc:"The percentage of the patients; 0 when there are none."`
}

// DoctorPerformance is a doctor, of any status, with the number of patients in their care.
type DoctorPerformance struct {
	DoctorID               uuid.UUID `json:"doctor_id" format:"uuid"`
	DoctorName             string    `json:"doctor_name"`
	LicenceNumber          string    `json:"licence_number"`
	Status                 string    `json:"status" enum:"active,suspended,retired"`
	YearsExperience        *int      `json:"years_experience"`
	ConsultationFee        *string   `json:"consultation_fee" example:"120.50"`
	SpecialtyName          string    `json:"specialty_name"`
	SpecialtyCategoryName  string    `json:"specialty_category_name"`
	InstitutionID          uuid.UUID `json:"institution_id" format:"uuid"`
	InstitutionName        string    `json:"institution_name"`
	InstitutionType        string    `json:"institution_type" doc:"A code from the catalog of institution types."`
	InstitutionCity        *string   `json:"institution_city" doc:"From the institution's primary address, as are the region and the country."`
	InstitutionRegionName  *string   `json:"institution_region_name"`
	InstitutionCountryName *string   `json:"institution_country_name"`
	PatientCount           int       `json:"patient_count" doc:"Active, living patients."`
	AveragePatientAge      *float64  `json:"average_patient_age" doc:"In years; null when there are no patients."`
}

// DoctorPerformanceStats is a doctor with the most common conditions of their patients.
type DoctorPerformanceStats struct {
	DoctorID             uuid.UUID               `json:"doctor_id" format:"uuid"`
	DoctorName           string                  `json:"doctor_name"`
	InstitutionID        uuid.UUID               `json:"institution_id" format:"uuid"`
	InstitutionName      string                  `json:"institution_name"`
	PatientCount         int                     `json:"patient_count" doc:"Active, living patients."`
	AveragePatientAge    *float64                `json:"average_patient_age" doc:"In years; null when there are no patients."`
	FullAccessPercentage float64                 `json:"full_access_percentage" doc:"The percentage of the patients; 0 when there are none."`
	TopConditions        []doctor.ConditionCount `json:"top_conditions" nullable:"false" doc:"The five conditions that most of the patients have now, most common first."`
}

// SpecialtyShare is a specialty with the active doctors who have it.
type SpecialtyShare struct {
	Specialty              string   `json:"specialty" doc:"A code from the catalog of doctor specialties."`
	SpecialtyName          string   `json:"specialty_name"`
	SpecialtyCategoryName  string   `json:"specialty_category_name"`
	DoctorCount            int      `json:"doctor_count" doc:"Active doctors."`
	Percentage             float64  `json:"percentage" doc:"The percentage of all active doctors."`
	AverageYearsExperience *float64 `json:"average_years_experience"`
	AverageConsultationFee *string  `json:"average_consultation_fee" example:"120.50"`
}

// PlaceShare counts institutions of one type in a region and country, by their primary addresses, with their doctors and
// patients.
type PlaceShare struct {
	Country          *string `json:"country" example:"US" doc:"An ISO 3166-1 alpha-2 code; null for institutions without an address."`
	CountryName      *string `json:"country_name"`
	Region           *string `json:"region" example:"US-MA" doc:"An ISO 3166-2 code; null where the address has no region."`
	RegionName       *string `json:"region_name"`
	InstitutionType  string  `json:"institution_type" doc:"A code from the catalog of institution types."`
	InstitutionCount int     `json:"institution_count" doc:"Active institutions."`
	DoctorCount      int     `json:"doctor_count" doc:"Active doctors."`
	PatientCount     int     `json:"patient_count" doc:"Active, living patients."`
}

// ConditionPrevalence is a condition with the patients who have it now.
type ConditionPrevalence struct {
	CodeSystem     string  `json:"code_system" example:"http://snomed.info/sct" doc:"The URI of the code system, as in FHIR."`
	Code           string  `json:"code" example:"38341003"`
	Name           string  `json:"name"`
	ConditionGroup *string `json:"condition_group" example:"hypertension" doc:"The code of the group that statistics count this condition in; null for conditions without a group."`
	PatientCount   int     `json:"patient_count" doc:"Each patient counts once, however many episodes there are."`
	Percentage     float64 `json:"percentage" doc:"The percentage of all active, living patients."`
}

// HealthConditionStats counts patients with frequent conditions and habits. Each patient counts once.
type HealthConditionStats struct {
	PatientCount        int      `json:"patient_count" doc:"Active, living patients."`
	HypertensionCount   int      `json:"hypertension_count" doc:"Patients who have a condition of this group now; the same for the next two."`
	DiabetesCount       int      `json:"diabetes_count"`
	HyperlipidemiaCount int      `json:"hyperlipidemia_count"`
	SmokerCount         int      `json:"smoker_count" doc:"Patients who smoke now."`
	DrinkerCount        int      `json:"drinker_count" doc:"Patients who drink alcohol, however rarely."`
	AverageHeightCM     *float64 `json:"average_height_cm" doc:"The average over patients whose height is known; null when there are none."`
	AverageWeightKG     *float64 `json:"average_weight_kg"`
	AverageBMI          *float64 `json:"average_bmi" doc:"In kg/m²; the average over patients whose height and weight are known."`
}

// InstitutionAnalytics is an institution with its doctors and its patients' conditions.
type InstitutionAnalytics struct {
	InstitutionID           uuid.UUID                    `json:"institution_id" format:"uuid"`
	InstitutionName         string                       `json:"institution_name"`
	PatientCount            int                          `json:"patient_count" doc:"Active, living patients."`
	DoctorCount             int                          `json:"doctor_count" doc:"Active doctors."`
	AverageConsultationFee  *string                      `json:"average_consultation_fee" example:"120.50"`
	MostCommonSpecialtyName *string                      `json:"most_common_specialty_name" doc:"If several are equally common, the first by code."`
	PatientsPerDoctor       *float64                     `json:"patients_per_doctor" doc:"null when there are no doctors."`
	ValidatedPercentage     float64                      `json:"validated_percentage" doc:"The percentage of patients whom both the doctor and the institution have validated."`
	ConditionMix            []institution.ConditionShare `json:"condition_mix" nullable:"false" doc:"The patients' current conditions, most common first. A patient with several conditions counts in each."`
}

// RegistrationMonth is a month with the patients who were registered in it and who are active and living today.
type RegistrationMonth struct {
	Month           string         `json:"month" example:"2026-01"`
	NewPatientCount int            `json:"new_patient_count"`
	BySex           map[string]int `json:"by_sex" doc:"Numbers of patients by code from the catalog of sexes."`
	ByGender        map[string]int `json:"by_gender" doc:"Numbers of patients by code from the catalog of genders; unspecified stands for patients without one."`
}

// PatientMonth is a month with the patients who were registered in it.
type PatientMonth struct {
	Month                     string   `json:"month" example:"2026-01"`
	NewPatientCount           int      `json:"new_patient_count"`
	CumulativePatientCount    int      `json:"cumulative_patient_count" doc:"All patients until the end of the month."`
	AverageAgeAtRegistration  *float64 `json:"average_age_at_registration" doc:"The average age of the new patients, in years; null when there are none."`
	PendingCount              int      `json:"pending_count" doc:"New patients who have this validation status now; the same for the next four."`
	DoctorValidatedCount      int      `json:"doctor_validated_count"`
	InstitutionValidatedCount int      `json:"institution_validated_count"`
	FullAccessCount           int      `json:"full_access_count"`
	RejectedCount             int      `json:"rejected_count"`
}

// ValidationShare is a validation status with the patients who have it.
type ValidationShare struct {
	ValidationStatus valueset.ValidationStatus `json:"validation_status"`
	PatientCount     int                       `json:"patient_count" doc:"Active, living patients."`
	Percentage       float64                   `json:"percentage" doc:"The percentage of all active, living patients; 0 when there are none."`
}
