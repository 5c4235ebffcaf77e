package valueset

// ValidationStatus is the status of a patient's validation.
type ValidationStatus string

// The statuses of a validation, in order, and rejected.
const (
	Pending              ValidationStatus = "pending"
	DoctorValidated      ValidationStatus = "doctor_validated"
	InstitutionValidated ValidationStatus = "institution_validated"
	FullAccess           ValidationStatus = "full_access"
	Rejected             ValidationStatus = "rejected"
)

// Values returns all codes of the set.
func (ValidationStatus) Values() []string {
	return []string{"pending", "doctor_validated", "institution_validated", "full_access", "rejected"}
}

// Origin says where a value comes from.
type Origin string

// The origins of values.
const (
	Entered  Origin = "entered" // by somebody, here
	Imported Origin = "imported"
)

// Values returns all codes of the set.
func (Origin) Values() []string { return []string{"entered", "imported"} }

// SmokingStatus says whether a patient smokes.
type SmokingStatus string

// Some smoking statuses.
const (
	SmokingUnknown SmokingStatus = "unknown"
	FormerSmoker   SmokingStatus = "former"
	CurrentSmoker  SmokingStatus = "current"
)

// Values returns all codes of the set.
func (SmokingStatus) Values() []string { return []string{"never", "former", "current", "unknown"} }

// AlcoholFrequency is how often a patient drinks alcohol.
type AlcoholFrequency string

// Values returns all codes of the set.
func (AlcoholFrequency) Values() []string {
	return []string{"never", "rarely", "occasionally", "regularly", "daily", "unknown"}
}
