package institution

import (
	"context"
	"fmt"
	"slices"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/institutiontype"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
)

// Registration is an institution to register.
type Registration struct {
	// Type is a code from the catalog.
	Type          string
	Name          string
	LicenceNumber string
	Website       *string
	// Account is nil for an institution that won't sign in.
	Account *account.NewAccount
}

// sentAs maps each table to the place in the API's body where its columns are sent.
var sentAs = map[string]string{"medical_institutions": ""}

// Prepared is a registration in which Prepare found no error. Only a Prepared can be registered.
type Prepared struct {
	registration Registration
	typeID       int
	account      *account.Prepared
}

// Prepare checks a registration, and returns everything that is wrong with its fields, with pointers into the API's body. It
// fails with Forbidden for viewers other than staff with institutions:create. Only Register finds out that a licence number
// or an address is taken.
func (s *Service) Prepare(ctx context.Context, n Registration) (Prepared, []service.Field, error) {
	if err := service.Require(ctx, "institutions:create"); err != nil {
		return Prepared{}, nil, err
	}
	var c service.Checks
	c.NotBlank("/name", n.Name)
	typeID, unknown, err := typeNamed(ctx, s.Store.Client(ctx), n.Type)
	if err != nil {
		return Prepared{}, nil, err
	}
	opened, weak, err := s.Accounts.Prepare(ctx, n.Account, n.Name)
	if err != nil {
		return Prepared{}, nil, err
	}
	if fields := slices.Concat(c.Fields, unknown, weak); len(fields) > 0 {
		return Prepared{}, fields, nil
	}
	return Prepared{n, typeID, opened}, nil, nil
}

// Register registers an active institution, not verified yet, with an account, both or neither, for staff with
// institutions:read. It fails with Conflict when the licence number or the account's address is taken.
func (s *Service) Register(ctx context.Context, p Prepared) (*Institution, error) {
	opened, err := s.Accounts.Hash(ctx, p.account)
	if err != nil {
		return nil, err
	}
	var created *Institution
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		row, err := tx.MedicalInstitution.Create().SetInstitutionTypeID(p.typeID).SetName(p.registration.Name).
			SetLicenceNumber(p.registration.LicenceNumber).SetNillableWebsite(p.registration.Website).Save(ctx)
		if err != nil {
			return service.FromDatabase(err, sentAs)
		}
		if err := s.Accounts.Open(ctx, opened, viewer.Institution, row.ID); err != nil {
			return err
		}
		s.changed(ctx)
		if created, err = s.Get(ctx, row.ID); err != nil {
			return err
		}
		return s.record(ctx, "institution.create", row.ID, map[string]any{"account": opened != nil})
	})
	return created, err
}

// typeNamed returns the key of a type, or the error in its code.
func typeNamed(ctx context.Context, client *ent.Client, code string) (int, []service.Field, error) {
	id, err := client.InstitutionType.Query().Where(institutiontype.Code(code), institutiontype.Active(true)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return 0, []service.Field{{Pointer: "/type", Code: "unknown", Detail: "The catalog does not have this code."}}, nil
	}
	if err != nil {
		return 0, nil, fmt.Errorf("looking a type up: %w", err)
	}
	return id, nil, nil
}
