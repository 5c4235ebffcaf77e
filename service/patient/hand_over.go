package patient

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

// InCare says whether a doctor has active patients, whoever the viewer is.
func (s *Service) InCare(ctx context.Context, doctorID uuid.UUID) (bool, error) {
	has, err := s.store.System(ctx).Patient.Query().
		Where(patient.DoctorID(doctorID), patient.Active(true)).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("looking for patients: %w", err)
	}
	return has, nil
}

// Has says whether a doctor has patients, active or not, whoever the viewer is.
func (s *Service) Has(ctx context.Context, doctorID uuid.UUID) (bool, error) {
	has, err := s.store.System(ctx).Patient.Query().Where(patient.DoctorID(doctorID)).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("looking for patients: %w", err)
	}
	return has, nil
}

// HandOver moves all patients of a doctor, active or not, to another doctor of the same institution and returns how many
// there were; their validation starts again. It is for services that have checked and locked both doctors. Institutions may
// call it for their own patients, and so may staff with patients:read and patients:update; others get Forbidden.
func (s *Service) HandOver(ctx context.Context, from, to uuid.UUID) (int, error) {
	moved := 0
	err := s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		// This locks all of them; the update runs with the viewer's own rights.
		ids, err := tx.System().Patient.Query().Where(patient.DoctorID(from)).ForUpdate().IDs(ctx)
		if err != nil || len(ids) == 0 {
			return err
		}
		if err := sayWhoActs(ctx, tx); err != nil {
			return err
		}
		if moved, err = tx.Patient.Update().Where(patient.DoctorID(from)).SetDoctorID(to).Save(ctx); err != nil {
			return fmt.Errorf("handing patients over: %w", service.FromDatabase(err, sentAs))
		}
		events := make([]audit.Event, len(ids))
		for i, id := range ids {
			events[i] = audit.Event{
				Action: "patient.transfer", EntityType: "patient", EntityID: id.String(), PatientID: id, ResultCount: len(ids),
				Payload: map[string]any{"from_doctor_id": from, "to_doctor_id": to},
			}
		}
		s.store.AfterCommit(ctx, func(ctx context.Context) { s.cache.Invalidate(ctx, service.TagPatients) })
		return s.trail.Record(ctx, events...)
	})
	return moved, err
}
