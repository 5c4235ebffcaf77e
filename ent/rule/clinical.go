package rule

import (
	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/healthprofile"
	"github.com/predicthealth/predicthealth/ent/patientallergy"
	"github.com/predicthealth/predicthealth/ent/patientcondition"
	"github.com/predicthealth/predicthealth/ent/patientfamilyhistory"
	"github.com/predicthealth/predicthealth/ent/patientmedication"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// HealthProfile is the policy of health profiles. Patients answer for their habits; the rest is measured.
func HealthProfile() entgo.Policy {
	habits := columns{viewer.Patient: Lifestyle}
	return policy(
		reads[*ent.HealthProfileQuery](belongingTo(clinical, healthprofile.HasPatientWith)),
		creates[*ent.HealthProfileMutation](clinicalInCare, habits),
		updates[*ent.HealthProfileMutation](belongingTo(clinicalInCare, healthprofile.HasPatientWith), habits),
	)
}

// Lifestyle are the columns of a health profile that patients may change themselves.
var Lifestyle = []string{
	healthprofile.FieldSmokingStatus, healthprofile.FieldSmokingYears,
	healthprofile.FieldAlcoholFrequency, healthprofile.FieldWeeklyActivityMinutes,
}

// PatientCondition is the policy of patients' conditions.
func PatientCondition() entgo.Policy {
	return policy(
		reads[*ent.PatientConditionQuery](belongingTo(clinical, patientcondition.HasPatientWith)),
		creates[*ent.PatientConditionMutation](diagnosed, nil),
		updates[*ent.PatientConditionMutation](belongingTo(diagnosed, patientcondition.HasPatientWith), nil),
		deletes[*ent.PatientConditionMutation](belongingTo(diagnosed, patientcondition.HasPatientWith)),
	)
}

// PatientMedication is the policy of patients' medications.
func PatientMedication() entgo.Policy {
	return policy(
		reads[*ent.PatientMedicationQuery](belongingTo(clinical, patientmedication.HasPatientWith)),
		creates[*ent.PatientMedicationMutation](diagnosed, nil),
		updates[*ent.PatientMedicationMutation](belongingTo(diagnosed, patientmedication.HasPatientWith), nil),
		deletes[*ent.PatientMedicationMutation](belongingTo(diagnosed, patientmedication.HasPatientWith)),
	)
}

// PatientAllergy is the policy of patients' allergies.
func PatientAllergy() entgo.Policy {
	return policy(
		reads[*ent.PatientAllergyQuery](belongingTo(clinical, patientallergy.HasPatientWith)),
		creates[*ent.PatientAllergyMutation](diagnosed, nil),
		updates[*ent.PatientAllergyMutation](belongingTo(diagnosed, patientallergy.HasPatientWith), nil),
		deletes[*ent.PatientAllergyMutation](belongingTo(diagnosed, patientallergy.HasPatientWith)),
	)
}

// PatientFamilyHistory is the policy of patients' family history.
func PatientFamilyHistory() entgo.Policy {
	return policy(
		reads[*ent.PatientFamilyHistoryQuery](belongingTo(clinical, patientfamilyhistory.HasPatientWith)),
		creates[*ent.PatientFamilyHistoryMutation](diagnosed, nil),
		updates[*ent.PatientFamilyHistoryMutation](belongingTo(diagnosed, patientfamilyhistory.HasPatientWith), nil),
		deletes[*ent.PatientFamilyHistoryMutation](belongingTo(diagnosed, patientfamilyhistory.HasPatientWith)),
	)
}

// belongingTo is the scope of what belongs to the patients in a scope.
func belongingTo[P ~func(*sql.Selector)](patients scope[predicate.Patient], hasPatientWith func(...predicate.Patient) P) scope[P] {
	return func(v viewer.Viewer) (P, bool) {
		owner, ok := patients(v)
		if !ok || owner == nil {
			return nil, ok
		}
		return hasPatientWith(owner), true
	}
}
