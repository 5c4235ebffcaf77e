package analytics

import "github.com/google/uuid"

// The reports. "Patients" are the active and living ones.
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

// The rows of reports are said once: a json name is the column of the query, the member that the API answers with and
// the heading of a CSV file. Money is text, for JSON's numbers may lose digits.

// DashboardOverview is all in numbers.
type DashboardOverview struct {
	TotalPatients          int     `json:"total_patients" doc:"Active and living."`
	TotalDoctors           int     `json:"total_doctors" doc:"In practice."`
	TotalInstitutions      int     `json:"total_institutions" doc:"Active."`
	TotalUsers             int     `json:"total_users" doc:"Active accounts of patients, doctors and institutions."`
	ValidatedPatients      int     `json:"validated_patients" doc:"Validated by doctor and institution."`
	AverageConsultationFee *string `json:"average_consultation_fee" example:"120.50" doc:"Of the doctors who have one; null without any."`
	FullAccessPercentage   float64 `json:"full_access_percentage" example:"12.5" doc:"Of the patients; 0 without any."`
}

// DoctorPerformance is a doctor, of any status, and how many patients are in their care.
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
	InstitutionType    string    `json:"institution_type" doc:"A code of the catalog institution types."`
	InstitutionCity    *string   `json:"institution_city" doc:"Of the institution's primary address."`
	InstitutionRegion  *string   `json:"institution_region"`
	InstitutionCountry *string   `json:"institution_country"`
	PatientCount       int       `json:"patient_count" doc:"Active and living."`
	AveragePatientAge  *float64  `json:"average_patient_age" doc:"In years; null without patients."`
}

// TopCondition is how many patients have a condition now.
type TopCondition struct {
	CodeSystem string `json:"code_system" example:"http://snomed.info/sct"`
	Code       string `json:"code" example:"38341003"`
	Name       string `json:"name"`
	Patients   int    `json:"patients"`
}

// ConditionInMix is how many patients have a condition now, and of how many in a hundred they are.
type ConditionInMix struct {
	CodeSystem string  `json:"code_system" example:"http://snomed.info/sct"`
	Code       string  `json:"code" example:"38341003"`
	Name       string  `json:"name"`
	Patients   int     `json:"patients"`
	Percentage float64 `json:"percentage"`
}

// DoctorPerformanceStats is a doctor and what their patients have.
type DoctorPerformanceStats struct {
	DoctorID             uuid.UUID      `json:"doctor_id" format:"uuid"`
	DoctorName           string         `json:"doctor_name"`
	InstitutionID        uuid.UUID      `json:"institution_id" format:"uuid"`
	InstitutionName      string         `json:"institution_name"`
	Patients             int            `json:"patients" doc:"Active and living."`
	AverageAge           *float64       `json:"average_age" doc:"In years; null without patients."`
	FullAccessPercentage float64        `json:"full_access_percentage" doc:"Of the patients; 0 without any."`
	TopConditions        []TopCondition `json:"top_conditions" nullable:"false" doc:"The five that most of them have now, most common first."`
}

// SpecialtyShare is a specialty and the doctors in practice who have it.
type SpecialtyShare struct {
	SpecialtyCode          string   `json:"specialty_code"`
	Specialty              string   `json:"specialty"`
	SpecialtyCategory      string   `json:"specialty_category"`
	Doctors                int      `json:"doctors" doc:"In practice."`
	Percentage             float64  `json:"percentage" doc:"Of all of them."`
	AverageYearsExperience *float64 `json:"average_years_experience"`
	AverageConsultationFee *string  `json:"average_consultation_fee" example:"120.50"`
}

// PlaceShare is who is in a country, region and type of institution, by the institutions' primary addresses.
type PlaceShare struct {
	CountryCode     *string `json:"country_code" example:"US" doc:"ISO 3166-1; null for institutions without an address."`
	Country         *string `json:"country"`
	RegionCode      *string `json:"region_code" example:"US-MA" doc:"ISO 3166-2; null where the address names none."`
	Region          *string `json:"region"`
	InstitutionType string  `json:"institution_type" doc:"A code of the catalog institution types."`
	Institutions    int     `json:"institutions" doc:"Active."`
	Doctors         int     `json:"doctors" doc:"In practice."`
	Patients        int     `json:"patients" doc:"Active and living."`
}

