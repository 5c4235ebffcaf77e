package rule

import (
	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Patient is the policy of patients. Only the program creates a patient (by a procedure), deletes one or takes a step of
// the validation.
func Patient() entgo.Policy {
	return policy(reads[*ent.PatientQuery](patients), updates[*ent.PatientMutation](patientsInCare, patientColumns))
}

// patients: a patient is visible to themselves, the doctors of their institution, the institution and staff who may read
// patients.
func patients(v viewer.Viewer) (predicate.Patient, bool) {
	switch v.Kind {
	case viewer.Patient:
		return patient.ID(v.SubjectID), true
	case viewer.Doctor:
		return ofInstitutionOf(v), true
	case viewer.Institution:
		return patient.InstitutionID(v.SubjectID), true
	default:
		return nil, v.Can("patients:read")
	}
}

// ofOwn selects a column of the calling patient.
func ofOwn(v viewer.Viewer, column string) *sql.Selector {
	p := sql.Table(patient.Table)
	return sql.Select(p.C(column)).From(p).Where(sql.EQ(p.C(patient.FieldID), v.SubjectID))
}

// ofInstitutionOf are the patients of the institution at which a doctor practises. It compares with a scalar, so that an
// index on institution_id and the sort keys gives the page in order.
func ofInstitutionOf(v viewer.Viewer) predicate.Patient {
	return func(s *sql.Selector) {
		s.Where(sql.EQ(s.C(patient.FieldInstitutionID), institutionOf(v)))
	}
}

// patientsInCare are the patients whom the viewer may change.
func patientsInCare(v viewer.Viewer) (predicate.Patient, bool) {
	return holding[predicate.Patient](managedPatient(v))
}

// managedPatient: a patient's record may be changed by the patient, their doctor, their institution and staff who may read
// and update patients. Colleagues of the doctor only see it.
func managedPatient(v viewer.Viewer) (values, bool) {
	switch v.Kind {
	case viewer.Patient:
		return values{patient.FieldID: v.SubjectID}, true
	case viewer.Doctor:
		return values{patient.FieldDoctorID: v.SubjectID}, true
	case viewer.Institution:
		return values{patient.FieldInstitutionID: v.SubjectID}, true
	default:
		return nil, v.Can("patients:read") && v.Can("patients:update")
	}
}

// PatientColumns returns the columns of a patient in a doctor's care that the viewer, who sees the patient, may set; none
// if the viewer may not change the patient.
func PatientColumns(v viewer.Viewer, doctorID uuid.UUID) []string {
	want, ok := managedPatient(v)
	if treats, limited := want[patient.FieldDoctorID]; !ok || limited && treats != doctorID {
		return nil
	}
	return patientColumns.of(v)
}

// EmergencyContact are the columns of a patient that patients may change themselves.
var EmergencyContact = []string{patient.FieldEmergencyContactName, patient.FieldEmergencyContactPhone}

var (
	demographics = append([]string{
		patient.FieldFirstName, patient.FieldLastName, patient.FieldDateOfBirth, patient.FieldDateOfBirthPrecision,
		patient.FieldDeceased, patient.FieldDeceasedDate, patient.FieldDeceasedDatePrecision, patient.FieldDeceasedAt,
		patient.FieldSexID, patient.FieldGenderID,
	}, EmergencyContact...)
	administration = append([]string{
		patient.FieldDoctorID, patient.FieldInstitutionID, patient.FieldActive,
	}, demographics...)

	// patientColumns: patients say whom to call in an emergency, doctors correct personal data, and institutions and staff
	// also say who treats the patient.
	patientColumns = columns{
		viewer.Patient:        EmergencyContact,
		viewer.Doctor:         demographics,
		viewer.Institution:    administration,
		viewer.CMSUser:        administration,
		viewer.ServiceAccount: administration,
	}
)
