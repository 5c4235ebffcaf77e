package doctor

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctorspecialty"
	"github.com/predicthealth/predicthealth/ent/gender"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/sex"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
)

// Registration is a doctor to register. Catalog entries are named by their codes.
type Registration struct {
	// InstitutionID is nil for that of the institution which registers.
	InstitutionID   uuid.UUID
	FirstName       string
	LastName        string
	LicenceNumber   string
	Specialty       string
	Sex             string
	Gender          *string
	YearsExperience *int
	ConsultationFee *decimal.Decimal
	// Account is nil for a doctor who doesn't sign in.
	Account *account.NewAccount
}

// sentAs is where the API takes the columns of each table.
var sentAs = map[string]string{"doctors": ""}

// Register registers an active doctor with an account, both or neither. Institutions do so for themselves, staff with
// doctors:create and doctors:read for any active institution; others are Forbidden. It fails with an Invalid error that
// names all fields at fault, or a Conflict when the licence number or the account's address is another's.
func (s *Service) Register(ctx context.Context, n Registration) (*Doctor, error) {
	fields, err := s.Check(ctx, &n)
	if err != nil {
		return nil, err
	}
	if err := service.InvalidFields(fields); err != nil {
		return nil, err
	}
	opened, err := s.Accounts.Prepare(ctx, n.Account)
	if err != nil {
		return nil, err
	}
	var created *Doctor
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		id, err := n.insert(ctx, tx)
		if err != nil {
			return err
		}
		if err := s.Accounts.Open(ctx, opened, viewer.Doctor, id); err != nil {
			return err
		}
		s.changed(ctx)
		if created, err = s.Get(ctx, id); err != nil {
			return err
		}
		return s.Trail.Record(ctx, audit.Event{
			Action: "doctor.create", EntityType: "doctor", EntityID: id.String(),
			Payload: map[string]any{"institution_id": n.InstitutionID, "account": n.Account != nil},
		})
	})
	return created, err
}

// insert makes the row. The institution stays locked until the commit, so that it isn't deactivated meanwhile.
func (n *Registration) insert(ctx context.Context, tx *ent.Client) (uuid.UUID, error) {
	var found service.Checks
	if err := lockInstitution(ctx, tx, n.InstitutionID, &found); err != nil {
		return uuid.Nil, err
	}
	if err := found.Err(); err != nil {
		return uuid.Nil, err
	}
	codes, fields, err := n.codes().ids(ctx, tx)
	if err != nil {
		return uuid.Nil, err
	}
	if err := service.InvalidFields(fields); err != nil {
		return uuid.Nil, err
	}
	row, err := tx.Doctor.Create().SetInstitutionID(n.InstitutionID).
		SetFirstName(n.FirstName).SetLastName(n.LastName).SetLicenceNumber(n.LicenceNumber).
		SetSpecialtyID(*codes.specialty).SetSexID(*codes.sex).SetNillableGenderID(codes.gender).
		SetNillableYearsExperience(n.YearsExperience).SetNillableConsultationFee(n.ConsultationFee).Save(ctx)
	if err != nil {
		return uuid.Nil, service.FromDatabase(err, sentAs)
	}
	return row.ID, nil
}

