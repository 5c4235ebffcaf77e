package patient

import (
	"context"
	"slices"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/access"
)

// Taker is a role in which a viewer may take a step of a patient's validation.
type Taker string

// The takers: the patient, their doctor, their institution, and staff with the permission patients:validate.
const (
	ByPatient     Taker = "patient"
	ByDoctor      Taker = "doctor"
	ByInstitution Taker = "institution"
	ByStaff       Taker = "staff"
)

// takers holds the takers of the step to each status. The possible steps are in the database. The takers of a rejection are
// those of the step that it replaces.
var takers = map[valueset.ValidationStatus][]Taker{
	valueset.DoctorValidated:      {ByDoctor},
	valueset.InstitutionValidated: {ByInstitution},
	valueset.FullAccess:           {ByInstitution, ByStaff},
	valueset.Pending:              {ByPatient, ByDoctor, ByInstitution, ByStaff},
}

const rejected = valueset.Rejected

// stepsFor returns the steps to statuses, all of which are possible from the same one. asking is the viewer's role.
func stepsFor(asking Taker, statuses []valueset.ValidationStatus) []NextStep {
	var on []Taker
	for _, to := range statuses {
		on = append(on, takers[to]...)
	}
	steps := make([]NextStep, len(statuses))
	for i, to := range statuses {
		by := takers[to]
		if to == rejected {
			by = on
		}
		steps[i] = NextStep{To: to, By: by, Yours: slices.Contains(by, asking)}
	}
	return steps
}

// takerOf returns the viewer's role for a patient whom they may see; empty for viewers who can't take steps, such as those
// who aren't active.
func takerOf(ctx context.Context, client *ent.Client, v viewer.Viewer, p *Patient) (Taker, error) {
	active, err := access.Active(ctx, client)
	if err != nil || !active {
		return "", err
	}
	switch {
	case v.Kind == viewer.Patient && v.SubjectID == p.ID:
		return ByPatient, nil
	case v.Kind == viewer.Doctor && v.SubjectID == p.DoctorID:
		return ByDoctor, nil
	case v.Kind == viewer.Institution && v.SubjectID == p.InstitutionID:
		return ByInstitution, nil
	case v.Can("patients:validate"):
		return ByStaff, nil
	}
	return "", nil
}
