// Package access says which parts of a patient's record a viewer may see and change. Which records they reach at all is
// a predicate of every statement: see ent/rule.
package access

import (
	"slices"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Rights are what a viewer may do with the record of a patient, of which ent/rule lets them see something.
type Rights struct {
	// Notes may be seen: those of the health profile, of conditions, medications, allergies and family history.
	Notes bool
	// Lifestyle may be changed: the answers on smoking, alcohol and activity.
	Lifestyle bool
	// Clinical data may be changed: all of it, lifestyle and notes included.
	Clinical bool
	// EmergencyContact may be changed.
	EmergencyContact bool
	// Identity may be changed: names, birth and death, sex and gender.
	Identity bool
	// Care may be changed: who treats the patient, and whether they are in care.
	Care bool
}

// May says whether a right is there, by the name that members of resources have for it.
func (r Rights) May(right string) bool {
	switch right {
	case "lifestyle":
		return r.Lifestyle
	case "clinical":
		return r.Clinical
	case "emergency_contact":
		return r.EmergencyContact
	case "identity":
		return r.Identity
	}
	return false
}

// To returns the viewer's rights to a patient in the care of a doctor: what follows from the columns that ent/rule lets
// them set. Whoever changes a record reads its notes, and so do staff who may read patients.
func To(v viewer.Viewer, doctorID uuid.UUID) Rights {
	columns := rule.PatientColumns(v, doctorID)
	changes := len(columns) > 0
	return Rights{
		Notes:            changes || v.Can("patients:read"),
		Lifestyle:        changes,
		Clinical:         changes && v.Kind != viewer.Patient,
		EmergencyContact: slices.Contains(columns, patient.FieldEmergencyContactName),
		Identity:         slices.Contains(columns, patient.FieldFirstName),
		Care:             slices.Contains(columns, patient.FieldDoctorID),
	}
}

// ToProfile returns the rights to a profile of which the viewer may set some columns: whoever may set any may change how it
// is presented. A doctor's employment is for those who may set the status, everything else for those who may set the licence
// number.
func ToProfile(columns []string) func(right string) bool {
	return func(right string) bool {
		switch right {
		case "presentation":
			return len(columns) > 0
		case "employment":
			return slices.Contains(columns, doctor.FieldStatus)
		}
		return slices.Contains(columns, doctor.FieldLicenceNumber)
	}
}

// ClinicalFigures says whether a viewer who may see figures about patients sees how many have what: of staff those who may
// read patients. Insurers don't either, which only the statement that counts knows.
func ClinicalFigures(v viewer.Viewer) bool {
	return v.Kind == viewer.Doctor || v.Kind == viewer.Institution || v.Can("patients:read")
}
