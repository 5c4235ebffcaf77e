package account

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/onetimetoken"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/mail"
)

// EmailChange is a request to sign in with another address.
type EmailChange struct {
	Email, Password string
	// IP is the address that the request comes from; empty when unknown.
	IP string
}

// SendVerification mails a new account a link that confirms its address, in the context's unit of work. It is for commands
// that have created the account with a password. It fails only when the database does.
func (s *Service) SendVerification(ctx context.Context, name Realm, id uuid.UUID) error {
	expires, err := s.expiry(ctx, verificationLifetime)
	if err != nil {
		return err
	}
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		r := ofRealm(name)
		a, err := r.byID(ctx, tx, id)
		if err != nil || a == nil || a.verified {
			return err
		}
		link, err := issue(ctx, tx, r, a, onetimetoken.PurposeVerifyEmail, a.email, expires)
		if err != nil {
			return err
		}
		return s.tell(ctx, a, mail.VerifyEmail, link)
	})
}

// ResendVerification mails the viewer a new link that confirms their address and replaces the previous one. It sends
// nothing when the address is already confirmed. It fails with Forbidden for viewers whose account is not in the realm.
func (s *Service) ResendVerification(ctx context.Context, name Realm) error {
	r := ofRealm(name)
	a, _, err := s.mine(ctx, r)
	if err != nil || a.verified {
		return err
	}
	if err := s.SendVerification(ctx, name, a.id); err != nil {
		return err
	}
	return s.options.Trail.Record(ctx, event(r, a, "email.verification_requested", audit.Success, nil))
}

// VerifyEmail uses a token of SendVerification: it confirms the account's address. Whoever has the token may call it,
// outside a unit of work. It fails with Invalid, naming /token, when the token is not valid or no longer valid.
func (s *Service) VerifyEmail(ctx context.Context, name Realm, token string) error {
	r := ofRealm(name)
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		a, email, err := s.holder(ctx, r, onetimetoken.PurposeVerifyEmail, token)
		if err != nil {
			return err
		}
		if email != a.email {
			return errLink
		}
		if err := spend(ctx, tx, token); err != nil {
			return err
		}
		if err := r.verify(ctx, tx, a.id); err != nil {
			return err
		}
		s.changed(ctx)
		return s.options.Trail.Record(actingFor(ctx, a), event(r, a, "email.verify", audit.Success, nil))
	})
}

// ChangeEmail mails the new address a link that makes it the account's address, and the old address a notice. It needs
// the account's password. It fails with Invalid, naming /password (wrong) or /email (format, unchanged), and with
// Forbidden for viewers whose account is not in the realm. If another account has the address, the result is the same:
// that account's owner gets a mail, and no mail contains a link.
func (s *Service) ChangeEmail(ctx context.Context, name Realm, c EmailChange) error {
	r := ofRealm(name)
	a, _, err := s.mine(ctx, r)
	if err != nil {
		return err
	}
	email, field := auth.NormalizeEmail("/email", c.Email)
	if field == nil && email == a.email {
		field = &service.Field{Pointer: "/email", Code: "unchanged", Detail: "This is already your address."}
	}
	if field != nil {
		return service.InvalidFields([]service.Field{*field})
	}
	if err := s.confirm(ctx, r, a, "/password", c.Password, c.IP, "email.change_requested"); err != nil {
		return err
	}
	expires, err := s.expiry(ctx, verificationLifetime)
	if err != nil {
		return err
	}
	taken, err := r.byEmail(ctx, s.options.Store.Pool(), email)
	if err != nil {
		return err
	}
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		return s.requestMove(ctx, tx, r, a, email, taken != nil, expires)
	})
}

// requestMove does the same work whether or not the address is taken, so that the time reveals nothing.
func (s *Service) requestMove(ctx context.Context, tx *ent.Client, r realm, a *account, email string, taken bool, expires time.Time) error {
	link, err := issue(ctx, tx, r, a, onetimetoken.PurposeChangeEmail, email, expires)
	if err != nil {
		return err
	}
	message := mail.Message{To: email, Template: mail.ChangeEmail, Link: link}
	if taken {
		message = mail.Message{To: email, Template: mail.EmailTaken}
	}
	if err := s.options.Mails.Enqueue(ctx, message); err != nil {
		return err
	}
	if err := s.tell(ctx, a, mail.ChangeEmailNotice, mail.Link{}); err != nil {
		return err
	}
	return s.options.Trail.Record(ctx, event(r, a, "email.change_requested", audit.Success, map[string]string{"to": email}))
}

// ConfirmEmailChange uses a token of ChangeEmail: from then on the account signs in with the new address. Whoever has the
// token may call it, outside a unit of work. It fails with Invalid, naming /token, when the token is not valid or no
// longer valid, and with Conflict when another account has taken the address in the meantime.
func (s *Service) ConfirmEmailChange(ctx context.Context, name Realm, token string) error {
	r := ofRealm(name)
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		a, email, err := s.holder(ctx, r, onetimetoken.PurposeChangeEmail, token)
		if err != nil {
			return err
		}
		if err := spend(ctx, tx, token); err != nil {
			return err
		}
		if err := r.move(ctx, tx, a.id, email); err != nil {
			return err
		}
		// These were sent to the old address.
		if err := revoke(ctx, tx, r, a, onetimetoken.PurposeResetPassword, onetimetoken.PurposeVerifyEmail); err != nil {
			return err
		}
		s.changed(ctx)
		return s.options.Trail.Record(actingFor(ctx, a),
			event(r, a, "email.change", audit.Success, map[string]string{"from": a.email, "to": email}))
	})
}
