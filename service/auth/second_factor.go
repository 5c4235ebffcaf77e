package auth

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/onetimetoken"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/secondfactor"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// challengeLifetime is how long people may take to find their authenticator.
const challengeLifetime = 5 * time.Minute

// OTPRequired is the error of a sign-in whose password is right and whose code is missing. Challenge goes to ConfirmLogin
// with the code.
type OTPRequired struct{ Challenge string }

// Error says what is missing.
func (*OTPRequired) Error() string { return "the sign-in needs a code of the second factor" }

// Confirmation finishes a sign-in with a code.
type Confirmation struct {
	// Challenge is from OTPRequired. OTP is a code of the authenticator, or a recovery code.
	Challenge, OTP string
	// IP and UserAgent say where the attempt comes from; empty when unknown.
	IP, UserAgent string
}

var (
	errOTPMissing = errors.New("the code is missing")
	errChallenge  = &service.Error{
		Code: service.Unauthenticated, Reason: "invalid_challenge",
		Detail: "The challenge is not valid, has expired or was used. Sign in again.",
	}
	errOTP = &service.Error{
		Code: service.Unauthenticated, Reason: "invalid_otp",
		Detail: "The code is wrong or was used, or the account can't sign in now.",
	}
)

// prove says whether code proves the account's second factor, for an account that has one. It fails with errOTPMissing when
// the account needs a code and there is none.
func (s *Service) prove(ctx context.Context, r realm, a *account, code string) (bool, error) {
	owner := secondfactor.Owner{Realm: r.name(), ID: a.id}
	has, err := s.factors.Has(ctx, owner)
	switch {
	case err != nil:
		return false, err
	case !has:
		return true, nil
	case code == "":
		return false, errOTPMissing
	}
	now := time.Now()
	a.provedAt = &now
	return s.factors.Verify(ctx, owner, code)
}

// challenge returns the error that asks for an account's code. Its token is good for nothing but ConfirmLogin.
func (s *Service) challenge(ctx context.Context, r realm, a account) error {
	token := rand.Text() + rand.Text()
	err := s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		create := tx.OneTimeToken.Create().SetPurpose(onetimetoken.PurposeSignIn).SetTokenHash(hashOf(token)).
			SetEmail(a.email).SetExpiresAt(time.Now().Add(challengeLifetime))
		r.challenges(create, a.id)
		if err := create.Exec(ctx); err != nil {
			return fmt.Errorf("asking for a code: %w", err)
		}
		return s.trail.Record(ctx, loginEvent("auth.challenge", audit.Success, r, a.id))
	})
	if err != nil {
		return err
	}
	return &OTPRequired{Challenge: token}
}

// ConfirmLogin finishes a sign-in for which Login or LoginCMS asked for a code. A challenge stays good for other codes until
// one is right, but wrong ones count as failed sign-ins. It fails with Unauthenticated: invalid_challenge for one that is
// unknown, expired, used or of the other realm, otherwise invalid_otp, whatever the reason. It must not run in a unit of work.
func (s *Service) ConfirmLogin(ctx context.Context, realm Realm, c Confirmation) (*Grant, error) {
	began := time.Now()
	grant, err := s.confirmLogin(ctx, realmNamed(realm), c)
	if err != nil {
		s.passwords.HoldBack(ctx, began)
	}
	return grant, err
}

func (s *Service) confirmLogin(ctx context.Context, r realm, c Confirmation) (*Grant, error) {
	token, err := s.store.Pool().OneTimeToken.Query().Where(openChallenge(c.Challenge)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, errChallenge
	}
	if err != nil {
		return nil, fmt.Errorf("finding a challenge: %w", err)
	}
	owner := r.challenged(token)
	if owner == nil { // it is of the other realm
		return nil, errChallenge
	}
	a, err := r.get(ctx, s.store.Pool(), *owner)
	if err != nil {
		return nil, err
	}
	outcome := audit.Denied
	ok, err := s.guard.Try(ctx, throttle.Account{Realm: r.name(), Name: a.email, ID: a.id}, c.IP, func(ctx context.Context) (bool, error) {
		outcome = audit.Failure
		if c.OTP == "" || !a.maySignIn(time.Now()) {
			return false, nil
		}
		return s.prove(ctx, r, &a, c.OTP)
	})
	if err != nil {
		return nil, err
	}
	if !ok {
		if err := s.trail.Note(ctx, loginEvent("auth.login", outcome, r, a.id)); err != nil {
			return nil, err
		}
		return nil, errOTP
	}
	if err := s.spendChallenge(ctx, c.Challenge); err != nil {
		return nil, err
	}
	return s.open(ctx, r, a, Login{IP: c.IP, UserAgent: c.UserAgent}, time.Now())
}

// spendChallenge uses a challenge up. Of several requests one succeeds.
func (s *Service) spendChallenge(ctx context.Context, challenge string) error {
	n, err := s.store.Pool().OneTimeToken.Update().Where(openChallenge(challenge)).SetUsedAt(time.Now()).Save(ctx)
	if err != nil {
		return fmt.Errorf("using a challenge: %w", err)
	}
	if n == 0 {
		return errChallenge
	}
	return nil
}

func openChallenge(challenge string) predicate.OneTimeToken {
	return onetimetoken.And(onetimetoken.TokenHash(hashOf(challenge)), onetimetoken.PurposeEQ(onetimetoken.PurposeSignIn),
		onetimetoken.UsedAtIsNil(), onetimetoken.ExpiresAtGT(time.Now()))
}

// loginEvent is an event of somebody who hasn't signed in yet.
func loginEvent(action string, outcome audit.Outcome, r realm, id uuid.UUID) audit.Event {
	e := audit.Event{Action: action, Outcome: outcome, Actor: &audit.Actor{Type: "anonymous"}}
	if id != uuid.Nil {
		e.EntityType, e.EntityID = string(r.name()), id.String()
	}
	return e
}
