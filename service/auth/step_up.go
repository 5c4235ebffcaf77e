package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/session"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/secondfactor"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// StepUpAge is how long ago a second factor may have been proved for what needs a fresh one.
const StepUpAge = 5 * time.Minute

// RequireFreshFactor returns nil for viewers who proved their second factor not longer than StepUpAge ago, as their access
// token says, who have none, or who are machines. Others get Unauthenticated (step_up_required).
func (s *Service) RequireFreshFactor(ctx context.Context) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	if v.Kind == viewer.ServiceAccount || v.SecondFactor && time.Since(v.AuthenticatedAt) < StepUpAge {
		return nil
	}
	has, err := s.factors.Has(ctx, ownerOf(v))
	if err != nil || !has {
		return err
	}
	return &service.Error{
		Code: service.Unauthenticated, Reason: "step_up_required",
		Detail: "This operation needs a code of your second factor from the last five minutes.",
	}
}

// StepUp proves the viewer's second factor again and returns an access token that says so; the session's later ones do
// too. Wrong codes count as failed sign-ins. It is for viewers who have signed in to the realm; others get Forbidden or
// Unauthenticated. It fails with Conflict when the account has no factor (no_second_factor), and with Invalid, naming /otp.
func (s *Service) StepUp(ctx context.Context, realm Realm, code, ip string) (token string, lifetime time.Duration, err error) {
	v, err := signedIn(ctx, realm)
	if err != nil {
		return "", 0, err
	}
	r := realmNamed(realm)
	a, err := r.get(ctx, s.store.Client(ctx), v.AccountID)
	if err != nil {
		return "", 0, err
	}
	has, err := s.factors.Has(ctx, ownerOf(v))
	if err != nil {
		return "", 0, err
	}
	if !has {
		return "", 0, NoSecondFactor()
	}
	right, err := s.guard.Try(ctx, throttle.Account{Realm: realm, Name: a.email, ID: a.id}, ip,
		func(ctx context.Context) (bool, error) { return s.factors.Verify(ctx, ownerOf(v), code) })
	if err != nil {
		return "", 0, err
	}
	if !right {
		if err := s.trail.Note(ctx, stepUpEvent(r, a, audit.Failure)); err != nil {
			return "", 0, err
		}
		return "", 0, WrongCode()
	}
	values, err := s.settings.Read(ctx)
	if err != nil {
		return "", 0, err
	}
	err = s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if err := s.FactorProved(ctx); err != nil {
			return err
		}
		row, err := tx.Session.Get(ctx, v.SessionID)
		if err != nil {
			return fmt.Errorf("reading a session: %w", err)
		}
		if token, lifetime, err = s.access(ctx, r, a, timesOf(row), values); err != nil {
			return err
		}
		return s.trail.Record(ctx, stepUpEvent(r, a, audit.Success))
	})
	return token, lifetime, err
}

// FactorProved notes that the viewer has proved a second factor now, in the context's unit of work. It is for services that
// have checked a code. It fails with Unauthenticated when the session has ended.
func (s *Service) FactorProved(ctx context.Context) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	return s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		now := time.Now()
		n, err := tx.Session.Update().Where(session.ID(v.SessionID), openAt(now)).SetSecondFactorAt(now).Save(ctx)
		if err != nil {
			return fmt.Errorf("noting a second factor: %w", err)
		}
		if n == 0 {
			return invalidToken(errRevoked)
		}
		return nil
	})
}

// WrongCode is the error for a code that is wrong or used, or that was not checked because the account is locked.
func WrongCode() error {
	return service.InvalidFields([]service.Field{{
		Pointer: "/otp", Code: "wrong",
		Detail: "The code is wrong or was used, or too many attempts have locked the account for a while.",
	}})
}

// NoSecondFactor is the error for an account without a second factor.
func NoSecondFactor() error {
	return &service.Error{Code: service.Conflict, Reason: "no_second_factor", Detail: "The account has no second factor."}
}

func stepUpEvent(r realm, a account, outcome audit.Outcome) audit.Event {
	return audit.Event{Action: "auth.step_up", Outcome: outcome, EntityType: string(r.name()), EntityID: a.id.String()}
}

// ownerOf returns whose second factor a viewer's would be.
func ownerOf(v viewer.Viewer) secondfactor.Owner {
	if v.Kind == viewer.CMSUser {
		return secondfactor.Owner{Realm: Staff, ID: v.AccountID}
	}
	return secondfactor.Owner{Realm: Users, ID: v.AccountID}
}
