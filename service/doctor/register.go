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

// Registration is a doctor to register. It names catalog entries by their codes.
type Registration struct {
	// InstitutionID is nil for an institution that registers its own doctor.
	InstitutionID   uuid.UUID
	FirstName       string
	LastName        string
	LicenceNumber   string
	Specialty       string
	Sex             string
	Gender          *string
	YearsExperience *int
	ConsultationFee *decimal.Decimal
	// Account is nil for a doctor who won't sign in.
	Account *account.NewAccount
}

// sentAs is where the API takes the columns of each table.
var sentAs = map[string]string{"doctors": ""}

// Prepared is a registration in which Prepare found no error. Only a Prepared can be registered.
type Prepared struct {
	registration Registration
	codes        codeIDs
	account      *account.Prepared
}

// Prepare checks a registration, and returns everything that is wrong with its fields, with pointers into the API's body.
// Institutions register their own doctors, staff with doctors:create those of any active institution; for others it fails
// with Forbidden. Only Register finds out that a licence number or an address is taken.
func (s *Service) Prepare(ctx context.Context, n Registration) (Prepared, []service.Field, error) {
	assigned, err := s.assign(ctx, &n)
	if err != nil {
		return Prepared{}, nil, err
	}
	var c service.Checks
	c.NotBlank("/first_name", n.FirstName)
	c.NotBlank("/last_name", n.LastName)
	checkFee(&c, n.ConsultationFee)
	codes, unknown, err := n.codes().ids(ctx, s.Store.Client(ctx))
	if err != nil {
		return Prepared{}, nil, err
	}
	opened, weak, err := s.Accounts.Prepare(ctx, n.Account, n.FirstName, n.LastName)
	if err != nil {
		return Prepared{}, nil, err
	}
	if fields := slices.Concat(c.Fields, assigned, unknown, weak); len(fields) > 0 {
		return Prepared{}, fields, nil
	}
	return Prepared{n, codes, opened}, nil, nil
}

// Register registers an active doctor with an account, both or neither, for viewers who may also read doctors. It fails with
// Invalid when the institution has been deactivated since the registration was prepared, or with Conflict when the licence
// number or the account's address is taken.
func (s *Service) Register(ctx context.Context, p Prepared) (*Doctor, error) {
	opened, err := s.Accounts.Hash(ctx, p.account)
	if err != nil {
		return nil, err
	}
	var created *Doctor
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		id, err := p.insert(ctx, tx)
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
			Payload: map[string]any{"institution_id": p.registration.InstitutionID, "account": opened != nil},
		})
	})
	return created, err
}

// insert writes the row. The institution stays locked until the commit, so that it can't be deactivated in the meantime.
func (p Prepared) insert(ctx context.Context, tx *ent.Client) (uuid.UUID, error) {
	n := p.registration
	var found service.Checks
	if err := lockInstitution(ctx, tx, n.InstitutionID, &found); err != nil {
		return uuid.Nil, err
	}
	if err := found.Err(); err != nil {
		return uuid.Nil, err
	}
	row, err := tx.Doctor.Create().SetInstitutionID(n.InstitutionID).
		SetFirstName(n.FirstName).SetLastName(n.LastName).SetLicenceNumber(n.LicenceNumber).
		SetSpecialtyID(*p.codes.specialty).SetSexID(*p.codes.sex).SetNillableGenderID(p.codes.gender).
		SetNillableYearsExperience(n.YearsExperience).SetNillableConsultationFee(n.ConsultationFee).
		Save(ctx)
	if err != nil {
		return uuid.Nil, service.FromDatabase(err, sentAs)
	}
	return row.ID, nil
}

// lockInstitution keeps an institution from being deactivated until the commit. It refuses one that is missing or inactive.
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

var (
	unknownInstitution  = service.Field{Pointer: "/institution_id", Code: "unknown", Detail: "This institution does not exist, or you may not see it."}
	inactiveInstitution = service.Field{Pointer: "/institution_id", Code: "inactive", Detail: "The institution is not active."}
)

// assign sets the doctor's institution, and returns what is wrong with it. An institution that the viewer may not see is
// unknown.
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
		return []service.Field{{Pointer: "/institution_id", Code: "required", Detail: "A doctor needs an institution."}}, nil
	}
	client := s.Store.Client(ctx)
	if v.Kind != viewer.Institution { // callers who may create doctors may know every institution
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
		c.Refuse(fee.IsNegative() || fee.GreaterThan(maxFee), "/consultation_fee", "out_of_range", "The fee must be 0 to 10,000.")
		c.Refuse(!fee.Equal(fee.Round(2)), "/consultation_fee", "format", "The fee can have at most two decimals.")
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

// ids looks up all codes, so that all unknown ones are reported at once. It doesn't accept inactive entries.
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
			unknown = append(unknown, service.Field{Pointer: look.pointer, Code: "unknown", Detail: "The catalog does not have this code."})
			continue
		}
		if err != nil {
			return found, nil, fmt.Errorf("looking codes up: %w", err)
		}
		*look.to = &id
	}
	return found, unknown, nil
}
