package valueset

// ConditionStatus is a code from FHIR's condition-clinical, which has unknown since R5.
type ConditionStatus string

// Continuing are the statuses of what continues, as the database's is_current has them. Of medications and allergies, only active
// is one.
var Continuing = []string{"active", "recurrence", "relapse"}

// Values returns all codes of the set.
func (ConditionStatus) Values() []string {
	return []string{"active", "recurrence", "relapse", "inactive", "remission", "resolved", "unknown"}
}

// VerificationStatus is a code from FHIR's condition-ver-status, without those that take a condition back.
type VerificationStatus string

// ConditionConfirmed is the status of an established diagnosis.
const ConditionConfirmed VerificationStatus = "confirmed"

// Values returns all codes of the set.
func (VerificationStatus) Values() []string {
	return []string{"unconfirmed", "provisional", "differential", "confirmed"}
}

// MedicationStatus is a code from FHIR's medicationrequest-status.
type MedicationStatus string

// MedicationActive is the status of a medication that the patient takes now.
const MedicationActive MedicationStatus = "active"

// Values returns all codes of the set.
func (MedicationStatus) Values() []string {
	return []string{"active", "on-hold", "completed", "stopped", "cancelled", "unknown"}
}

// AllergyStatus is a code from FHIR's allergyintolerance-clinical, or unknown.
type AllergyStatus string

// Values returns all codes of the set.
func (AllergyStatus) Values() []string { return []string{"active", "inactive", "resolved", "unknown"} }

// AllergyVerification is a code from FHIR's allergyintolerance-verification, without those that take an allergy back.
type AllergyVerification string

// Values returns all codes of the set.
func (AllergyVerification) Values() []string { return []string{"unconfirmed", "confirmed"} }

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
