package analytics

import (
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/valueset"
)

// The reports. Only active, living patients count.
var (
	Overview             = newReport[DashboardOverview]("dashboard_overview")
	Doctors              = newReport[DoctorPerformance]("doctor_performance").with(limit)
	DoctorStats          = clinical[DoctorPerformanceStats]("doctor_performance_stats").with(limit)
	Specialties          = newReport[SpecialtyShare]("doctor_specialty_distribution")
	Geography            = newReport[PlaceShare]("geographic_distribution").with(limit)
	Prevalence           = clinical[ConditionPrevalence]("health_condition_prevalence").with(limit)
	ConditionStats       = clinical[HealthConditionStats]("health_condition_stats")
	Institutions         = clinical[InstitutionAnalytics]("institution_analytics").with(limit)
	MonthlyRegistrations = newReport[RegistrationMonth]("monthly_registrations").with(period)
	PatientStatsByMonth  = newReport[PatientMonth]("patient_stats_by_month").with(year)
	PatientValidation    = newReport[ValidationShare]("patient_validation_status")
)

// The rows of the reports. A json name is at once the column of the query, the member in the API's response and the
// column heading of a CSV file. Money is text, because JSON numbers may lose digits.

// DashboardOverview holds the platform's key figures.
type DashboardOverview struct {
	TotalPatients          int     `json:"total_patients" doc:"Active, living patients."`
	TotalDoctors           int     `json:"total_doctors" doc:"Active doctors."`
	TotalInstitutions      int     `json:"total_institutions" doc:"Active institutions."`
	TotalUsers             int     `json:"total_users" doc:"Active accounts of patients, doctors and institutions."`
	ValidatedPatients      int     `json:"validated_patients" doc:"Patients whom both the doctor and the institution have validated."`
	AverageConsultationFee *string `json:"average_consultation_fee" example:"120.50" doc:"The average over doctors with a fee; null when no doctor has one."`
	FullAccessPercentage   float64 `json:"full_access_percentage" example:"12.5" doc:"The percentage of the patients; 0 when there are none."`
}

// DoctorPerformance is a doctor, of any status, with the number of patients in their care.
type DoctorPerformance struct {
	DoctorID           uuid.UUID `json:"doctor_id" format:"uuid"`
	DoctorName         string    `json:"doctor_name"`
	LicenceNumber      string    `json:"licence_number"`
	Status             string    `json:"status" enum:"active,suspended,retired"`
	YearsExperience    *int      `json:"years_experience"`
	ConsultationFee    *string   `json:"consultation_fee" example:"120.50"`
	Specialty          string    `json:"specialty"`
	SpecialtyCategory  string    `json:"specialty_category"`
	InstitutionID      uuid.UUID `json:"institution_id" format:"uuid"`
	InstitutionName    string    `json:"institution_name"`
	InstitutionType    string    `json:"institution_type" doc:"A code from the catalog of institution types."`
	InstitutionCity    *string   `json:"institution_city" doc:"From the institution's primary address, as are the region and the country."`
	InstitutionRegion  *string   `json:"institution_region"`
	InstitutionCountry *string   `json:"institution_country"`
	PatientCount       int       `json:"patient_count" doc:"Active, living patients."`
	AveragePatientAge  *float64  `json:"average_patient_age" doc:"In years; null when there are no patients."`
}

// TopCondition is a condition with the number of patients who have it now.
type TopCondition struct {
	CodeSystem string `json:"code_system" example:"http://snomed.info/sct"`
	Code       string `json:"code" example:"38341003"`
	Name       string `json:"name"`
	Patients   int    `json:"patients"`
}

// ConditionInMix is a condition with the number of patients who have it now, and their percentage.
type ConditionInMix struct {
	CodeSystem string  `json:"code_system" example:"http://snomed.info/sct"`
	Code       string  `json:"code" example:"38341003"`
	Name       string  `json:"name"`
	Patients   int     `json:"patients"`
	Percentage float64 `json:"percentage"`
}

// DoctorPerformanceStats is a doctor with the most common conditions of their patients.
type DoctorPerformanceStats struct {
	DoctorID             uuid.UUID      `json:"doctor_id" format:"uuid"`
	DoctorName           string         `json:"doctor_name"`
	InstitutionID        uuid.UUID      `json:"institution_id" format:"uuid"`
	InstitutionName      string         `json:"institution_name"`
	Patients             int            `json:"patients" doc:"Active, living patients."`
	AverageAge           *float64       `json:"average_age" doc:"In years; null when there are no patients."`
	FullAccessPercentage float64        `json:"full_access_percentage" doc:"The percentage of the patients; 0 when there are none."`
	TopConditions        []TopCondition `json:"top_conditions" nullable:"false" doc:"The five conditions that most of the patients have now, most common first."`
}