// lockInstitution keeps an institution from being deactivated until the commit; one that isn't there or active is refused.
func lockInstitution(ctx context.Context, tx *ent.Client, id uuid.UUID, c *service.Checks) error {
	// Staff who register doctors need not see institutions.
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

// Check returns all that is wrong with a registration's fields, with pointers into the body that the API takes, and sets
// the institution that it leaves out. It fails with a Forbidden error when the viewer may register nobody. A licence
// number or an address that is taken only Register finds.
func (s *Service) Check(ctx context.Context, n *Registration) ([]service.Field, error) {
	assigned, err := s.assign(ctx, n)
	if err != nil {
		return nil, err
	}
	var c service.Checks
	c.NotBlank("/first_name", n.FirstName)
	c.NotBlank("/last_name", n.LastName)
	checkFee(&c, n.ConsultationFee)
	_, unknown, err := n.codes().ids(ctx, s.Store.Client(ctx))
	if err != nil {
		return nil, err
	}
	weak, err := s.Accounts.Check(ctx, n.Account, n.FirstName, n.LastName)
	return slices.Concat(c.Fields, assigned, unknown, weak), err
}

var (
	unknownInstitution  = service.Field{Pointer: "/institution_id", Code: "unknown", Detail: "There is no such institution, or not for you."}
	inactiveInstitution = service.Field{Pointer: "/institution_id", Code: "inactive", Detail: "The institution is not active."}
)

// assign says whose doctor it becomes, and what is wrong with that. An institution that the viewer may not see is unknown.
func (s *Service) assign(ctx context.Context, n *Registration) ([]service.Field, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if v.Kind == viewer.Institution {
		if n.InstitutionID == uuid.Nil {
			n.InstitutionID = v.SubjectID
		}
	} else if err := service.Require(ctx, "doctors:create"); err != nil {
		return nil, err
	}
	if n.InstitutionID == uuid.Nil {
		return []service.Field{{Pointer: "/institution_id", Code: "required", Detail: "A doctor practises at an institution."}}, nil
	}
	client := s.Store.Client(ctx)
	if v.Kind != viewer.Institution { // who may create doctors may know of each institution
		client = s.Store.System(ctx)
	}
	row, err := client.MedicalInstitution.Query().Where(medicalinstitution.ID(n.InstitutionID)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return []service.Field{unknownInstitution}, nil
	case err != nil:
		return nil, fmt.Errorf("finding an institution: %w", err)
	case !row.Active:
		return []service.Field{inactiveInstitution}, nil
	}
	return nil, nil
}

// maxFee is the highest consultation fee.
var maxFee = decimal.NewFromInt(10_000)

func checkFee(c *service.Checks, fee *decimal.Decimal) {
	if fee != nil {
		c.Refuse(fee.IsNegative() || fee.GreaterThan(maxFee), "/consultation_fee", "out_of_range", "A fee is 0 to 10,000.")
		c.Refuse(!fee.Equal(fee.Round(2)), "/consultation_fee", "format", "A fee has at most two decimals.")
	}
}

// codes are the catalog entries that were named; nil for those that weren't.
type codes struct{ specialty, sex, gender *string }

func (n *Registration) codes() codes { return codes{&n.Specialty, &n.Sex, n.Gender} }

type codeIDs struct{ specialty, sex, gender *int }

// keyed is a query of a catalog.
type keyed interface {
	OnlyID(ctx context.Context) (int, error)
}

// ids looks all codes up, so that all wrong ones are told at once. What is no longer offered isn't taken.
func (c codes) ids(ctx context.Context, client *ent.Client) (found codeIDs, unknown []service.Field, err error) {
	for _, look := range []struct {
		pointer string
		code    *string
		entry   func(code string) keyed
		to      **int
	}{
		{"/specialty", c.specialty, func(code string) keyed {
			return client.DoctorSpecialty.Query().Where(doctorspecialty.Code(code), doctorspecialty.Active(true))
		}, &found.specialty},
		{"/sex", c.sex, func(code string) keyed {
			return client.Sex.Query().Where(sex.Code(code), sex.Active(true))
		}, &found.sex},
		{"/gender", c.gender, func(code string) keyed {
			return client.Gender.Query().Where(gender.Code(code), gender.Active(true))
		}, &found.gender},
	} {
		if look.code == nil {
			continue
		}
		id, err := look.entry(*look.code).OnlyID(ctx)
		if ent.IsNotFound(err) {
			unknown = append(unknown, service.Field{Pointer: look.pointer, Code: "unknown", Detail: "The catalog has no such code."})
			continue
		}
		if err != nil {
			return found, nil, fmt.Errorf("looking codes up: %w", err)
		}
		*look.to = &id
	}
	return found, unknown, nil
}
