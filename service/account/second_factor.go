package account

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/mail"
	"github.com/predicthealth/predicthealth/service/secondfactor"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// SecondFactor returns the viewer's second factor; nil when they have none. It fails with Forbidden for viewers whose
// account is not in the realm, as all these methods do.
func (s *Service) SecondFactor(ctx context.Context, name Realm) (*secondfactor.Factor, error) {
	r := ofRealm(name)
	v, err := viewerOf(ctx, r)
	if err != nil {
		return nil, err
	}
	return s.options.Factors.Get(ctx, secondfactor.Owner{Realm: r.name(), ID: v.AccountID})
}

// AddSecondFactor gives the viewer a second factor that counts once ConfirmSecondFactor has confirmed it. It needs the
// account's password, because a stolen access token must not shut the owner out. It fails with Invalid, naming /password
// (wrong), and with Conflict when there is a factor already (has_second_factor).
func (s *Service) AddSecondFactor(ctx context.Context, name Realm, password, ip string) (secret secondfactor.Secret, err error) {
	r := ofRealm(name)
	a, _, err := s.mine(ctx, r)
	if err != nil {
		return secret, err
	}
	// Before the password: a right one would make wrong codes forgotten, and a thief of both password and session could go on.
	has, err := s.options.Factors.Has(ctx, ownerOf(r, a))
	if err != nil {
		return secret, err
	}
	if has {
		return secret, secondfactor.ErrHasOne
	}
	if err := s.confirm(ctx, r, a, "/password", password, ip, "second_factor.begin"); err != nil {
		return secret, err
	}
	if secret, err = s.options.Factors.Begin(ctx, ownerOf(r, a), a.email); err != nil {
		return secret, err
	}
	return secret, s.options.Trail.Record(ctx, event(r, a, "second_factor.begin", audit.Success, nil))
}

// ConfirmSecondFactor makes the viewer's new second factor count and returns its recovery codes, which are shown once. The
// account's other sessions end, because they were opened without it, and its address gets a notice. It fails with Invalid,
// naming /otp; wrong codes count as failed sign-ins.
func (s *Service) ConfirmSecondFactor(ctx context.Context, name Realm, code, ip string) (recovery []string, err error) {
	r := ofRealm(name)
	a, v, err := s.mine(ctx, r)
	if err != nil {
		return nil, err
	}
	right, err := s.options.Guard.Try(ctx, throttle.Account{Realm: r.name(), Name: a.email, ID: a.id}, ip,
		func(ctx context.Context) (bool, error) {
			recovery, err = s.options.Factors.Confirm(ctx, ownerOf(r, a), code)
			return len(recovery) > 0, err
		})
	if err != nil {
		return nil, err
	}
	if !right {
		if err := s.options.Trail.Note(ctx, event(r, a, "second_factor.add", audit.Failure, nil)); err != nil {
			return nil, err
		}
		return nil, auth.WrongCode()
	}
	return recovery, s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if err := s.options.Auth.FactorProved(ctx); err != nil {
			return err
		}
		if err := r.touch(ctx, tx, a.id); err != nil {
			return err
		}
		others := auth.SessionFilter{AccountKind: a.kind, AccountID: a.id, Except: v.SessionID}
		if _, err := s.options.Auth.EndSessions(ctx, others, auth.EndedByRevocation); err != nil {
			return err
		}
		if err := s.tell(ctx, a, mail.SecondFactorAdded, mail.Link{}); err != nil {
			return err
		}
		return s.options.Trail.Record(ctx, event(r, a, "second_factor.add", audit.Success, nil))
	})
}

// RemoveSecondFactor removes the viewer's second factor and tells their address. It is for callers who have checked that a
// factor was proved lately. It fails with Conflict when there is none (no_second_factor).
func (s *Service) RemoveSecondFactor(ctx context.Context, name Realm) error {
	r := ofRealm(name)
	a, _, err := s.mine(ctx, r)
	if err != nil {
		return err
	}
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		removed, err := s.removeFactor(ctx, tx, r, a)
		if err != nil {
			return err
		}
		if !removed {
			return auth.NoSecondFactor()
		}
		return s.options.Trail.Record(ctx, event(r, a, "second_factor.remove", audit.Success, nil))
	})
}

// ResetSecondFactor removes an account's second factor, if it has one, ends its sessions and tells its address, in the
// context's unit of work. It is for services that have checked what the caller may do and record it. It fails with
// NotFound.
func (s *Service) ResetSecondFactor(ctx context.Context, name Realm, id uuid.UUID) error {
	r := ofRealm(name)
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		a, err := r.byID(ctx, tx, id)
		if err != nil {
			return err
		}
		if a == nil {
			return service.Missing()
		}
		if removed, err := s.removeFactor(ctx, tx, r, a); err != nil || !removed {
			return err
		}
		_, err = s.options.Auth.EndSessions(ctx, auth.SessionFilter{AccountKind: a.kind, AccountID: a.id}, auth.EndedByRevocation)
		return err
	})
}

func (s *Service) removeFactor(ctx context.Context, tx *ent.Client, r realm, a *account) (removed bool, err error) {
	removed, err = s.options.Factors.Remove(ctx, ownerOf(r, a))
	if err != nil || !removed {
		return false, err
	}
	if err := r.touch(ctx, tx, a.id); err != nil {
		return false, err
	}
	return true, s.tell(ctx, a, mail.SecondFactorRemoved, mail.Link{})
}

// RenewRecoveryCodes replaces the viewer's recovery codes and returns the new ones, which are shown once; see
// RemoveSecondFactor.
func (s *Service) RenewRecoveryCodes(ctx context.Context, name Realm) (codes []string, err error) {
	r := ofRealm(name)
	a, _, err := s.mine(ctx, r)
	if err != nil {
		return nil, err
	}
	if codes, err = s.options.Factors.RenewRecoveryCodes(ctx, ownerOf(r, a)); err != nil {
		return nil, err
	}
	if len(codes) == 0 {
		return nil, auth.NoSecondFactor()
	}
	return codes, s.options.Trail.Record(ctx, event(r, a, "second_factor.renew_recovery_codes", audit.Success, nil))
}

func ownerOf(r realm, a *account) secondfactor.Owner {
	return secondfactor.Owner{Realm: r.name(), ID: a.id}
}
