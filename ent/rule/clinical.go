package rule

import (
	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/healthprofile"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// HealthProfile is the policy of health profiles. Patients report their habits; the rest is measured.
func HealthProfile() entgo.Policy {
	habits := columns{viewer.Patient: Lifestyle}
	return policy(
		reads[*ent.HealthProfileQuery](belongingTo[predicate.HealthProfile](clinical)),
		creates[*ent.HealthProfileMutation](clinicalInCare, habits),
		updates[*ent.HealthProfileMutation](belongingTo[predicate.HealthProfile](clinicalInCare), habits),
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
		reads[*ent.PatientConditionQuery](belongingTo[predicate.PatientCondition](clinical)),
		creates[*ent.PatientConditionMutation](diagnosed, nil),
		updates[*ent.PatientConditionMutation](belongingTo[predicate.PatientCondition](diagnosed), nil),
		deletes[*ent.PatientConditionMutation](belongingTo[predicate.PatientCondition](diagnosed)),
	)
}

// PatientMedication is the policy of patients' medications.
func PatientMedication() entgo.Policy {
	return policy(
		reads[*ent.PatientMedicationQuery](belongingTo[predicate.PatientMedication](clinical)),
		creates[*ent.PatientMedicationMutation](diagnosed, nil),
		updates[*ent.PatientMedicationMutation](belongingTo[predicate.PatientMedication](diagnosed), nil),
		deletes[*ent.PatientMedicationMutation](belongingTo[predicate.PatientMedication](diagnosed)),
	)
}

// PatientAllergy is the policy of patients' allergies.
func PatientAllergy() entgo.Policy {
	return policy(
		reads[*ent.PatientAllergyQuery](belongingTo[predicate.PatientAllergy](clinical)),
		creates[*ent.PatientAllergyMutation](diagnosed, nil),
		updates[*ent.PatientAllergyMutation](belongingTo[predicate.PatientAllergy](diagnosed), nil),
		deletes[*ent.PatientAllergyMutation](belongingTo[predicate.PatientAllergy](diagnosed)),
	)
}

// PatientFamilyHistory is the policy of patients' family history.
func PatientFamilyHistory() entgo.Policy {
	return policy(
		reads[*ent.PatientFamilyHistoryQuery](belongingTo[predicate.PatientFamilyHistory](clinical)),
		creates[*ent.PatientFamilyHistoryMutation](diagnosed, nil),
		updates[*ent.PatientFamilyHistoryMutation](belongingTo[predicate.PatientFamilyHistory](diagnosed), nil),
		deletes[*ent.PatientFamilyHistoryMutation](belongingTo[predicate.PatientFamilyHistory](diagnosed)),
	)
}

// belongingTo returns the scope of the rows that belong to the patients in a scope.
func belongingTo[P ~func(*sql.Selector)](patients scope[predicate.Patient]) scope[P] {
	return func(v viewer.Viewer) (P, bool) {
		owner, ok := patients(v)
		if !ok || owner == nil {
			return nil, ok
		}
		return of[P](patientID, patient.Table, owner), true
	}
}
