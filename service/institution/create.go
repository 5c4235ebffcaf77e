package institution

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/resource"
)

// NewInstitution is an institution to create.
type NewInstitution struct {
	Profile
	Account *account.NewAccount `json:"account" set:"create" column:"-" doc:"The account that the institution signs in with, once its owner has chosen a password with the link that the address gets."`
}

var newInstitutions = resource.TableOf[NewInstitution](entity)

// Prepared is a new institution in which Prepare found no error. Only a Prepared can be created.
type Prepared struct {
	edit  *resource.Edit[NewInstitution]
	email string // the account's; empty for none
}

// Prepare checks a new institution, and returns everything that is wrong with its fields, with pointers into the API's body. It
// is for staff with institutions:create; for others it fails with Forbidden. Only Create finds out that a licence number or
// an address is taken.
func (s *Service) Prepare(ctx context.Context, values resource.Values[NewInstitution]) (Prepared, []service.Field, error) {
	if err := service.Require(ctx, "institutions:create"); err != nil {
		return Prepared{}, nil, err
	}
	e := resource.NewEdit(values)
	if err := e.Check(ctx, s.options.Store.Client(ctx)); err != nil {
		return Prepared{}, nil, err
	}
	email, wrong := e.After.Account.Address()
	return Prepared{e, email}, append(e.Fields, wrong...), nil
}

// Create creates an active institution, not verified yet, with an account, both or neither, for staff with
// institutions:read. It fails with Conflict when the licence number or the account's address is taken.
func (s *Service) Create(ctx context.Context, p Prepared) (*Institution, error) {
	var created *Institution
	err := s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		id, err := uuid.NewV7()
		if err != nil {
			return fmt.Errorf("making an id: %w", err)
		}
		if err := newInstitutions.Insert(ctx, tx, id, p.edit, nil); err != nil {
			return err
		}
		if err := s.options.Accounts.Open(ctx, p.email, viewer.Institution, id); err != nil {
			return err
		}
		s.changed(ctx)
		if created, err = s.Get(ctx, id); err != nil {
			return err
		}
		return s.note(ctx, "institution.create", id, map[string]any{"account": p.email != ""})
	})
	return created, err
}
