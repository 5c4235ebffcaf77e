package doctor

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
)

// Leave is the end of a doctor's practice.
type Leave struct {
	// Reason is the reason for the audit trail; may be empty.
	Reason string
	// SuccessorID is the doctor who takes over all patients; nil when the doctor has no active patients.
	SuccessorID uuid.UUID
}

// Suspend ends a doctor's practice for a while, and their sessions. From then on they see only themselves and no patient's
// record. It is for the doctor's institution and staff with doctors:read and doctors:update. It fails with Forbidden for
// other viewers who see the doctor, and for viewers who don't as for a missing record. A doctor with active patients is a
// Conflict (has_patients), unless a successor takes them over: an active doctor of the same institution, otherwise Invalid.
// All patients, active or not, then move to the successor, for which staff need patients:read and patients:update; their
// validation starts again. A retired doctor is a Conflict (retired).
func (s *Service) Suspend(ctx context.Context, id uuid.UUID, l Leave) (*Doctor, error) {
	return s.leave(ctx, id, doctor.StatusSuspended, "suspend", l)
}

// Retire ends a doctor's practice permanently; see Suspend. A suspended doctor can retire.
func (s *Service) Retire(ctx context.Context, id uuid.UUID, l Leave) (*Doctor, error) {
	return s.leave(ctx, id, doctor.StatusRetired, "retire", l)
}

// Reactivate lets a doctor practise: one who is suspended or retired, with only the patients whom they still have, or one whom an
// institution has created. It is for staff with doctors:read and doctors:update, who must have made sure who the doctor is and
// that the account is theirs. It fails with Forbidden and as for a missing record as Suspend does. A doctor whose institution
// isn't active is a Conflict (institution_inactive).
func (s *Service) Reactivate(ctx context.Context, id uuid.UUID, reason string) (*Doctor, error) {
	return s.move(ctx, id, "reactivate", uuid.Nil, func(ctx context.Context, tx *ent.Client, d, _ *ent.Doctor) (map[string]any, error) {
		if err := service.Require(ctx, "doctors:update"); err != nil {
			return nil, err
		}
		// Staff who reactivate a doctor need not see institutions.
		active, err := tx.System().MedicalInstitution.Query().Where(medicalinstitution.ID(d.InstitutionID)).ForShare().Only(ctx)
		if err != nil {
			return nil, fmt.Errorf("reading an institution: %w", err)
		}
		if !active.Active {
			return nil, &service.Error{
				Code: service.Conflict, Reason: "institution_inactive", Detail: "The doctor's institution is not active. Reactivate it first.",
			}
		}
		return setStatus(ctx, tx, d, doctor.StatusActive, map[string]any{"reason": reason})
	})
}

func (s *Service) leave(ctx context.Context, id uuid.UUID, to doctor.Status, verb string, l Leave) (*Doctor, error) {
	return s.move(ctx, id, verb, l.SuccessorID, func(ctx context.Context, tx *ent.Client, d, successor *ent.Doctor) (map[string]any, error) {
		if d.Status == doctor.StatusRetired && to == doctor.StatusSuspended {
			return nil, &service.Error{Code: service.Conflict, Reason: "retired", Detail: "The doctor has retired. A retired doctor can't be suspended."}
		}
		checks := l.check(d, successor)
		if err := checks.Err(); err != nil {
			return nil, err
		}
		moved, err := s.handOver(ctx, d, successor)
		if err != nil {
			return nil, err
		}
		if err := s.endSessions(ctx, tx, d.ID); err != nil {
			return nil, err
		}
		return setStatus(ctx, tx, d, to, l.payload(successor, moved))
	})
}

