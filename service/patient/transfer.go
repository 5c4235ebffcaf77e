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

// Transfer moves a patient into the care of another doctor, and so of that doctor's institution; institutionID is nil or
// names that institution. The record and its history stay, but the validation starts again. Institutions transfer between
// their own doctors; only staff, with patients:read, patients:update and doctors:read, transfer to another institution. It
// fails as for a missing record for viewers who may not see the patient, with Forbidden for others, and with Invalid when
// the doctor doesn't exist, may not be seen by the viewer, isn't active or belongs to another institution.
func (s *Service) Transfer(ctx context.Context, id, doctorID, institutionID uuid.UUID) (*Patient, error) {
	return s.changes().Act(ctx, id, "transfer", func(ctx context.Context, tx *ent.Client, before *Patient) (map[string]any, error) {
		if err := mayTransfer(ctx, before); err != nil {
			return nil, err
		}
		to, err := holdDoctor(ctx, tx, doctorID, institutionID)
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

func mayTransfer(ctx context.Context, before *Patient) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	if !access.To(v, before.DoctorID).Care {
		return service.Errorf(service.Forbidden, "Only the patient's institution and staff can transfer a patient.")
	}
	if v.Kind == viewer.Institution {
		return nil
	}
	return service.Require(ctx, "doctors:read")
}

// holdDoctor returns the doctor who takes over the patient, and keeps them from being suspended in the meantime. A doctor
// whom the viewer may not see is unknown.
func holdDoctor(ctx context.Context, tx *ent.Client, doctorID, institutionID uuid.UUID) (*ent.Doctor, error) {
	to, err := tx.Doctor.Query().Where(doctor.ID(doctorID)).ForShare().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, service.InvalidFields([]service.Field{unknownDoctor})
	}
	if err != nil {
		return nil, fmt.Errorf("finding a doctor: %w", err)
	}
	return to, service.InvalidFields(takesOver(to, institutionID))
}

var (
	unknownDoctor    = service.Field{Pointer: "/doctor_id", Code: "not_found", Detail: "This doctor does not exist, or you may not see them."}
	inactiveDoctor   = service.Field{Pointer: "/doctor_id", Code: "inactive", Detail: "The doctor is not active."}
	otherInstitution = service.Field{Pointer: "/institution_id", Code: "other_institution", Detail: "The doctor does not belong to this institution."}
)

// takesOver returns the reasons why a doctor can't have a patient in an institution; nil stands for the doctor's own.
func takesOver(to *ent.Doctor, institutionID uuid.UUID) []service.Field {
	switch {
	case to.Status != doctor.StatusActive:
		return []service.Field{inactiveDoctor}
	case institutionID != uuid.Nil && institutionID != to.InstitutionID:
		return []service.Field{otherInstitution}
	}
	return nil
}

// sayWhoActs tells the trigger that keeps the validation's history who acts. It must run in the transaction that starts the
// validation, starts it again, or takes a step.
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
