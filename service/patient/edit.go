package patient

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
)

// edit does something to a patient whom the viewer may see, records it, and returns the patient as it is then. do gets
// what the viewer may do, and returns what the trail keeps besides the action.
func (s *Service) edit(
	ctx context.Context, id uuid.UUID, action string,
	do func(ctx context.Context, tx *ent.Client, before *Patient, rights access.Rights) (payload map[string]any, err error),
) (*Patient, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	var after *Patient
	err = s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		before, err := s.Find(ctx, id)
		if err != nil {
			return err
		}
		payload, err := do(ctx, tx, before, access.To(v, before.DoctorID))
		if err != nil {
			return err
		}
		s.store.AfterCommit(ctx, func(ctx context.Context) { s.cache.Invalidate(ctx, service.TagPatients) })
		event := audit.Event{Action: action, EntityType: "patient", EntityID: id.String(), PatientID: id}
		if payload != nil {
			event.Payload = payload
		}
		if err := s.trail.Record(ctx, event); err != nil {
			return err
		}
		after, err = s.Find(ctx, id)
		return err
	})
	return after, err
}

// Deactivate takes a patient out of care: lists and counts leave them out, the record stays. The patient's institution
// and staff with patients:read and patients:update may call it; a patient who is out of care stays so. It fails with the
// error of a missing record for who may not see the patient, and with a Forbidden one for others.
func (s *Service) Deactivate(ctx context.Context, id uuid.UUID) (*Patient, error) {
	return s.setActive(ctx, id, "patient.deactivate", false)
}

// Reactivate takes a patient into care again. Who may call it and how it fails is as for Deactivate; besides, a patient
// whose doctor doesn't practise is a Conflict (doctor_inactive): nobody would care for them.
func (s *Service) Reactivate(ctx context.Context, id uuid.UUID) (*Patient, error) {
	return s.setActive(ctx, id, "patient.reactivate", true)
}

func (s *Service) setActive(ctx context.Context, id uuid.UUID, action string, active bool) (*Patient, error) {
	return s.edit(ctx, id, action, func(ctx context.Context, tx *ent.Client, before *Patient, rights access.Rights) (map[string]any, error) {
		if !rights.Care {
			return nil, service.Errorf(service.Forbidden, "Only the patient's institution and staff say whether a patient is in care.")
		}
		if active {
			if err := practises(ctx, tx, before.DoctorID); err != nil {
				return nil, err
			}
		}
		return nil, changedOne(tx.Patient.Update().Where(patient.ID(id)).SetActive(active).Save(ctx))
	})
}

// practises returns the Conflict of a doctor who doesn't, and keeps one who does from being suspended meanwhile.
func practises(ctx context.Context, tx *ent.Client, doctorID uuid.UUID) error {
	// The viewer need not see doctors.
	row, err := tx.System().Doctor.Query().Where(doctor.ID(doctorID)).ForShare().Only(ctx)
	if err != nil {
		return fmt.Errorf("reading a patient's doctor: %w", err)
	}
	if row.Status != doctor.StatusActive {
		return &service.Error{
			Code: service.Conflict, Reason: "doctor_inactive", Detail: "The patient's doctor doesn't practise: transfer the patient to another one first.",
		}
	}
	return nil
}

// changedOne returns why an update of one patient failed: one who is gone, or has been moved out of the viewer's sight
// since they were read, is missing.
func changedOne(n int, err error) error {
	if err == nil && n == 0 {
		return service.Missing()
	}
	return service.FromDatabase(err, sentAsPatient)
}

// sentAsPatient is where the API takes the columns of a patient that is changed by itself.
var sentAsPatient = map[string]string{"patients": ""}
