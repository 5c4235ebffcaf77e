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
)

// Patient is the patient whose record is read or changed. It is the owner of the collections.
type Patient struct {
	id   uuid.UUID
	born time.Time // read by Change
}

// Of returns the patient with this id.
func Of(id uuid.UUID) *Patient { return &Patient{id: id} }

// Me returns the patient who is signed in. It fails as for a missing record when the viewer isn't a patient.
func Me(ctx context.Context) (*Patient, error) {
	id, err := service.Self(ctx, viewer.Patient)
	return Of(id), err
}

// Columns returns the columns that say to which patient an entry belongs.
func (p *Patient) Columns() map[string]any { return map[string]any{"patient_id": p.id} }

// Trail returns an event that says whose record it is.
func (p *Patient) Trail() (audit.Event, map[string]any) {
	return audit.Event{EntityType: "patient", EntityID: p.id.String(), PatientID: p.id}, map[string]any{}
}

// Tag returns the tag of cached responses about patients.
func (p *Patient) Tag() string { return service.TagPatients }

// See fails as for a missing record when the viewer may not see the patient's clinical data.
func (p *Patient) See(ctx context.Context, client *ent.Client) error {
	_, err := p.read(ctx, client)
	return err
}

// Change fails as See does, and with Forbidden for viewers who may only see the data.
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
	if !access.To(v, row.DoctorID).Clinical {
		return service.ReadOnly()
	}
	return nil
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
