package clinical

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/change"
)

// Patient is whose record is read or changed: an owner of collections.
type Patient struct {
	id   uuid.UUID
	born time.Time // read by Change
}

// Of returns the patient of an id.
func Of(id uuid.UUID) *Patient { return &Patient{id: id} }

// Me returns the patient who is asking, or the error of a missing record when it is no patient.
func Me(ctx context.Context) (*Patient, error) {
	id, err := service.Self(ctx, viewer.Patient)
	return Of(id), err
}

// Columns are those of an entry that say whose it is.
func (p *Patient) Columns() map[string]any { return map[string]any{"patient_id": p.id} }

// Trail says whose record it is.
func (p *Patient) Trail() (audit.Event, map[string]any) {
	return audit.Event{EntityType: "patient", EntityID: p.id.String(), PatientID: p.id}, map[string]any{}
}

// Tag is that of cached answers on patients.
func (p *Patient) Tag() string { return service.TagPatients }

// See returns the error of a missing record to who may not see the patient's clinical data.
func (p *Patient) See(ctx context.Context, client *ent.Client) error {
	_, err := p.read(ctx, client)
	return err
}

// Change returns that error too, and a Forbidden one to who may only see them.
func (p *Patient) Change(ctx context.Context, tx *ent.Client) error {
	row, err := p.read(ctx, tx)
	if err != nil {
		return err
	}
	p.born = row.DateOfBirth
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	return change.Permit(nil, access.To(v, row.DoctorID).Clinical)
}

func (p *Patient) read(ctx context.Context, client *ent.Client) (*ent.Patient, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	row, err := client.Patient.Query().Where(append(rule.SeesClinical(v), patient.ID(p.id))...).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading a patient: %w", err)
	}
	return row, nil
}
