package account

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/onetimetoken"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/mail"
)

// Invite mails the owner of an account that has no password a link to choose one, which replaces any previous link. It runs
// in the context's unit of work and is for services that have checked the caller's permissions. It fails with NotFound, or
// with Conflict when the account has a password (has_password) or is disabled (account_disabled).
func (s *Service) Invite(ctx context.Context, name Realm, id uuid.UUID) error {
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		r := ofRealm(name)
		a, err := r.byID(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := a.invitable(); err != nil {
			return err
		}
		return s.sendInvitation(ctx, tx, r, a, mail.Message{Template: mail.Invitation})
	})
}

// Registered mails the address of an account that somebody has opened for themselves the link to choose a password, in
// language, or in the platform's language when that is empty. It is for services, in the unit of work that creates the
// account. It fails only when the database does.
func (s *Service) Registered(ctx context.Context, id uuid.UUID, language string) error {
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		a, err := users{}.byID(ctx, tx, id)
		if err != nil || a == nil {
			return err
		}
		return s.sendInvitation(ctx, tx, users{}, a, mail.Message{Template: mail.Registration, Language: language})
	})
}

// InviteOwner invites the owner of a patient's, a doctor's or an institution's account again. An address that isn't empty
// replaces the account's, or opens the account of a record that has none. It runs in the context's unit of work and is for
// services that have checked the viewer's rights. It fails as Invite does, with Invalid, naming /email, without an account and
// an address, and with Conflict when another account has the address.
func (s *Service) InviteOwner(ctx context.Context, kind viewer.Kind, recordID uuid.UUID, address string) error {
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		a, err := users{}.ofRecord(ctx, tx, kind, recordID)
		if err != nil {
			return err
		}
		email, err := invitedAt(a, address)
		switch {
		case err != nil:
			return err
		case a != nil && email == a.email:
			return s.Invite(ctx, Users, a.id)
		case a == nil:
			return s.open(ctx, email, "", kind, recordID)
		}
		if err := a.invitable(); err != nil {
			return err
		}
		if err := (users{}).readdress(ctx, tx, a.id, email); err != nil {
			return err
		}
		s.changed(ctx)
		return s.Invite(ctx, Users, a.id)
	})
}

// invitedAt returns the address to invite somebody at: the one that was sent, or that of the account, if there is one.
func invitedAt(a *account, address string) (string, error) {
	if address == "" && a != nil {
		return a.email, nil
	}
	if address == "" {
		return "", service.InvalidFields([]service.Field{{Pointer: "/email", Code: "required", Detail: "There is no account yet. Say which address to invite."}})
	}
	email, field := auth.NormalizeEmail("/email", address)
	if field != nil {
		return "", service.InvalidFields([]service.Field{*field})
	}
	return email, nil
}

// invitable returns why the account's owner can't be invited.
func (a *account) invitable() error {
	switch {
	case a == nil:
		return service.Missing()
	case a.hash != "":
		return &service.Error{Code: service.Conflict, Reason: "has_password",
			Detail: "The account already has a password. Anyone who has lost it can ask for a new one on the sign-in page."}
	case !a.active:
		return &service.Error{Code: service.Conflict, Reason: "account_disabled",
			Detail: "The account is disabled. Enable it first."}
	}
	return nil
}

// sendInvitation adds the address and the link to the message and queues it.
func (s *Service) sendInvitation(ctx context.Context, tx *ent.Client, r realm, a *account, m mail.Message) error {
	expires, err := s.expiry(ctx, invitationLifetime)
	if err != nil {
		return err
	}
	m.To = a.email
	if m.Link, err = issue(ctx, tx, r, a, onetimetoken.PurposeResetPassword, a.email, expires); err != nil {
		return err
	}
	return s.options.Mails.Enqueue(ctx, m)
}

// ofRecord returns the account of a patient, a doctor or an institution, which stays as it is until the transaction ends; nil
// when there is none.
func (users) ofRecord(ctx context.Context, tx *ent.Client, kind viewer.Kind, id uuid.UUID) (*account, error) {
	owner := map[viewer.Kind]func(uuid.UUID) predicate.User{
		viewer.Patient: user.PatientID, viewer.Doctor: user.DoctorID, viewer.Institution: user.InstitutionID,
	}[kind]
	accountID, err := tx.User.Query().Where(owner(id)).ForUpdate().OnlyID(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, wrap("finding a record's account", err)
	}
	return users{}.byID(ctx, tx, accountID)
}

// readdress gives an account another address, which nobody has confirmed.
func (users) readdress(ctx context.Context, tx *ent.Client, id uuid.UUID, email string) error {
	return moved(tx.User.UpdateOneID(id).SetEmail(email).SetVerified(false).Exec(ctx), "users")
}
