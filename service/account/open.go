package account

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
)

// NewAccount is an account to create together with the record that it belongs to. It has no password: its owner chooses one
// with the link that the address gets, so that nobody else ever knows it.
type NewAccount struct {
	Email string `json:"email" maxLength:"254" example:"dora@example.org" doc:"The address to sign in with, which gets an invitation to choose a password. No other account may use it."`
}

// Address returns the address of a new account as it is stored, and what is wrong with it at the pointer /account; empty and
// nil for nil. That it is taken only Open finds.
func (n *NewAccount) Address() (email string, wrong []service.Field) {
	if n == nil {
		return "", nil
	}
	email, field := auth.NormalizeEmail("/account/email", n.Email)
	if field != nil {
		wrong = []service.Field{*field}
	}
	return email, wrong
}

// Open makes the account of a doctor, an institution or a patient in the context's unit of work, and invites its owner;
// nothing for an empty address. It is for services that have checked who may. It fails with a Conflict that names
// /account/email when another account has the address.
func (s *Service) Open(ctx context.Context, email string, kind viewer.Kind, recordID uuid.UUID) error {
	if email == "" {
		return nil
	}
	return s.open(ctx, email, "/account", kind, recordID)
}

func (s *Service) open(ctx context.Context, email, sentAs string, kind viewer.Kind, recordID uuid.UUID) error {
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		row, err := tx.User.Create().SetUserType(user.UserType(kind)).SetReferenceID(recordID).SetEmail(email).Save(ctx)
		if err != nil {
			return service.FromDatabase(err, map[string]string{"users": sentAs})
		}
		s.changed(ctx)
		if err := s.Invite(ctx, Users, row.ID); err != nil {
			return err
		}
		return s.options.Trail.Record(ctx, audit.Event{
			Action: "account.create", EntityType: "user", EntityID: row.ID.String(),
			Payload: map[string]any{"user_type": kind, "reference_id": recordID},
		})
	})
}
