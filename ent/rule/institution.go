package rule

import (
	entgo "entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Institution is the policy of medical institutions.
func Institution() entgo.Policy {
	return policy(reads[*ent.MedicalInstitutionQuery](institutions))
}

// institutions: an institution is seen by itself, its patients, its doctors and staff who may read institutions.
func institutions(v viewer.Viewer) (predicate.MedicalInstitution, bool) {
	switch v.Kind {
	case viewer.Patient:
		return medicalinstitution.HasPatientsWith(patient.ID(v.SubjectID)), true
	case viewer.Doctor:
		return medicalinstitution.HasDoctorsWith(doctor.ID(v.SubjectID)), true
	case viewer.Institution:
		return medicalinstitution.ID(v.SubjectID), true
	default:
		return nil, v.Can("institutions:read")
	}
}
