package valueset

// ValidationStatus is how far the validation of a patient is.
type ValidationStatus string

// The steps of a validation, and its end without one.
const (
	Pending              ValidationStatus = "pending"
	DoctorValidated      ValidationStatus = "doctor_validated"
	InstitutionValidated ValidationStatus = "institution_validated"
	FullAccess           ValidationStatus = "full_access"
	Rejected             ValidationStatus = "rejected"
)

// Values are all there are.
func (ValidationStatus) Values() []string {
	return []string{"pending", "doctor_validated", "institution_validated", "full_access", "rejected"}
}

// SmokingStatus says whether somebody smokes.
type SmokingStatus string

// The answers of who smokes or did.
const (
	FormerSmoker  SmokingStatus = "former"
	CurrentSmoker SmokingStatus = "current"
)

// Values are all there are.
func (SmokingStatus) Values() []string { return []string{"never", "former", "current", "unknown"} }

// AlcoholFrequency is how often somebody drinks.
type AlcoholFrequency string

// Values are all there are.
func (AlcoholFrequency) Values() []string {
	return []string{"never", "rarely", "occasionally", "regularly", "daily", "unknown"}
}
