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
	healthprofile.FieldSmokingStatus, healthprofile.FieldSmokingRecordedOn, healthprofile.FieldSmokingSource,
	healthprofile.FieldSmokingYears,
	healthprofile.FieldAlcoholFrequency, healthprofile.FieldWeeklyActivityMinutes,
}

// PatientCondition is the policy of patients' conditions.
func PatientCondition() entgo.Policy {
	return entries[*ent.PatientConditionQuery, *ent.PatientConditionMutation, predicate.PatientCondition]()
}

// PatientMedication is the policy of patients' medications.
func PatientMedication() entgo.Policy {
	return entries[*ent.PatientMedicationQuery, *ent.PatientMedicationMutation, predicate.PatientMedication]()
}

// PatientAllergy is the policy of patients' allergies.
func PatientAllergy() entgo.Policy {
	return entries[*ent.PatientAllergyQuery, *ent.PatientAllergyMutation, predicate.PatientAllergy]()
}

// PatientFamilyHistory is the policy of patients' family history.
func PatientFamilyHistory() entgo.Policy {
	return entries[*ent.PatientFamilyHistoryQuery, *ent.PatientFamilyHistoryMutation, predicate.PatientFamilyHistory]()
}

// entries is the policy of one kind of entries of patients' records.
func entries[
	Q interface{ Where(...P) Q },
	M interface {
		ofPatient
		Where(...P)
	},
	P ~func(*sql.Selector),
]() entgo.Policy {
	return policy(
		reads[Q](belongingTo[P](clinical)),
		creates[M](diagnosed, nil),
		updates[M](belongingTo[P](diagnosed), nil),
		deletes[M](belongingTo[P](diagnosed)),
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
