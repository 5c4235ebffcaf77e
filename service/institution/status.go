package institution

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
)

// Deactivate deactivates an institution and ends its sessions. It can still see its own data, but can't create or change
// anything. It is for staff with institutions:read and institutions:update. It fails with Forbidden for other viewers who see
// the institution, and for viewers who don't as for a missing record. An institution with active doctors (has_doctors) or
// patients (has_patients) is a Conflict: suspend, retire, transfer or deactivate them first.
func (s *Service) Deactivate(ctx context.Context, id uuid.UUID, reason string) (*Institution, error) {
	return s.act(ctx, id, "deactivate", reason, func(ctx context.Context, tx *ent.Client, row *ent.MedicalInstitution) error {
		if err := unused(ctx, tx, id); err != nil {
			return err
		}
		if err := row.Update().SetActive(false).Exec(ctx); err != nil {
			return fmt.Errorf("closing an institution: %w", err)
		}
		return s.endSessions(ctx, tx, id)
	})
}

// Reactivate makes an institution active again. It is for the same viewers as Deactivate.
func (s *Service) Reactivate(ctx context.Context, id uuid.UUID, reason string) (*Institution, error) {
	return s.act(ctx, id, "reactivate", reason, func(ctx context.Context, _ *ent.Client, row *ent.MedicalInstitution) error {
		return row.Update().SetActive(true).Exec(ctx)
	})
}

// Verify records that an institution's licence has been checked; the audit trail says by whom. It is for staff who may also
// create institutions (institutions:create); otherwise it is for the same viewers as Deactivate.
func (s *Service) Verify(ctx context.Context, id uuid.UUID, reason string) (*Institution, error) {
	return s.act(ctx, id, "verify", reason, func(ctx context.Context, _ *ent.Client, row *ent.MedicalInstitution) error {
		if err := service.Require(ctx, verifies); err != nil {
			return err
		}
		return row.Update().SetVerified(true).Exec(ctx)
	})
}

// act changes an institution that staff may change, records it, and returns the institution after it. The row is locked
// until the commit, so that nobody creates a doctor there in the meantime.
func (s *Service) act(
	ctx context.Context, id uuid.UUID, verb, reason string,
	do func(ctx context.Context, tx *ent.Client, row *ent.MedicalInstitution) error,
) (*Institution, error) {
	return s.changes().Act(ctx, id, verb, func(ctx context.Context, tx *ent.Client, _ *Institution) (map[string]any, error) {
		if err := service.Require(ctx, "institutions:update"); err != nil {
			return nil, err
		}
		row, err := tx.MedicalInstitution.Query().Where(medicalinstitution.ID(id)).ForUpdate().Only(ctx)
		if err != nil {
			return nil, fmt.Errorf("locking an institution: %w", err)
		}
		return map[string]any{"reason": reason}, do(ctx, tx, row)
	})
}

// unused returns a Conflict while an institution has active doctors or patients, even ones that the viewer may not see.
func unused(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	tx = tx.System() // including those whom the viewer may not see
	doctors, err := tx.Doctor.Query().Where(doctor.InstitutionID(id), doctor.StatusEQ(doctor.StatusActive)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("looking for doctors: %w", err)
	}
	if doctors {
		return &service.Error{Code: service.Conflict, Reason: "has_doctors", Detail: "The institution has active doctors. Suspend or retire them first."}
	}
	patients, err := tx.Patient.Query().Where(patient.InstitutionID(id), patient.Active(true)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("looking for patients: %w", err)
	}
	if patients {
		return &service.Error{Code: service.Conflict, Reason: "has_patients", Detail: "The institution has active patients. Transfer or deactivate them first."}
	}
	return nil
}

// endSessions ends the sessions of the institution's account, if there is one. The viewer need not see accounts.
func (s *Service) endSessions(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	accountID, err := tx.System().User.Query().Where(user.InstitutionID(id)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("finding an institution's account: %w", err)
	}
	whose := auth.SessionFilter{AccountKind: viewer.Institution, AccountID: accountID}
	_, err = s.options.Sessions.EndSessions(ctx, whose, auth.EndedByDisabling)
	return err
}
