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
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
)

// Leave is the end of a doctor's practice.
type Leave struct {
	// Reason is for the audit trail; empty for none.
	Reason string
	// SuccessorID takes over all patients; nil for a doctor without patients in care.
	SuccessorID uuid.UUID
}

// Suspend ends a doctor's practice for a while, and their sessions; from then on they see themselves and nobody's
// record. The doctor's institution and staff with doctors:read and doctors:update may call it; who else sees the doctor
// is Forbidden, others get the error of a missing record. A doctor with active patients is a Conflict (has_patients)
// unless a successor takes them over, an active doctor of the same institution, else Invalid. Then all patients, active
// or not, change doctor with it, for which staff needs patients:read and patients:update; their validation starts again.
// A retired doctor is a Conflict (retired).
func (s *Service) Suspend(ctx context.Context, id uuid.UUID, l Leave) (*Doctor, error) {
	return s.leave(ctx, id, doctor.StatusSuspended, "doctor.suspend", l)
}

// Retire ends a doctor's practice for good; see Suspend. A suspended doctor may retire.
func (s *Service) Retire(ctx context.Context, id uuid.UUID, l Leave) (*Doctor, error) {
	return s.leave(ctx, id, doctor.StatusRetired, "doctor.retire", l)
}

// Reactivate lets a suspended or retired doctor practise again, with no patients but those they still have. Who may call
// it is as for Suspend. A doctor whose institution isn't active is a Conflict (institution_inactive).
func (s *Service) Reactivate(ctx context.Context, id uuid.UUID, reason string) (*Doctor, error) {
	return s.move(ctx, id, uuid.Nil, func(ctx context.Context, tx *ent.Client, d *ent.Doctor, _ *ent.Doctor) error {
		// Staff who resume a practice need not see institutions.
		active, err := tx.System().MedicalInstitution.Query().Where(medicalinstitution.ID(d.InstitutionID)).ForShare().Only(ctx)
		if err != nil {
			return fmt.Errorf("reading an institution: %w", err)
		}
		if !active.Active {
			return &service.Error{
				Code: service.Conflict, Reason: "institution_inactive", Detail: "The doctor's institution is not active: reactivate it first.",
			}
		}
		return s.setStatus(ctx, tx, d, doctor.StatusActive, "doctor.reactivate", map[string]any{"reason": reason})
	})
}

func (s *Service) leave(ctx context.Context, id uuid.UUID, to doctor.Status, action string, l Leave) (*Doctor, error) {
	return s.move(ctx, id, l.SuccessorID, func(ctx context.Context, tx *ent.Client, d, successor *ent.Doctor) error {
		if d.Status == doctor.StatusRetired && to == doctor.StatusSuspended {
			return &service.Error{Code: service.Conflict, Reason: "retired", Detail: "The doctor has retired; nobody retired is suspended."}
		}
		checks := l.check(d, successor)
		if err := checks.Err(); err != nil {
			return err
		}
		moved, err := s.handOver(ctx, d, successor)
		if err != nil {
			return err
		}
		if err := s.setStatus(ctx, tx, d, to, action, l.payload(successor, moved)); err != nil {
			return err
		}
		return s.endSessions(ctx, tx, d.ID)
	})
}

// move does something with a doctor whom the viewer manages, and returns the doctor afterwards. The doctor and the
// successor, nil when there is none, are locked until the commit: nobody gives them patients meanwhile.
func (s *Service) move(
	ctx context.Context, id, successorID uuid.UUID, do func(ctx context.Context, tx *ent.Client, d, successor *ent.Doctor) error,
) (*Doctor, error) {
	var changed *Doctor
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		before, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		v, err := service.Viewer(ctx)
		if err != nil {
			return err
		}
		if !slices.Contains(changeable(v, before), doctor.FieldStatus) {
			return service.Errorf(service.Forbidden, "You may see this doctor, not end or resume their practice.")
		}
		// In one order, so that two who take over from each other don't wait for one another. Rows that refer to the doctor may
		// be written meanwhile: a long import must not keep anybody from being suspended.
		rows, err := tx.Doctor.Query().Where(doctor.IDIn(id, successorID)).Order(doctor.ByID()).ForUpdate(noKey).All(ctx)
		if err != nil {
			return fmt.Errorf("locking a doctor: %w", err)
		}
		locked := map[uuid.UUID]*ent.Doctor{}
		for _, row := range rows {
			locked[row.ID] = row
		}
		if locked[id] == nil { // gone meanwhile
			return service.Missing()
		}
		if err := do(ctx, tx, locked[id], locked[successorID]); err != nil {
			return err
		}
		changed, err = s.Get(ctx, id)
		return err
	})
	return changed, err
}

// payload is what the trail keeps of how many patients were handed over, and why.
func (l Leave) payload(successor *ent.Doctor, patients int) map[string]any {
	payload := map[string]any{"reason": l.Reason, "patients": patients}
	if successor != nil {
		payload["successor_id"] = successor.ID
	}
	return payload
}

// noKey locks a row whose key stays: who gives the doctor patients locks it too (FOR SHARE), and waits.
var noKey = sql.WithLockClause("FOR NO KEY UPDATE")

// check refuses a named successor who can't take patients over.
func (l Leave) check(d, successor *ent.Doctor) (c service.Checks) {
	const pointer = "/successor_id"
	switch {
	case l.SuccessorID == uuid.Nil:
	case successor == nil:
		c.Refuse(true, pointer, "unknown", "There is no such doctor, or not for you.")
	case successor.ID == d.ID:
		c.Refuse(true, pointer, "same", "A doctor doesn't take over from themselves.")
	case successor.InstitutionID != d.InstitutionID:
		c.Refuse(true, pointer, "other_institution", "The doctor is of another institution.")
	default:
		c.Refuse(successor.Status != doctor.StatusActive, pointer, "inactive", "The doctor is not active.")
	}
	return c
}

var errHasPatients = &service.Error{
	Code: service.Conflict, Reason: "has_patients",
	Detail: "The doctor has patients: name in successor_id who takes them over.",
}

// handOver gives all patients of a doctor to the successor and returns how many there were. Without a successor there
// must be no active ones.
func (s *Service) handOver(ctx context.Context, d, successor *ent.Doctor) (int, error) {
	if successor != nil {
		return s.Patients.HandOver(ctx, d.ID, successor.ID)
	}
	has, err := s.Patients.InCare(ctx, d.ID)
	if err == nil && has {
		err = errHasPatients
	}
	return 0, err
}

func (s *Service) setStatus(
	ctx context.Context, tx *ent.Client, d *ent.Doctor, to doctor.Status, action string, payload map[string]any,
) error {
	payload["from"], payload["to"] = d.Status, to
	if d.Status != to {
		if err := tx.Doctor.Update().Where(doctor.ID(d.ID)).SetStatus(to).Exec(ctx); err != nil {
			return fmt.Errorf("changing a doctor's status: %w", err)
		}
		s.changed(ctx)
	}
	return s.Trail.Record(ctx, audit.Event{Action: action, EntityType: "doctor", EntityID: d.ID.String(), Payload: payload})
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
	_, err = s.Sessions.EndSessions(ctx, auth.SessionFilter{AccountKind: viewer.Doctor, AccountID: accountID}, auth.EndedByDisabling)
	return err
}