// SpecialtyShare is a specialty with the active doctors who have it.
type SpecialtyShare struct {
	SpecialtyCode          string   `json:"specialty_code"`
	Specialty              string   `json:"specialty"`
	SpecialtyCategory      string   `json:"specialty_category"`
	Doctors                int      `json:"doctors" doc:"Active doctors."`
	Percentage             float64  `json:"percentage" doc:"The percentage of all active doctors."`
	AverageYearsExperience *float64 `json:"average_years_experience"`
	AverageConsultationFee *string  `json:"average_consultation_fee" example:"120.50"`
}

// PlaceShare counts institutions of one type in a region and country, by their primary addresses, with their doctors and
// patients.
type PlaceShare struct {
	CountryCode     *string `json:"country_code" example:"US" doc:"ISO 3166-1; null for institutions without an address."`
	Country         *string `json:"country"`
	RegionCode      *string `json:"region_code" example:"US-MA" doc:"ISO 3166-2; null where the address has no region."`
	Region          *string `json:"region"`
	InstitutionType string  `json:"institution_type" doc:"A code from the catalog of institution types."`
	Institutions    int     `json:"institutions" doc:"Active institutions."`
	Doctors         int     `json:"doctors" doc:"Active doctors."`
	Patients        int     `json:"patients" doc:"Active, living patients."`
}

// ConditionPrevalence is a condition with the patients who have it now.
type ConditionPrevalence struct {
	CodeSystem     string  `json:"code_system" example:"http://snomed.info/sct"`
	Code           string  `json:"code" example:"38341003"`
	Condition      string  `json:"condition"`
	ConditionGroup *string `json:"condition_group" example:"hypertension"`
	Patients       int     `json:"patients" doc:"Each patient counts once, however many episodes there are."`
	Percentage     float64 `json:"percentage" doc:"The percentage of all active, living patients."`
}

// HealthConditionStats counts patients with frequent conditions and habits. Each patient counts once.
type HealthConditionStats struct {
	Patients        int      `json:"patients" doc:"Active, living patients."`
	Hypertension    int      `json:"hypertension" doc:"Patients who have a condition of this group now; the same for the next two."`
	Diabetes        int      `json:"diabetes"`
	HighCholesterol int      `json:"high_cholesterol" doc:"The condition group hyperlipidemia."`
	Smokers         int      `json:"smokers" doc:"Patients who smoke now."`
	Drinkers        int      `json:"drinkers" doc:"Patients who drink alcohol, however rarely."`
	AverageHeightCM *float64 `json:"average_height_cm" doc:"The average over patients whose height is known; null when there are none."`
	AverageWeightKG *float64 `json:"average_weight_kg"`
	AverageBMI      *float64 `json:"average_bmi" doc:"In kg/m²; the average over patients whose height and weight are known."`
}

// InstitutionAnalytics is an institution with its doctors and its patients' conditions.
type InstitutionAnalytics struct {
	InstitutionID          uuid.UUID        `json:"institution_id" format:"uuid"`
	InstitutionName        string           `json:"institution_name"`
	Patients               int              `json:"patients" doc:"Active, living patients."`
	Doctors                int              `json:"doctors" doc:"Active doctors."`
	AverageConsultationFee *string          `json:"average_consultation_fee" example:"120.50"`
	MostCommonSpecialty    *string          `json:"most_common_specialty" doc:"If several are equally common, the first by code."`
	PatientsPerDoctor      *float64         `json:"patients_per_doctor" doc:"null when there are no doctors."`
	ValidatedPercentage    float64          `json:"validated_percentage" doc:"The percentage of patients whom both the doctor and the institution have validated."`
	ConditionMix           []ConditionInMix `json:"condition_mix" nullable:"false" doc:"The patients' current conditions, most common first. A patient with several conditions counts in each."`
}

// RegistrationMonth is a month with the patients who were registered in it and who are active and living today.
type RegistrationMonth struct {
	Month    string         `json:"month" example:"2026-01"`
	Total    int            `json:"total"`
	BySex    map[string]int `json:"by_sex" doc:"Numbers of patients by code from the catalog of sexes."`
	ByGender map[string]int `json:"by_gender" doc:"Numbers of patients by code from the catalog of genders; unspecified stands for patients without one."`
}

// PatientMonth is a month with the patients who were registered in it.
type PatientMonth struct {
	Month                string   `json:"month" example:"2026-01"`
	NewPatients          int      `json:"new_patients"`
	CumulativePatients   int      `json:"cumulative_patients" doc:"All patients until the end of the month."`
	AverageAge           *float64 `json:"average_age" doc:"The average age of the new patients at registration, in years; null when there are none."`
	Pending              int      `json:"pending" doc:"New patients who have this validation status now; the same for the next four."`
	DoctorValidated      int      `json:"doctor_validated"`
	InstitutionValidated int      `json:"institution_validated"`
	FullAccess           int      `json:"full_access"`
	Rejected             int      `json:"rejected"`
}

// ValidationShare is a validation status with the patients who have it.
type ValidationShare struct {
	ValidationStatus valueset.ValidationStatus `json:"validation_status"`
	Patients         int                       `json:"patients" doc:"Active, living patients."`
	Percentage       float64                   `json:"percentage" doc:"The percentage of all active, living patients; 0 when there are none."`
}
