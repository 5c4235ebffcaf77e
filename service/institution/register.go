package institution

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/institutiontype"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
)

// Registration is an institution to register.
type Registration struct {
	// Type is a code of the catalog.
	Type          string
	Name          string
	LicenceNumber string
	Website       *string
	// Account is nil for an institution that doesn't sign in.
	Account *account.NewAccount
}

// sentAs is where the API takes the columns of each table.
var sentAs = map[string]string{"medical_institutions": ""}

// Register registers an active institution, not verified yet, with an account, both or neither. Staff with
// institutions:create and institutions:read may call it; others are Forbidden. It fails with an Invalid error that names
// all fields at fault, or a Conflict when the licence number or the account's address is another's.
func (s *Service) Register(ctx context.Context, n Registration) (*Institution, error) {
	fields, err := s.Check(ctx, n)
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
	var created *Institution
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		id, err := n.insert(ctx, tx)
		if err != nil {
			return err
		}
		if err := s.Accounts.Open(ctx, opened, viewer.Institution, id); err != nil {
			return err
		}
		s.changed(ctx)
		if created, err = s.Get(ctx, id); err != nil {
			return err
		}
		return s.record(ctx, "institution.create", id, map[string]any{"account": n.Account != nil})
	})
	return created, err
}

func (n Registration) insert(ctx context.Context, tx *ent.Client) (uuid.UUID, error) {
	typeID, unknown, err := typeNamed(ctx, tx, n.Type)
	if err != nil {
		return uuid.Nil, err
	}
	if err := service.InvalidFields(unknown); err != nil {
		return uuid.Nil, err
	}
	row, err := tx.MedicalInstitution.Create().SetInstitutionTypeID(typeID).SetName(n.Name).
		SetLicenceNumber(n.LicenceNumber).SetNillableWebsite(n.Website).Save(ctx)
	if err != nil {
		return uuid.Nil, service.FromDatabase(err, sentAs)
	}
	return row.ID, nil
}

// Check returns all that is wrong with a registration's fields, with pointers into the body that the API takes. It fails
// with a Forbidden error when the viewer may register nobody. A licence number or an address that is taken only Register
// finds.
func (s *Service) Check(ctx context.Context, n Registration) ([]service.Field, error) {
	if err := service.Require(ctx, "institutions:create"); err != nil {
		return nil, err
	}
	var c service.Checks
	c.NotBlank("/name", n.Name)
	_, unknown, err := typeNamed(ctx, s.Store.Client(ctx), n.Type)
	if err != nil {
		return nil, err
	}
	weak, err := s.Accounts.Check(ctx, n.Account, n.Name)
	return slices.Concat(c.Fields, unknown, weak), err
}

// typeNamed returns the key of a type, or what is wrong with its code.
func typeNamed(ctx context.Context, client *ent.Client, code string) (int, []service.Field, error) {
	id, err := client.InstitutionType.Query().Where(institutiontype.Code(code), institutiontype.Active(true)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return 0, []service.Field{{Pointer: "/type", Code: "unknown", Detail: "The catalog has no such code."}}, nil
	}
	if err != nil {
		return 0, nil, fmt.Errorf("looking a type up: %w", err)
	}
	return id, nil, nil
}