// move changes a doctor whom the viewer manages, records it, and returns the doctor afterwards. The doctor, and the successor
// if there is one, are locked until the commit, so that nobody gives them patients in the meantime.
func (s *Service) move(
	ctx context.Context, id uuid.UUID, verb string, successorID uuid.UUID,
	do func(ctx context.Context, tx *ent.Client, d, successor *ent.Doctor) (payload map[string]any, err error),
) (*Doctor, error) {
	return s.changes().Act(ctx, id, verb, func(ctx context.Context, tx *ent.Client, before *Doctor) (map[string]any, error) {
		v, err := service.Viewer(ctx)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(changeable(v, before), doctor.FieldStatus) {
			return nil, service.Errorf(service.Forbidden, "You may see this doctor but not change their status.")
		}
		// Rows are locked in a fixed order, so that two doctors who take over from each other don't deadlock. Rows that refer to
		// the doctor may still be written: a long import must not keep anybody from being suspended.
		rows, err := tx.Doctor.Query().Where(doctor.IDIn(id, successorID)).Order(doctor.ByID()).ForUpdate(noKey).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("locking a doctor: %w", err)
		}
		locked := map[uuid.UUID]*ent.Doctor{}
		for _, row := range rows {
			locked[row.ID] = row
		}
		if locked[id] == nil { // deleted in the meantime
			return nil, service.Missing()
		}
		return do(ctx, tx, locked[id], locked[successorID])
	})
}

// payload is what the audit trail records: how many patients were handed over, and why.
func (l Leave) payload(successor *ent.Doctor, patients int) map[string]any {
	payload := map[string]any{"reason": l.Reason, "patients": patients}
	if successor != nil {
		payload["successor_id"] = successor.ID
	}
	return payload
}

// noKey locks a row whose key stays the same: whoever gives the doctor patients locks it too (FOR SHARE), and waits.
var noKey = sql.WithLockClause("FOR NO KEY UPDATE")

// check refuses a successor who can't take over patients.
func (l Leave) check(d, successor *ent.Doctor) (c service.Checks) {
	const pointer = "/successor_id"
	switch {
	case l.SuccessorID == uuid.Nil:
	case successor == nil:
		c.Refuse(true, pointer, "not_found", "This doctor does not exist, or you may not see them.")
	case successor.ID == d.ID:
		c.Refuse(true, pointer, "same", "The successor must be another doctor.")
	case successor.InstitutionID != d.InstitutionID:
		c.Refuse(true, pointer, "other_institution", "The doctor belongs to another institution.")
	default:
		c.Refuse(successor.Status != doctor.StatusActive, pointer, "inactive", "The doctor is not active.")
	}
	return c
}

var errHasPatients = &service.Error{
	Code: service.Conflict, Reason: "has_patients",
	Detail: "The doctor has patients. Set successor_id to the doctor who takes them over.",
}

// handOver moves all patients of a doctor to the successor and returns how many there were. Without a successor the doctor
// must have no active patients.
func (s *Service) handOver(ctx context.Context, d, successor *ent.Doctor) (int, error) {
	if successor != nil {
		return s.options.Patients.HandOver(ctx, d.ID, successor.ID)
	}
	has, err := s.options.Patients.InCare(ctx, d.ID)
	if err == nil && has {
		err = errHasPatients
	}
	return 0, err
}

// setStatus sets the status, and adds the change to the payload.
func setStatus(ctx context.Context, tx *ent.Client, d *ent.Doctor, to doctor.Status, payload map[string]any) (map[string]any, error) {
	payload["from"], payload["to"] = d.Status, to
	if d.Status == to {
		return payload, nil
	}
	if err := tx.Doctor.Update().Where(doctor.ID(d.ID)).SetStatus(to).Exec(ctx); err != nil {
		return nil, fmt.Errorf("changing a doctor's status: %w", err)
	}
	return payload, nil
}

// endSessions ends the sessions of the doctor's account, if there is one. The viewer need not see accounts.
func (s *Service) endSessions(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	accountID, err := tx.System().User.Query().Where(user.DoctorID(id)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("finding a doctor's account: %w", err)
	}
	whose := auth.SessionFilter{AccountKind: viewer.Doctor, AccountID: accountID}
	_, err = s.options.Sessions.EndSessions(ctx, whose, auth.EndedByDisabling)
	return err
}
