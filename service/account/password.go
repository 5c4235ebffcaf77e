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

// PasswordChange is a wish for another password.
type PasswordChange struct {
	Current, New string
	// IP is where it comes from; empty when unknown.
	IP string
}

// ChangePassword gives whoever is asking another password, ends the account's other sessions and tells its address. An
// account of the realm may call it, also one that must change its password. It fails with Invalid, naming
// /current_password (wrong) or /new_password (a rule of passwords, or unchanged), with Forbidden for other viewers, and
// with Conflict when the password was changed meanwhile.
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
		fields = []service.Field{{Pointer: "/new_password", Code: "unchanged", Detail: "This is the password that you have."}}
	}
	if err := service.InvalidFields(fields); err != nil {
		return err
	}
	if err := s.confirm(ctx, r, a, "/current_password", c.Current, c.IP, "password.change"); err != nil {
		return err
	}
	hash, err := s.Passwords.Hash(ctx, c.New)
	if err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if err := s.setPassword(ctx, tx, r, a, hash, v.SessionID); err != nil {
			return err
		}
		return s.Trail.Record(ctx, event(r, a, "password.change", audit.Success, nil))
	})
}

// ForgotPassword mails the account of an address a link to set a new password; an address without an account, or with a
// disabled one, gets nothing, nor one that strangers have caused as many mails to as the setting
// api.rate_limit.recipient_per_hour lets them. Anyone may call it, outside a unit of work: the answer is the same for all addresses, at
// the same moments. It fails only with the database.
func (s *Service) ForgotPassword(ctx context.Context, name Realm, email string) error {
	defer s.Passwords.HoldBack(ctx, time.Now())
	r := ofRealm(name)
	a, err := r.byEmail(ctx, s.Store.Pool(), strings.ToLower(strings.TrimSpace(email)))
	if err != nil {
		return err
	}
	requested := audit.Event{Action: "password.reset_requested", Outcome: audit.Failure}
	if a == nil {
		return s.Trail.Note(ctx, requested)
	}
	if !a.active {
		return s.Trail.Note(ctx, event(r, a, requested.Action, audit.Denied, nil))
	}
	may, err := s.mayWrite(ctx, a.email)
	if err != nil {
		return err
	}
	if !may { // the link that they have goes on working
		return s.Trail.Note(ctx, event(r, a, requested.Action, audit.Denied, nil))
	}
	expires, err := s.expiry(ctx, resetLifetime)
	if err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		link, err := issue(ctx, tx, r, a, onetimetoken.PurposeResetPassword, a.email, expires)
		if err != nil {
			return err
		}
		if err := s.tell(ctx, a, mail.ResetPassword, link); err != nil {
			return err
		}
		return s.Trail.Record(ctx, event(r, a, requested.Action, audit.Success, nil))
	})
}

// ResetPassword spends a token of ForgotPassword: it sets the password, unlocks the account, ends all of its sessions, and
// confirms the address, which the token proves. Whoever has the token may call it, outside a unit of work. It fails with
// Invalid, naming /token (not valid, or no longer, whatever the reason) or /new_password.
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
	hash, err := s.Passwords.Hash(ctx, password)
	if err != nil {
		return err
	}
	return s.Store.InTx(actingFor(ctx, a), func(ctx context.Context, tx *ent.Client) error {
		if err := spend(ctx, tx, token); err != nil {
			return err
		}
		if err := s.setPassword(ctx, tx, r, a, hash, uuid.Nil); err != nil {
			return err
		}
		if err := s.Guard.Unlock(ctx, throttle.Account{Realm: r.name(), Name: a.email, ID: a.id}); err != nil {
			return err
		}
		if email == a.email && !a.verified {
			if err := r.verify(ctx, tx, a.id); err != nil {
				return err
			}
		}
		return s.Trail.Record(ctx, event(r, a, "password.reset", audit.Success, nil))
	})
}

// weaknesses are what is wrong with a new password of an account.
func (s *Service) weaknesses(ctx context.Context, r realm, a *account, pointer, password string) ([]service.Field, error) {
	names, err := r.namesOf(ctx, s.Store.Pool(), a)
	if err != nil {
		return nil, err
	}
	return s.Passwords.Validate(ctx, pointer, password, append(names, a.email)...)
}

// setPassword replaces the hash, and ends what the old password has opened, but for one session.
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
	// Whoever read the mails may have asked for these.
	if err := revoke(ctx, tx, r, a, onetimetoken.PurposeResetPassword, onetimetoken.PurposeChangeEmail); err != nil {
		return err
	}
	sessions := auth.SessionFilter{AccountKind: a.kind, AccountID: a.id, Except: except}
	if _, err := s.Auth.EndSessions(ctx, sessions, auth.EndedByPasswordChange); err != nil {
		return err
	}
	s.changed(ctx)
	return s.tell(ctx, a, mail.PasswordChanged, mail.Link{})
}
