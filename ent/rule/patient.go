package rule

import (
	entgo "entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Patient is the policy of patients.
func Patient() entgo.Policy { return policy(scoped[*ent.PatientQuery](patients)) }

// patients: a patient is seen by themselves, their doctor, their institution and staff who may read patients.
func patients(v viewer.Viewer) (predicate.Patient, bool) {
	switch v.Kind {
	case viewer.Patient:
		return patient.ID(v.SubjectID), true
	case viewer.Doctor:
		return patient.DoctorID(v.SubjectID), true
	case viewer.Institution:
		return patient.InstitutionID(v.SubjectID), true
	default:
		return nil, v.Can("patients:read")
	}
}
