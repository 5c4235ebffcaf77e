package rule

import (
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/institutiontype"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// insurer is the code of the type of institutions that pay for care and don't give it. They see who their patients are, and
// nothing about their health. The same holds for doctors whom an insurer employs, except those who treat the patient.
const insurer = "insurer"

// clinical is the scope of the patients whose clinical data the viewer may see.
func clinical(v viewer.Viewer) (predicate.Patient, bool) {
	switch v.Kind {
	case viewer.Doctor:
		return func(s *sql.Selector) {
			s.Where(sql.EQ(s.C(patient.FieldInstitutionID), carerOf(v, s.C(patient.FieldDoctorID))))
		}, true
	case viewer.Institution:
		return func(s *sql.Selector) { s.Where(sql.EQ(s.C(patient.FieldInstitutionID), carer(v))) }, true
	default:
		return patients(v)
	}
}

// clinicalInCare is the scope of the patients whose clinical data the viewer may change.
func clinicalInCare(v viewer.Viewer) (predicate.Patient, bool) {
	if v.Kind == viewer.Institution {
		return clinical(v)
	}
	return patientsInCare(v)
}

// diagnosed is the scope of the patients for whom the viewer may record diagnoses and medication. Patients may not do so
// for themselves.
func diagnosed(v viewer.Viewer) (predicate.Patient, bool) {
	if v.Kind == viewer.Patient {
		return nil, false
	}
	return clinicalInCare(v)
}

// SeesClinical returns the predicate of patients whose clinical data the viewer may see, for reading anything other than
// the clinical entities themselves. No predicate means all patients.
func SeesClinical(v viewer.Viewer) []predicate.Patient {
	seen, ok := clinical(v)
	if !ok {
		return []predicate.Patient{func(s *sql.Selector) { s.Where(sql.False()) }}
	}
	return given(seen)
}

// GivesCare returns the predicate of the calling institution unless it is an insurer: what an insurer may not see of its
// patients it may not write when it registers them, either.
func GivesCare(v viewer.Viewer) predicate.MedicalInstitution { return institutionIs(carer(v)) }

// carer selects the calling institution; no row if it is an insurer.
func carer(v viewer.Viewer) *sql.Selector {
	i, t := sql.Table(medicalinstitution.Table), sql.Table(institutiontype.Table)
	return sql.Select(i.C(medicalinstitution.FieldID)).From(i).
		Join(t).On(t.C(institutiontype.FieldID), i.C(medicalinstitution.FieldInstitutionTypeID)).
		Where(sql.And(
			sql.EQ(i.C(medicalinstitution.FieldID), v.SubjectID), sql.NEQ(t.C(institutiontype.FieldCode), insurer),
		))
}

// carerOf selects the institution of the calling doctor; no row if the doctor doesn't practise, or works for an insurer and
// isn't the patient's doctor.
func carerOf(v viewer.Viewer, patientsDoctor string) *sql.Selector {
	d, i, t := sql.Table(doctor.Table), sql.Table(medicalinstitution.Table), sql.Table(institutiontype.Table)
	return sql.Select(d.C(doctor.FieldInstitutionID)).From(d).
		Join(i).On(i.C(medicalinstitution.FieldID), d.C(doctor.FieldInstitutionID)).
		Join(t).On(t.C(institutiontype.FieldID), i.C(medicalinstitution.FieldInstitutionTypeID)).
		Where(sql.And(
			sql.EQ(d.C(doctor.FieldID), v.SubjectID), sql.EQ(d.C(doctor.FieldStatus), doctor.StatusActive),
			sql.Or(sql.NEQ(t.C(institutiontype.FieldCode), insurer), sql.ColumnsEQ(d.C(doctor.FieldID), patientsDoctor)),
		))
}
