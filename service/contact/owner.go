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
	"github.com/predicthealth/predicthealth/service/audit"
)

// OwnerKind is a kind of owner of contacts.
type OwnerKind string

// The kinds of owner.
const (
	Patient     OwnerKind = "patient"
	Doctor      OwnerKind = "doctor"
	Institution OwnerKind = "institution"
)

// Owner is the owner of a contact.
type Owner struct {
	Kind OwnerKind
	ID   uuid.UUID
}

// Me returns the owner who is signed in. It fails as for a missing record when the viewer is of another kind.
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

// OwnerOf returns the owner of this kind with an id.
func (k OwnerKind) OwnerOf(id uuid.UUID) Owner { return Owner{k, id} }

// Columns returns the columns of a contact that name its owner.
func (o Owner) Columns() map[string]any {
	return map[string]any{"entity_type": string(o.Kind), "entity_id": o.ID}
}

// Trail returns what the audit trail records about the owner; patients' contacts are part of their record.
func (o Owner) Trail() (audit.Event, map[string]any) {
	event := audit.Event{EntityType: string(o.Kind), EntityID: o.ID.String()}
	if o.Kind == Patient {
		event.PatientID = o.ID
	}
	return event, map[string]any{"owner_type": o.Kind, "owner_id": o.ID}
}

// Tag returns the tag of cached responses that show the owner.
func (o Owner) Tag() string {
	return map[OwnerKind]string{
		Patient: service.TagPatients, Doctor: service.TagDoctors, Institution: service.TagInstitutions,
	}[o.Kind]
}

// See returns nil when the viewer may see the owner's contacts. Otherwise it fails as for a missing record, or with Forbidden
// for staff without the permission. Patients and doctors see only their own contacts; doctors also see those of patients.
func (o Owner) See(ctx context.Context, client *ent.Client) error {
	_, err := o.changes(ctx, client, false)
	return err
}

// Change fails as See does, and with Forbidden for viewers who may only see the contacts. It locks the owner's row, so that
// other changes to the same owner's contacts wait: exactly one of them must be primary.
func (o Owner) Change(ctx context.Context, tx *ent.Client) error {
	may, err := o.changes(ctx, tx, true)
	if err == nil && !may {
		err = service.ReadOnly()
	}
	return err
}

// asks says whether the viewer is the owner; viewers see no other owner of their own kind.
func (o Owner) asks(ctx context.Context) bool {
	v, err := service.Viewer(ctx)
	return err == nil && string(v.Kind) == string(o.Kind)
}

// changes says whether the viewer may change the contacts. It fails as See does.
func (o Owner) changes(ctx context.Context, client *ent.Client, lock bool) (may bool, err error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return false, err
	}
	if o.Kind != Patient && (v.Kind == viewer.Patient || v.Kind == viewer.Doctor) && (!o.asks(ctx) || v.SubjectID != o.ID) {
		return false, service.Missing()
	}
	switch o.Kind {
	case Patient:
		may, err = o.patientChanges(ctx, client, v, lock)
	case Doctor:
		may, err = o.doctorChanges(ctx, client, v, lock)
	case Institution:
		may, err = o.institutionChanges(ctx, client, v, lock)
	}
	if err != nil {
		return false, fmt.Errorf("finding whose contacts they are: %w", err)
	}
	return may, nil
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
