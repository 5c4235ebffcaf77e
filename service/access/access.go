// Package access says which parts of a patient's record a viewer may see and change. Which records they reach at all is
// a predicate of every statement: see ent/rule.
package access

import (
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Rights are what a viewer may do with the clinical data of a patient, of which ent/rule lets them see something.
type Rights struct {
	// Notes may be seen: those of the health profile, of conditions, medications, allergies and family history.
	Notes bool
	// Lifestyle may be changed: the answers on smoking, alcohol and activity.
	Lifestyle bool
	// Clinical data may be changed: all of it, lifestyle and notes included.
	Clinical bool
}

// To returns the viewer's rights to a patient in the care of a doctor. Colleagues of the doctor see no notes and change
// nothing; patients change what only they know.
func To(v viewer.Viewer, doctorID uuid.UUID) Rights {
	switch v.Kind {
	case viewer.Patient:
		return Rights{Notes: true, Lifestyle: true}
	case viewer.Doctor:
		own := v.SubjectID == doctorID
		return Rights{Notes: own, Lifestyle: own, Clinical: own}
	case viewer.Institution:
		return Rights{Notes: true, Lifestyle: true, Clinical: true}
	default:
		updates := v.Can("patients:update")
		return Rights{Notes: v.Can("patients:read"), Lifestyle: updates, Clinical: updates}
	}
}
