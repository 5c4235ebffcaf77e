package account

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/onetimetoken"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/mail"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// PasswordChange is a request to change the password.
type PasswordChange struct {
	Current, New string
	// IP is the address that the request comes from; empty when unknown.
	IP string
}

// ChangePassword changes the viewer's password, ends the account's other sessions and notifies its address. An account
// that must change its password may call it too. It fails with Invalid, naming /current_password (wrong) or
// /new_password (breaks a password rule, or unchanged), with Forbidden for viewers whose account is not in the realm, and
// with Conflict when the password was changed in the meantime.
func (s *Service) ChangePassword(ctx context.Context, name Realm, c PasswordChange) error {
	r := ofRealm(name)
	a, v, err := s.mine(ctx, r)
	if err != nil {
		return err
	}
	fields, err := s.weaknesses(ctx, r, a, "/new_password", c.New)
	if err != nil {
		return err
	}
	if len(fields) == 0 && c.New == c.Current {
		fields = []service.Field{{Pointer: "/new_password", Code: "unchanged", Detail: "This is already your password."}}
	}
	if err := service.InvalidFields(fields); err != nil {
		return err
	}
	if err := s.confirm(ctx, r, a, "/current_password", c.Current, c.IP, "password.change"); err != nil {
		return err
	}
	hash, err := s.options.Passwords.Hash(ctx, c.New)
	if err != nil {
		return err
	}
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if err := s.setPassword(ctx, tx, r, a, hash, v.SessionID); err != nil {
			return err
		}
		return s.options.Trail.Record(ctx, event(r, a, "password.change", audit.Success, nil))
	})
}

// ForgotPassword mails the account with this address a link to set a new password. It sends nothing to an address without
// an account or with a disabled one, nor to one that has had as many such mails as the setting
// api.rate_limit.recipient_per_hour allows. Anyone may call it, outside a unit of work. The result is the same for all
// addresses, at the same moments. It fails only when the database does.
func (s *Service) ForgotPassword(ctx context.Context, name Realm, email string) error {
	defer s.options.Passwords.HoldBack(ctx, time.Now())
	r := ofRealm(name)
	a, err := r.byEmail(ctx, s.options.Store.Pool(), strings.ToLower(strings.TrimSpace(email)))
	if err != nil {
		return err
	}
	requested := audit.Event{Action: "password.reset_requested", Outcome: audit.Failure}
	if a == nil {
		return s.options.Trail.Note(ctx, requested)
	}
	if !a.active {
		return s.options.Trail.Note(ctx, event(r, a, requested.Action, audit.Denied, nil))
	}
	may, err := s.mayWrite(ctx, a.email)
	if err != nil {
		return err
	}
	if !may { // the link that they already have keeps working
		return s.options.Trail.Note(ctx, event(r, a, requested.Action, audit.Denied, nil))
	}
	expires, err := s.expiry(ctx, resetLifetime)
	if err != nil {
		return err
	}
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if err := s.sendReset(ctx, tx, r, a, expires); err != nil {
			return err
		}
		return s.options.Trail.Record(ctx, event(r, a, requested.Action, audit.Success, nil))
	})
}

// sendReset mails the link to set a new password. To whoever has none yet it is the invitation again, because it replaces
// that link and must not be worth less.
func (s *Service) sendReset(ctx context.Context, tx *ent.Client, r realm, a *account, expires time.Time) error {
	if a.hash == "" {
		return s.sendInvitation(ctx, tx, r, a, mail.Message{Template: mail.Invitation})
	}
	link, err := issue(ctx, tx, r, a, onetimetoken.PurposeResetPassword, a.email, expires)
	if err != nil {
		return err
	}
	return s.tell(ctx, a, mail.ResetPassword, link)
}

// ResetPassword uses a token of ForgotPassword or of an invitation. It sets the password, unlocks the account unless it has a second factor, whose
// codes could be guessed for longer, ends all its sessions and confirms the address, because the token proves who owns it. Whoever has the token may call it, outside a unit of work.
// It fails with Invalid, naming /token (not valid or no longer valid, whatever the reason) or /new_password.
func (s *Service) ResetPassword(ctx context.Context, name Realm, token, password string) error {
	r := ofRealm(name)
	a, email, err := s.holder(ctx, r, onetimetoken.PurposeResetPassword, token)
	if err != nil {
		return err
	}
	fields, err := s.weaknesses(ctx, r, a, "/new_password", password)
	if err != nil {
		return err
	}
	if err := service.InvalidFields(fields); err != nil {
		return err
	}
	hash, err := s.options.Passwords.Hash(ctx, password)
	if err != nil {
		return err
	}
	return s.options.Store.InTx(actingFor(ctx, a), func(ctx context.Context, tx *ent.Client) error {
		if err := r.lock(ctx, tx, a.id); err != nil { // before the token, as issue does
			return err
		}
		if err := spend(ctx, tx, token); err != nil {
			return err
		}
		if err := s.setPassword(ctx, tx, r, a, hash, uuid.Nil); err != nil {
			return err
		}
		if err := s.unlock(ctx, r, a); err != nil {
			return err
		}
		if email == a.email && !a.verified {
			if err := r.verify(ctx, tx, a.id); err != nil {
				return err
			}
		}
		return s.options.Trail.Record(ctx, event(r, a, "password.reset", audit.Success, nil))
	})
}

// unlock forgets failed sign-ins of an account that has no second factor.
func (s *Service) unlock(ctx context.Context, r realm, a *account) error {
	if has, err := s.options.Factors.Has(ctx, ownerOf(r, a)); err != nil || has {
		return err
	}
	return s.options.Guard.Unlock(ctx, throttle.Account{Realm: r.name(), Name: a.email, ID: a.id})
}

// weaknesses returns what is wrong with a new password for an account.
func (s *Service) weaknesses(ctx context.Context, r realm, a *account, pointer, password string) ([]service.Field, error) {
	names, err := r.namesOf(ctx, s.options.Store.Pool(), a)
	if err != nil {
		return nil, err
	}
	return s.options.Passwords.Validate(ctx, pointer, password, append(names, a.email)...)
}

// setPassword replaces the hash, and ends the sessions that were opened with the old password, except one.
func (s *Service) setPassword(ctx context.Context, tx *ent.Client, r realm, a *account, hash string, except uuid.UUID) error {
	replaced, err := r.replaceHash(ctx, tx, a, hash)
	if err != nil {
		return err
	}
	if !replaced {
		return errChangedMeanwhile
	}
	if err := r.passwordChanged(ctx, tx, a.id, time.Now()); err != nil {
		return err
	}
	// Whoever read the mails, or had the old password, may have asked for these.
	purposes := []onetimetoken.Purpose{onetimetoken.PurposeResetPassword, onetimetoken.PurposeChangeEmail, onetimetoken.PurposeSignIn}
	if err := revoke(ctx, tx, r, a, purposes...); err != nil {
		return err
	}
	sessions := auth.SessionFilter{AccountKind: a.kind, AccountID: a.id, Except: except}
	if _, err := s.options.Auth.EndSessions(ctx, sessions, auth.EndedByPasswordChange); err != nil {
		return err
	}
	s.changed(ctx)
	return s.tell(ctx, a, mail.PasswordChanged, mail.Link{})
}
