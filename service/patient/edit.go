package patient

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/service"
)

// Deactivate takes a patient out of care: lists and counts leave them out, but the record stays. Repeating it changes
// nothing. It is for the patient's institution and staff with patients:read and patients:update. It fails as for a missing
// record for viewers who may not see the patient, and with Forbidden for others.
func (s *Service) Deactivate(ctx context.Context, id uuid.UUID) (*Patient, error) {
	return s.setActive(ctx, id, "deactivate", false)
}

// Reactivate takes a patient into care again. It is for the same viewers, and fails in the same ways, as Deactivate. It also
// fails with Conflict (doctor_inactive) when the patient's doctor isn't active, because nobody would care for the patient.
func (s *Service) Reactivate(ctx context.Context, id uuid.UUID) (*Patient, error) {
	return s.setActive(ctx, id, "reactivate", true)
}

func (s *Service) setActive(ctx context.Context, id uuid.UUID, verb string, active bool) (*Patient, error) {
	return s.changes().Act(ctx, id, verb, func(ctx context.Context, tx *ent.Client, before *Patient) (map[string]any, error) {
		rights, err := before.rights(ctx)
		if err != nil {
			return nil, err
		}
		if !rights.Care {
			return nil, service.Errorf(service.Forbidden, "Only the patient's institution and staff can deactivate and reactivate a patient.")
		}
		if active {
			if err := practises(ctx, tx, before.DoctorID); err != nil {
				return nil, err
			}
		}
		return nil, changedOne(tx.Patient.Update().Where(patient.ID(id)).SetActive(active).Save(ctx))
	})
}

// practises fails with Conflict when the doctor isn't active, and keeps an active one from being suspended in the meantime.
func practises(ctx context.Context, tx *ent.Client, doctorID uuid.UUID) error {
	// The viewer need not see doctors.
	row, err := tx.System().Doctor.Query().Where(doctor.ID(doctorID)).ForShare().Only(ctx)
	if err != nil {
		return fmt.Errorf("reading a patient's doctor: %w", err)
	}
	if row.Status != doctor.StatusActive {
		return &service.Error{
			Code: service.Conflict, Reason: "doctor_inactive", Detail: "The patient's doctor is not active. Transfer the patient to another doctor first.",
		}
	}
	return nil
}

// changedOne returns the reason why an update of one patient failed. A patient who has been deleted, or moved out of the
// viewer's sight since they were read, is missing.
func changedOne(n int, err error) error {
	if err == nil && n == 0 {
		return service.Missing()
	}
	return service.FromDatabase(err, sentAsPatient)
}

// sentAsPatient maps the columns of a patient who is changed alone to the body's root.
var sentAsPatient = map[string]string{"patients": ""}
