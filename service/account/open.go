package account

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
)

// NewAccount is an account to open together with the record whose it becomes.
type NewAccount struct{ Email, Password string }

// Prepared is an account whose password has been hashed, which takes long, before the transaction.
type Prepared struct{ email, hash string }

// Check returns what is wrong with the fields of an account, which was sent at the pointer /account, of somebody or
// something with these names.
func (s *Service) Check(ctx context.Context, n *NewAccount, names ...string) ([]service.Field, error) {
	if n == nil {
		return nil, nil
	}
	fields, err := s.Passwords.Validate(ctx, "/account/password", n.Password, append(names, n.Email)...)
	if _, field := auth.NormalizeEmail("/account/email", n.Email); field != nil {
		fields = append(fields, *field)
	}
	return fields, err
}

// Prepare hashes the password of an account that Check finds nothing wrong with; nil for none.
func (s *Service) Prepare(ctx context.Context, n *NewAccount) (*Prepared, error) {
	if n == nil {
		return nil, nil
	}
	email, _ := auth.NormalizeEmail("", n.Email)
	hash, err := s.Passwords.Hash(ctx, n.Password)
	return &Prepared{email, hash}, err
}

// Open makes the account of a new doctor or institution in the context's unit of work, and mails its address a link to
// confirm it; nothing for nil. It is for services that have checked who may. It fails with a Conflict that names
// /account/email when another account has the address.
func (s *Service) Open(ctx context.Context, p *Prepared, kind viewer.Kind, recordID uuid.UUID) error {
	if p == nil {
		return nil
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		row, err := tx.User.Create().SetUserType(user.UserType(kind)).SetReferenceID(recordID).
			SetEmail(p.email).SetPasswordChangedAt(time.Now()).Save(ctx)
		if err != nil {
			return service.FromDatabase(err, map[string]string{"users": "/account"})
		}
		if err := tx.UserCredential.Create().SetUserID(row.ID).SetPasswordHash(p.hash).Exec(ctx); err != nil {
			return fmt.Errorf("setting a password: %w", err)
		}
		s.changed(ctx)
		if err := s.SendVerification(ctx, Users, row.ID); err != nil {
			return err
		}
		return s.Trail.Record(ctx, audit.Event{
			Action: "account.create", EntityType: "user", EntityID: row.ID.String(),
			Payload: map[string]any{"user_type": kind, "reference_id": recordID},
		})
	})
}
