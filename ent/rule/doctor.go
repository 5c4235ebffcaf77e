package rule

import (
	entgo "entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Doctor is the policy of doctors.
func Doctor() entgo.Policy { return policy(scoped[*ent.DoctorQuery](doctors)) }

// doctors: a doctor is seen by themselves, their patients, their institution and staff who may read doctors.
func doctors(v viewer.Viewer) (predicate.Doctor, bool) {
	switch v.Kind {
	case viewer.Patient:
		return doctor.HasPatientsWith(patient.ID(v.SubjectID)), true
	case viewer.Doctor:
		return doctor.ID(v.SubjectID), true
	case viewer.Institution:
		return doctor.InstitutionID(v.SubjectID), true
	default:
		return nil, v.Can("doctors:read")
	}
}
