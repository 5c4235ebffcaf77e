package doctor

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/resource"
)

// NewDoctor is a doctor to create.
type NewDoctor struct {
	InstitutionID *uuid.UUID `json:"institution_id" set:"create" format:"uuid" doc:"The institution where the doctor practises, which must be active. Institutions leave it out."`
	Profile
	Account *account.NewAccount `json:"account" set:"create" column:"-" doc:"The account that the doctor signs in with, once its owner has chosen a password with the link that the address gets."`
}

var newDoctors = resource.TableOf[NewDoctor](func(c *ent.Client) *ent.DoctorClient { return c.Doctor })

// Prepared is a new doctor in whom Prepare found no error. Only a Prepared can be created.
type Prepared struct {
	edit   *resource.Edit[NewDoctor]
	email  string // the account's; empty for none
	status doctor.Status
}

// Prepare checks a new doctor, and returns everything that is wrong with the fields, with pointers into the API's body.
// Institutions create their own doctors, staff with doctors:create doctors of any active institution; for others it fails
// with Forbidden. Only Create finds out that a licence number or an address is taken.
func (s *Service) Prepare(ctx context.Context, values resource.Values[NewDoctor]) (Prepared, []service.Field, error) {
	e := resource.NewEdit(values)
	status, err := s.assign(ctx, e)
	if err != nil {
		return Prepared{}, nil, err
	}
	if err := e.Check(ctx, s.options.Store.Client(ctx)); err != nil {
		return Prepared{}, nil, err
	}
	checkFee(&e.Checks, e.After.ConsultationFee)
	email, wrong := e.After.Account.Address()
	return Prepared{e, email, status}, append(e.Fields, wrong...), nil
}

// Create creates a doctor with an account, both or neither, for viewers who may also read doctors. A doctor whom an
// institution creates is suspended until staff reactivate them, so that it gains nothing through somebody whom it has made up;
// others are active. It fails with
// Invalid when the institution has been deactivated since the doctor was prepared, or with Conflict when the licence
// number or the account's address is taken.
func (s *Service) Create(ctx context.Context, p Prepared) (*Doctor, error) {
	var created *Doctor
	err := s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		id, err := uuid.NewV7()
		if err != nil {
			return fmt.Errorf("making an id: %w", err)
		}
		if err := p.insert(ctx, tx, id); err != nil {
			return err
		}
		if err := s.options.Accounts.Open(ctx, p.email, viewer.Doctor, id); err != nil {
			return err
		}
		s.changed(ctx)
		if created, err = s.Get(ctx, id); err != nil {
			return err
		}
		return s.options.Trail.Record(ctx, audit.Event{
			Action: "doctor.create", EntityType: "doctor", EntityID: id.String(),
			Payload: map[string]any{"institution_id": p.edit.After.InstitutionID, "account": p.email != ""},
		})
	})
	return created, err
}

// insert inserts the row. The institution stays locked until the commit, so that it isn't deactivated in the meantime.
func (p Prepared) insert(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	var found service.Checks
	if err := lockInstitution(ctx, tx, *p.edit.After.InstitutionID, &found); err != nil {
		return err
	}
	if err := found.Err(); err != nil {
		return err
	}
	return newDoctors.Insert(ctx, tx, id, p.edit, map[string]any{doctor.FieldStatus: p.status})
}

// lockInstitution keeps an institution from being deactivated until the commit. It refuses one that is missing or inactive.
func lockInstitution(ctx context.Context, tx *ent.Client, id uuid.UUID, c *service.Checks) error {
	row, err := tx.System().MedicalInstitution.Query().Where(medicalinstitution.ID(id)).ForShare().Only(ctx)
	switch {
	case ent.IsNotFound(err):
		c.Fields = append(c.Fields, unknownInstitution)
	case err != nil:
		return fmt.Errorf("finding an institution: %w", err)
	case !row.Active:
		c.Fields = append(c.Fields, inactiveInstitution)
	}
	return nil
}

var (
	unknownInstitution  = service.Field{Pointer: "/institution_id", Code: "not_found", Detail: "This institution does not exist, or you may not see it."}
	inactiveInstitution = service.Field{Pointer: "/institution_id", Code: "inactive", Detail: "The institution is not active."}
)

// assign sets the doctor's institution, and refuses what is wrong with it. An institution that the viewer may not see is
// unknown. It returns the doctor's status.
func (s *Service) assign(ctx context.Context, e *resource.Edit[NewDoctor]) (doctor.Status, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return "", err
	}
	client, status := s.options.Store.Client(ctx), doctor.StatusActive
	if v.Kind == viewer.Institution {
		status = doctor.StatusSuspended
		if e.After.InstitutionID == nil {
			e.After.InstitutionID = &v.SubjectID
		}
	} else {
		if err := service.Require(ctx, "doctors:create"); err != nil {
			return "", err
		}
		client = client.System() // viewers who may create doctors may know about every institution
	}
	if e.After.InstitutionID == nil {
		e.Refuse(true, "/institution_id", "required", "A doctor needs an institution.")
		return status, nil
	}
	row, err := client.MedicalInstitution.Query().Where(medicalinstitution.ID(*e.After.InstitutionID)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		e.Fields = append(e.Fields, unknownInstitution)
	case err != nil:
		return "", fmt.Errorf("finding an institution: %w", err)
	case !row.Active:
		e.Fields = append(e.Fields, inactiveInstitution)
	}
	return status, nil
}
