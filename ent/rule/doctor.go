package rule

import (
	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Doctor is the policy of doctors.
func Doctor() entgo.Policy { return policy(reads[*ent.DoctorQuery](doctors)) }

// doctors: a doctor is seen by themselves, the colleagues who share their patients, their patients, their institution
// and staff who may read doctors.
func doctors(v viewer.Viewer) (predicate.Doctor, bool) {
	switch v.Kind {
	case viewer.Patient:
		return doctor.HasPatientsWith(patient.ID(v.SubjectID)), true
	case viewer.Doctor:
		return doctor.Or(doctor.ID(v.SubjectID), func(s *sql.Selector) {
			s.Where(sql.EQ(s.C(doctor.FieldInstitutionID), institutionOf(v)))
		}), true
	case viewer.Institution:
		return doctor.InstitutionID(v.SubjectID), true
	default:
		return nil, v.Can("doctors:read")
	}
}

// doctorsManaged: a doctor who practises is changed by themselves, any doctor by their institution and staff who may
// read and update doctors.
func doctorsManaged(v viewer.Viewer) (predicate.Doctor, bool) {
	switch v.Kind {
	case viewer.Patient:
		return nil, false
	case viewer.Doctor:
		return doctor.And(doctor.ID(v.SubjectID), doctor.StatusEQ(doctor.StatusActive)), true
	case viewer.Institution:
		return doctor.InstitutionID(v.SubjectID), true
	default:
		return nil, v.Can("doctors:read") && v.Can("doctors:update")
	}
}

// institutionOf selects the institution of a doctor who practises; of one who is suspended or retired it selects no row,
// with which nothing is equal.
func institutionOf(v viewer.Viewer) *sql.Selector {
	d := sql.Table(doctor.Table)
	return sql.Select(d.C(doctor.FieldInstitutionID)).From(d).Where(sql.And(
		sql.EQ(d.C(doctor.FieldID), v.SubjectID), sql.EQ(d.C(doctor.FieldStatus), doctor.StatusActive),
	))
}
