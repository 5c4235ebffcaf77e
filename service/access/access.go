// Package access says which parts of a patient's record a viewer may see and change. Which records they reach at all is
// a predicate of every statement: see ent/rule.
package access

import (
	"github.com/google/uuid"

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

// To returns the viewer's rights to a patient in the care of a doctor. Colleagues of the doctor see no notes and change
// nothing; patients change what only they know; who treats a patient is not the doctor's to say.
func To(v viewer.Viewer, doctorID uuid.UUID) Rights {
	switch v.Kind {
	case viewer.Patient:
		return Rights{Notes: true, Lifestyle: true, EmergencyContact: true}
	case viewer.Doctor:
		own := v.SubjectID == doctorID
		return Rights{Notes: own, Lifestyle: own, Clinical: own, EmergencyContact: own, Identity: own}
	case viewer.Institution:
		return Rights{Notes: true, Lifestyle: true, Clinical: true, EmergencyContact: true, Identity: true, Care: true}
	default:
		updates := v.Can("patients:update")
		return Rights{
			Notes: v.Can("patients:read"), Lifestyle: updates, Clinical: updates,
			EmergencyContact: updates, Identity: updates, Care: updates,
		}
	}
}

// ClinicalFigures says whether a viewer who may see figures about patients sees how many have what: of staff those who may
// read patients. Insurers don't either, which only the statement that counts knows.
func ClinicalFigures(v viewer.Viewer) bool {
	return v.Kind == viewer.Doctor || v.Kind == viewer.Institution || v.Can("patients:read")
}