// ConditionPrevalence is a condition and the patients who have it now.
type ConditionPrevalence struct {
	CodeSystem     string  `json:"code_system" example:"http://snomed.info/sct"`
	Code           string  `json:"code" example:"38341003"`
	Condition      string  `json:"condition"`
	ConditionGroup *string `json:"condition_group" example:"hypertension"`
	Patients       int     `json:"patients" doc:"Each once, however many episodes."`
	Percentage     float64 `json:"percentage" doc:"Of all active and living patients."`
}

// HealthConditionStats is how many patients have or do what, each counted once.
type HealthConditionStats struct {
	Patients        int      `json:"patients" doc:"Active and living."`
	Hypertension    int      `json:"hypertension" doc:"Who have a condition of the group now; so the next two."`
	Diabetes        int      `json:"diabetes"`
	HighCholesterol int      `json:"high_cholesterol" doc:"The condition group hyperlipidemia."`
	Smokers         int      `json:"smokers" doc:"Who smoke now."`
	Drinkers        int      `json:"drinkers" doc:"Who drink alcohol, however rarely."`
	AverageHeightCM *float64 `json:"average_height_cm" doc:"Of those whose height is known; null without any."`
	AverageWeightKG *float64 `json:"average_weight_kg"`
	AverageBMI      *float64 `json:"average_bmi" doc:"kg/m², of those whose height and weight are known."`
}

// InstitutionAnalytics is an institution, its doctors and what its patients have.
type InstitutionAnalytics struct {
	InstitutionID          uuid.UUID        `json:"institution_id" format:"uuid"`
	InstitutionName        string           `json:"institution_name"`
	Patients               int              `json:"patients" doc:"Active and living."`
	Doctors                int              `json:"doctors" doc:"In practice."`
	AverageConsultationFee *string          `json:"average_consultation_fee" example:"120.50"`
	MostCommonSpecialty    *string          `json:"most_common_specialty" doc:"Of equals the first by code."`
	PatientsPerDoctor      *float64         `json:"patients_per_doctor" doc:"null without doctors."`
	ValidatedPercentage    float64          `json:"validated_percentage" doc:"Patients validated by doctor and institution."`
	ConditionMix           []ConditionInMix `json:"condition_mix" nullable:"false" doc:"What the patients have now, most common first; who has several conditions is in each."`
}

// RegistrationMonth is a month and who was registered in it, of today's active and living patients.
type RegistrationMonth struct {
	Month    string         `json:"month" example:"2026-01"`
	Total    int            `json:"total"`
	BySex    map[string]int `json:"by_sex" doc:"By codes of the catalog sexes."`
	ByGender map[string]int `json:"by_gender" doc:"By codes of the catalog genders; unspecified is none."`
}

// PatientMonth is a month and the patients who were registered in it.
type PatientMonth struct {
	Month                string   `json:"month" example:"2026-01"`
	NewPatients          int      `json:"new_patients"`
	CumulativePatients   int      `json:"cumulative_patients" doc:"Until the end of the month."`
	AverageAge           *float64 `json:"average_age" doc:"Of the new ones, at registration; null without any."`
	Pending              int      `json:"pending" doc:"Of the new ones, by their validation now; so the next four."`
	DoctorValidated      int      `json:"doctor_validated"`
	InstitutionValidated int      `json:"institution_validated"`
	FullAccess           int      `json:"full_access"`
	Rejected             int      `json:"rejected"`
}

// ValidationShare is a validation status and the patients who have it.
type ValidationShare struct {
	ValidationStatus string  `json:"validation_status" enum:"pending,doctor_validated,institution_validated,full_access,rejected"`
	Patients         int     `json:"patients" doc:"Active and living."`
	Percentage       float64 `json:"percentage" doc:"Of all of them; 0 without any."`
}
