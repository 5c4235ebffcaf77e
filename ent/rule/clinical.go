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

// HealthProfile is the policy of health profiles.
func HealthProfile() entgo.Policy {
	return policy(scoped[*ent.HealthProfileQuery](ofPatient(healthprofile.HasPatientWith)))
}

// PatientCondition is the policy of patients' conditions.
func PatientCondition() entgo.Policy {
	return policy(scoped[*ent.PatientConditionQuery](ofPatient(patientcondition.HasPatientWith)))
}

// PatientMedication is the policy of patients' medications.
func PatientMedication() entgo.Policy {
	return policy(scoped[*ent.PatientMedicationQuery](ofPatient(patientmedication.HasPatientWith)))
}

// PatientAllergy is the policy of patients' allergies.
func PatientAllergy() entgo.Policy {
	return policy(scoped[*ent.PatientAllergyQuery](ofPatient(patientallergy.HasPatientWith)))
}

// PatientFamilyHistory is the policy of patients' family history.
func PatientFamilyHistory() entgo.Policy {
	return policy(scoped[*ent.PatientFamilyHistoryQuery](ofPatient(patientfamilyhistory.HasPatientWith)))
}

// ofPatient is the scope of what belongs to a patient: whoever sees the patient sees it.
func ofPatient[P ~func(*sql.Selector)](hasPatientWith func(...predicate.Patient) P) func(viewer.Viewer) (P, bool) {
	return func(v viewer.Viewer) (P, bool) {
		scope, ok := patients(v)
		if !ok || scope == nil {
			return nil, ok
		}
		return hasPatientWith(scope), true
	}
}
