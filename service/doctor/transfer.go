package doctor

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/service"
)

// Transfer is a doctor's move to another institution.
type Transfer struct {
	InstitutionID uuid.UUID
	// Leave ends the work at the old institution, where all patients stay.
	Leave
}

// Transfer moves a doctor to another active institution. From then on they see its patients and none of the old one's, even
// with existing tokens, because tokens don't name an institution. It is for staff with doctors:read and doctors:update. It
// fails with Forbidden for other viewers who see the doctor, and for viewers who don't as for a missing record. A doctor with
// patients, active or not, is a Conflict (has_patients), unless a successor takes them over, as for Suspend. It fails with
// Invalid when the institution is unknown, inactive or already the doctor's, and with Conflict when the doctor has retired
// (retired).
func (s *Service) Transfer(ctx context.Context, id uuid.UUID, t Transfer) (*Doctor, error) {
	return s.move(ctx, id, "transfer", t.SuccessorID, func(ctx context.Context, tx *ent.Client, d, successor *ent.Doctor) (map[string]any, error) {
		if err := service.Require(ctx, "doctors:update"); err != nil {
			return nil, err
		}
		if d.Status == doctor.StatusRetired {
			return nil, &service.Error{Code: service.Conflict, Reason: "retired", Detail: "The doctor has retired. Reactivate the doctor first."}
		}
		if err := t.check(ctx, tx, d, successor); err != nil {
			return nil, err
		}
		patients, err := s.leaveBehind(ctx, d, successor)
		if err != nil {
			return nil, err
		}
		// Only the program itself may move a doctor (ent/rule).
		err = tx.System().Doctor.Update().Where(doctor.ID(d.ID)).SetInstitutionID(t.InstitutionID).Exec(ctx)
		if err != nil {
			return nil, fmt.Errorf("moving a doctor: %w", service.FromDatabase(err, nil))
		}
		s.changed(ctx, service.TagInstitutions)
		payload := t.payload(successor, patients)
		payload["from_institution_id"], payload["to_institution_id"] = d.InstitutionID, t.InstitutionID
		return payload, nil
	})
}

// check returns an Invalid error with all fields at fault. The institution stays locked until the commit.
func (t Transfer) check(ctx context.Context, tx *ent.Client, d, successor *ent.Doctor) error {
	c := t.Leave.check(d, successor)
	if t.InstitutionID == d.InstitutionID {
		c.Refuse(true, "/institution_id", "same", "The doctor already belongs to this institution.")
	} else if err := lockInstitution(ctx, tx, t.InstitutionID, &c); err != nil {
		return err
	}
	return c.Err()
}

// leaveBehind moves all patients of a doctor to the successor and returns how many there were. Without a successor the doctor
// must have none at all, because a patient's doctor belongs to the patient's institution.
func (s *Service) leaveBehind(ctx context.Context, d, successor *ent.Doctor) (int, error) {
	if successor == nil {
		has, err := s.options.Patients.Has(ctx, d.ID)
		if err == nil && has {
			err = errHasPatients
		}
		return 0, err
	}
	return s.handOver(ctx, d, successor)
}
