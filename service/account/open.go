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

// NewAccount is an account to create together with the record that it belongs to.
type NewAccount struct {
	Email    string `json:"email" maxLength:"254" example:"dora@example.org" doc:"The address to sign in with. No other account may use it."`
	Password string `json:"password" minLength:"8" maxLength:"72" format:"password" example:"seven green bicycles sing" doc:"At least 8 characters (15 or more are better) and at most 72 bytes. Not a common password, and not one based on the name or the e-mail address."`
}

// Prepared is an account that Prepare found nothing wrong with.
type Prepared struct{ email, password string }

// Email is the address as it is stored.
func (p *Prepared) Email() string { return p.email }

// Hashed is a prepared account whose password has been hashed.
type Hashed struct{ email, hash string }

// Credentials are what is stored: the address and the password's bcrypt hash.
func (h *Hashed) Credentials() (email, passwordHash string) { return h.email, h.hash }

// Prepare checks an account of somebody or something with these names, and returns what is wrong with the fields, which
// were sent at the pointer /account; nil for none. An address that is taken only Open finds.
func (s *Service) Prepare(ctx context.Context, n *NewAccount, names ...string) (*Prepared, []service.Field, error) {
	if n == nil {
		return nil, nil, nil
	}
	fields, err := s.options.Passwords.Validate(ctx, "/account/password", n.Password, append(names, n.Email)...)
	email, field := auth.NormalizeEmail("/account/email", n.Email)
	if field != nil {
		fields = append(fields, *field)
	}
	return &Prepared{email, n.Password}, fields, err
}

// Hash hashes the password, which takes long: call it before the transaction. It returns nil for nil.
func (s *Service) Hash(ctx context.Context, p *Prepared) (*Hashed, error) {
	if p == nil {
		return nil, nil
	}
	hash, err := s.options.Passwords.Hash(ctx, p.password)
	return &Hashed{p.email, hash}, err
}

// Open makes the account of a new doctor or institution in the context's unit of work, and mails its address a link to
// confirm it; nothing for nil. It is for services that have checked who may. It fails with a Conflict that names
// /account/email when another account has the address.
func (s *Service) Open(ctx context.Context, h *Hashed, kind viewer.Kind, recordID uuid.UUID) error {
	if h == nil {
		return nil
	}
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		row, err := tx.User.Create().SetUserType(user.UserType(kind)).SetReferenceID(recordID).
			SetEmail(h.email).SetPasswordChangedAt(time.Now()).Save(ctx)
		if err != nil {
			return service.FromDatabase(err, map[string]string{"users": "/account"})
		}
		if err := tx.UserCredential.Create().SetUserID(row.ID).SetPasswordHash(h.hash).Exec(ctx); err != nil {
			return fmt.Errorf("setting a password: %w", err)
		}
		s.changed(ctx)
		if err := s.SendVerification(ctx, Users, row.ID); err != nil {
			return err
		}
		return s.options.Trail.Record(ctx, audit.Event{
			Action: "account.create", EntityType: "user", EntityID: row.ID.String(),
			Payload: map[string]any{"user_type": kind, "reference_id": recordID},
		})
	})
}
