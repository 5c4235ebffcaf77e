package patient

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var setActorQuery = sqlfiles.Query("set_actor")

// Transfer puts a patient into the care of another doctor, and so of that doctor's institution; institutionID is nil or
// says which that is. The record and its history stay; the validation starts again. Institutions transfer between
// their own doctors; to another institution only staff do, with patients:read, patients:update and doctors:read. It fails
// with the error of a missing record for who may not see the patient, a Forbidden one for others, and an Invalid one when
// the doctor is none, not the viewer's, not active, or of another institution.
func (s *Service) Transfer(ctx context.Context, id, doctorID, institutionID uuid.UUID) (*Patient, error) {
	return s.edit(ctx, id, "patient.transfer", func(ctx context.Context, tx *ent.Client, before *Patient, rights access.Rights) (map[string]any, error) {
		if err := mayTransfer(ctx, rights); err != nil {
			return nil, err
		}
		to, err := takesOver(ctx, tx, doctorID, institutionID)
		if err != nil {
			return nil, err
		}
		if err := sayWhoActs(ctx, tx); err != nil {
			return nil, err
		}
		return map[string]any{"from_doctor_id": before.DoctorID, "to_doctor_id": to.ID, "to_institution_id": to.InstitutionID},
			changedOne(tx.Patient.Update().Where(patient.ID(id)).SetDoctorID(to.ID).SetInstitutionID(to.InstitutionID).Save(ctx))
	})
}

func mayTransfer(ctx context.Context, rights access.Rights) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	if !rights.Care {
		return service.Errorf(service.Forbidden, "Only the patient's institution and staff transfer a patient.")
	}
	if v.Kind == viewer.Institution {
		return nil
	}
	return service.Require(ctx, "doctors:read")
}

// takesOver returns the doctor who is to have the patient, and keeps them from being suspended meanwhile. One whom the
// viewer may not see is unknown.
func takesOver(ctx context.Context, tx *ent.Client, doctorID, institutionID uuid.UUID) (*ent.Doctor, error) {
	refuse := func(pointer, code, detail string) error {
		return service.InvalidFields([]service.Field{{Pointer: pointer, Code: code, Detail: detail}})
	}
	to, err := tx.Doctor.Query().Where(doctor.ID(doctorID)).ForShare().Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil, refuse("/doctor_id", "unknown", "There is no such doctor, or not for you.")
	case err != nil:
		return nil, fmt.Errorf("finding a doctor: %w", err)
	case to.Status != doctor.StatusActive:
		return nil, refuse("/doctor_id", "inactive", "The doctor is not active.")
	case institutionID != uuid.Nil && institutionID != to.InstitutionID:
		return nil, refuse("/institution_id", "other_institution", "The doctor is not of this institution.")
	}
	return to, nil
}

// sayWhoActs tells the trigger that keeps the history of the validation, in the transaction that begins it, also anew, or takes
// a step.
func sayWhoActs(ctx context.Context, tx *ent.Client) error {
	actor := audit.ActorOf(ctx)
	account := ""
	if actor.ID != uuid.Nil {
		account = actor.ID.String()
	}
	rows, err := tx.QueryContext(ctx, setActorQuery, actor.Type, account)
	if err != nil {
		return fmt.Errorf("saying who acts: %w", err)
	}
	return rows.Close()
}
