package patient

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Change changes a patient who has one of the versions. Patients may change their emergency contact. Their doctor, their
// institution, and staff with patients:read and patients:update may change everything. It fails as resource.Changes does.
func (s *Service) Change(ctx context.Context, id uuid.UUID, versions service.Versions, values resource.Values[Patient]) (*Patient, error) {
	return s.changes().Change(ctx, id, versions, values)
}

func (s *Service) changes() *resource.Changes[Patient] {
	return &resource.Changes[Patient]{
		Store: s.store, Cache: s.cache, Trail: s.trail, Table: patients, Name: "patient", Tag: service.TagPatients,
		May: func(ctx context.Context, p *Patient) (func(string) bool, error) {
			rights, err := p.rights(ctx)
			return rights.May, err
		},
		Check: func(_ context.Context, _ *ent.Client, e *resource.Edit[Patient]) error {
			if e.Sets("emergency_contact/phone") {
				e.After.EmergencyContact.check(&e.Checks)
			}
			settleDeath(e)
			checkLife(e)
			return nil
		},
		Event: func(p *Patient) audit.Event {
			return audit.Event{EntityType: "patient", EntityID: p.ID.String(), PatientID: p.ID}
		},
	}
}

// rights returns the viewer's rights to the patient.
func (p *Patient) rights(ctx context.Context) (access.Rights, error) {
	v, err := service.Viewer(ctx)
	return access.To(v, p.DoctorID), err
}
