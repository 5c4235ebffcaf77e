package valueset

// ConditionStatus is a code from FHIR's condition-clinical.
type ConditionStatus string

// The statuses of current conditions.
const (
	ConditionActive     ConditionStatus = "active"
	ConditionRecurrence ConditionStatus = "recurrence"
	ConditionRelapse    ConditionStatus = "relapse"
)

// Values returns all codes of the set.
func (ConditionStatus) Values() []string {
	return []string{"active", "recurrence", "relapse", "inactive", "remission", "resolved"}
}

// MedicationStatus is a code from FHIR's medicationrequest-status.
type MedicationStatus string

// MedicationActive is the status of a medication that the patient takes now.
const MedicationActive MedicationStatus = "active"

// Values returns all codes of the set.
func (MedicationStatus) Values() []string {
	return []string{"active", "on-hold", "completed", "stopped", "cancelled", "unknown"}
}

// AllergyStatus is a code from FHIR's allergyintolerance-clinical.
type AllergyStatus string

// Values returns all codes of the set.
func (AllergyStatus) Values() []string { return []string{"active", "inactive", "resolved"} }

// Severity is the severity of a condition or a reaction.
type Severity string

// Values returns all codes of the set.
func (Severity) Values() []string { return []string{"mild", "moderate", "severe"} }

// Relationship is the relationship of a relative to a patient.
type Relationship string

// Values returns all codes of the set.
func (Relationship) Values() []string {
	return []string{
		"mother", "father", "sister", "brother", "daughter", "son",
		"maternal_grandmother", "maternal_grandfather", "paternal_grandmother", "paternal_grandfather",
		"aunt", "uncle", "cousin", "other",
	}
}
