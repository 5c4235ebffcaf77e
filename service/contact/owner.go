package contact

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// OwnerKind is a kind of who has contacts.
type OwnerKind string

// The kinds.
const (
	Patient     OwnerKind = "patient"
	Doctor      OwnerKind = "doctor"
	Institution OwnerKind = "institution"
)

// Owner is whose a contact is.
type Owner struct {
	Kind OwnerKind
	ID   uuid.UUID
}

// Me returns the owner who is asking, or the error of a missing record when it is none of the kind.
func Me(ctx context.Context, kind OwnerKind) (Owner, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return Owner{}, err
	}
	if string(v.Kind) != string(kind) {
		return Owner{}, service.Missing()
	}
	return Owner{kind, v.SubjectID}, nil
}

// patient is the patient whose record the contacts are part of; nil for others.
func (o Owner) patient() uuid.UUID {
	if o.Kind == Patient {
		return o.ID
	}
	return uuid.Nil
}

// tag is that of cached answers which show the owner.
func (o Owner) tag() string {
	return map[OwnerKind]string{
		Patient: service.TagPatients, Doctor: service.TagDoctors, Institution: service.TagInstitutions,
	}[o.Kind]
}

// seen returns nil when the viewer may see the owner's contacts, else the error of a missing record, or Forbidden for
// staff without the permission. Patients and doctors see no others' but those of doctors' patients.
func (o Owner) seen(ctx context.Context, client *ent.Client) error {
	_, err := o.rights(ctx, client, false)
	return err
}

// rights are what a viewer may do with an owner's contacts.
type rights struct{ change, verify bool }

// rights returns what the viewer may do with the contacts, or the error of seen. It can lock the owner's row, so that who
// changes the same owner's contacts waits: there is one primary among them.
func (o Owner) rights(ctx context.Context, client *ent.Client, lock bool) (rights, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return rights{}, err
	}
	own := string(v.Kind) == string(o.Kind)
	if o.Kind != Patient && (v.Kind == viewer.Patient || v.Kind == viewer.Doctor) && (!own || v.SubjectID != o.ID) {
		return rights{}, service.Missing()
	}
	changes := false
	switch o.Kind {
	case Patient:
		changes, err = o.patientChanges(ctx, client, v, lock)
	case Doctor:
		changes, err = o.doctorChanges(ctx, client, v, lock)
	case Institution:
		changes, err = o.institutionChanges(ctx, client, v, lock)
	}
	if err != nil {
		return rights{}, fmt.Errorf("finding whose contacts they are: %w", err)
	}
	return rights{change: changes, verify: changes && !own}, nil
}

func (o Owner) patientChanges(ctx context.Context, client *ent.Client, v viewer.Viewer, lock bool) (bool, error) {
	query := client.Patient.Query().Where(patient.ID(o.ID))
	if lock {
		query.ForUpdate()
	}
	row, err := query.Only(ctx)
	if err != nil {
		return false, err
	}
	return len(rule.PatientColumns(v, row.DoctorID)) > 0, nil
}

func (o Owner) doctorChanges(ctx context.Context, client *ent.Client, v viewer.Viewer, lock bool) (bool, error) {
	query := client.Doctor.Query().Where(doctor.ID(o.ID))
	if lock {
		query.ForUpdate()
	}
	row, err := query.Only(ctx)
	if err != nil {
		return false, err
	}
	return len(rule.DoctorColumns(v, row.ID, row.InstitutionID, row.Status)) > 0, nil
}

func (o Owner) institutionChanges(ctx context.Context, client *ent.Client, v viewer.Viewer, lock bool) (bool, error) {
	query := client.MedicalInstitution.Query().Where(medicalinstitution.ID(o.ID))
	if lock {
		query.ForUpdate()
	}
	row, err := query.Only(ctx)
	if err != nil {
		return false, err
	}
	return len(rule.InstitutionColumns(v, row.ID, row.Active)) > 0, nil
}
