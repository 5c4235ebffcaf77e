package valueset

// ConditionStatus is a code of FHIR's condition-clinical.
type ConditionStatus string

// What goes on.
const (
	ConditionActive     ConditionStatus = "active"
	ConditionRecurrence ConditionStatus = "recurrence"
	ConditionRelapse    ConditionStatus = "relapse"
)

// Values are all there are.
func (ConditionStatus) Values() []string {
	return []string{"active", "recurrence", "relapse", "inactive", "remission", "resolved"}
}

// MedicationStatus is a code of FHIR's medicationrequest-status.
type MedicationStatus string

// MedicationActive is that of what the patient takes now.
const MedicationActive MedicationStatus = "active"

// Values are all there are.
func (MedicationStatus) Values() []string {
	return []string{"active", "on-hold", "completed", "stopped", "cancelled", "unknown"}
}

// AllergyStatus is a code of FHIR's allergyintolerance-clinical.
type AllergyStatus string

// Values are all there are.
func (AllergyStatus) Values() []string { return []string{"active", "inactive", "resolved"} }

// Severity is how bad a condition or a reaction is.
type Severity string

// Values are all there are.
func (Severity) Values() []string { return []string{"mild", "moderate", "severe"} }

// Relationship is who a relative is to a patient.
type Relationship string

// Values are all there are.
func (Relationship) Values() []string {
	return []string{
		"mother", "father", "sister", "brother", "daughter", "son",
		"maternal_grandmother", "maternal_grandfather", "paternal_grandmother", "paternal_grandfather",
		"aunt", "uncle", "cousin", "other",
	}
}
