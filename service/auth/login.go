package auth

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/setting"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// maxUserAgent is how many characters of a device's description are stored.
const maxUserAgent = 255

// Login is an attempt to sign in.
type Login struct {
	Email, Password string
	// OTP is a code of the account's second factor, if it has one: of the authenticator, or a recovery code.
	OTP string
	// IP and UserAgent say where the attempt comes from; empty when unknown.
	IP, UserAgent string
}

// Grant is the result of a successful sign-in.
type Grant struct {
	AccessToken  string
	RefreshToken string
	// ExpiresIn is the lifetime of the access token.
	ExpiresIn time.Duration
	Account   Account
}

// Account is the account that signed in.
type Account struct {
	ID    uuid.UUID
	Email string
	// Kind is patient, doctor, institution or cms_user.
	Kind string
	// RecordID is the patient, doctor or institution that the account belongs to; nil for CMS users.
	RecordID uuid.UUID
	// Role is the code of a CMS user's role.
	Role string
	// DisplayName is the full name of the patient, the doctor or the CMS user, or the institution's name.
	DisplayName string
}

// Login signs in a patient, a doctor or an institution. An unknown address, a wrong password, a locked and a disabled
// account, and a wrong code of the second factor, all give the same Unauthenticated error, at the same moments. It fails with
// OTPRequired when only the code is missing, and with Unavailable when too many people sign in at once.
func (s *Service) Login(ctx context.Context, l Login) (*Grant, error) {
	return s.login(ctx, userRealm{}, l)
}

// LoginCMS signs in a staff member; see Login.
func (s *Service) LoginCMS(ctx context.Context, l Login) (*Grant, error) {
	return s.login(ctx, cmsRealm{}, l)
}

// login must not run in a unit of work, because a failed attempt is an error that must still be counted.
func (s *Service) login(ctx context.Context, r realm, l Login) (*Grant, error) {
	began := time.Now()
	a, err := s.identify(ctx, r, l)
	missing := errors.Is(err, errOTPMissing)
	if err != nil && !missing {
		s.passwords.HoldBack(ctx, began)
		return nil, err
	}
	s.strengthen(ctx, r, a, l.Password)
	if missing {
		return nil, s.challenge(ctx, r, a)
	}
	return s.open(ctx, r, a, l, time.Now())
}

// identify returns the account that may sign in with this address, password and code. When only the code is missing, it
// returns the account and errOTPMissing, and the attempt doesn't count: neither as a failure nor as a success, which
// would let a thief of the password try codes for ever.
func (s *Service) identify(ctx context.Context, r realm, l Login) (account, error) {
	email := strings.ToLower(strings.TrimSpace(l.Email))
	a, err := r.find(ctx, s.store.Pool(), email) // nobody has signed in yet
	if err != nil {
		return account{}, err
	}
	outcome := audit.Denied // because the account is locked
	who := throttle.Account{Realm: r.name(), Name: email, ID: a.id}
	ok, err := s.guard.Try(ctx, who, l.IP, func(ctx context.Context) (bool, error) {
		outcome = audit.Failure
		if matches, err := s.passwords.Matches(ctx, a.hash, l.Password); err != nil || !matches || !a.maySignIn(time.Now()) {
			return false, err
		}
		return s.prove(ctx, r, &a, l.OTP)
	})
	if err != nil || ok {
		return a, err
	}
	if err := s.trail.Note(ctx, loginEvent("auth.login", outcome, r, a.id)); err != nil {
		return account{}, err
	}
	return account{}, errCredentials
}

var errCredentials = &service.Error{
	Code: service.Unauthenticated, Reason: "invalid_credentials",
	Detail: "No account can sign in with this e-mail address and password.",
}

// open starts a session and returns its tokens.
func (s *Service) open(ctx context.Context, r realm, a account, l Login, now time.Time) (*Grant, error) {
	values, err := s.settings.Read(ctx)
	if err != nil {
		return nil, err
	}
	token := rand.Text() + rand.Text()
	times := SessionTimes{
		CreatedAt: now, LastSeenAt: now, ExpiresAt: now.Add(setting.Get(values, a.sessionLifetime().absolute)), SecondFactorAt: a.provedAt,
	}
	times.IdleExpiresAt = earlier(now.Add(setting.Get(values, a.sessionLifetime().idle)), times.ExpiresAt)
	err = s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		same, err := r.succeeded(ctx, tx, a, nonEmpty(l.IP), now)
		if err != nil {
			return fmt.Errorf("recording a sign-in: %w", err)
		}
		if !same {
			return errCredentials
		}
		if a.displayName, err = r.displayName(ctx, tx, a.id); err != nil {
			return err
		}
		create := tx.Session.Create().
			SetNillableIP(nonEmpty(l.IP)).SetNillableUserAgent(nonEmpty(shortened(l.UserAgent))).
			SetNillableSecondFactorAt(a.provedAt).SetLastSeenAt(now).SetIdleExpiresAt(times.IdleExpiresAt).SetExpiresAt(times.ExpiresAt)
		r.owns(create, a.id)
		session, err := create.Save(ctx)
		if err != nil {
			return fmt.Errorf("opening a session: %w", err)
		}
		times.ID = session.ID
		if err := tx.RefreshToken.Create().
			SetSessionID(session.ID).SetTokenHash(hashOf(token)).SetExpiresAt(times.IdleExpiresAt).Exec(ctx); err != nil {
			return fmt.Errorf("giving a refresh token: %w", err)
		}
		s.store.AfterCommit(ctx, func(ctx context.Context) { s.copies.keep(ctx, times, now) })
		return s.trail.Record(ctx, audit.Event{
			Action: "auth.login", EntityType: string(r.name()), EntityID: a.id.String(),
			Actor: &audit.Actor{Type: string(r.name()), ID: a.id}, Payload: map[string]any{"session": session.ID},
		})
	})
	if err != nil {
		return nil, err
	}
	return s.grant(ctx, r, a, times, token, values)
}

// grant issues an account the tokens of its session.
func (s *Service) grant(
	ctx context.Context, r realm, a account, session SessionTimes, refreshToken string, values setting.Values,
) (*Grant, error) {
	accessToken, lifetime, err := s.access(ctx, r, a, session, values)
	if err != nil {
		return nil, err
	}
	return &Grant{
		AccessToken: accessToken, RefreshToken: refreshToken, ExpiresIn: lifetime,
		Account: Account{ID: a.id, Email: a.email, Kind: string(a.kind), RecordID: a.record, Role: a.role, DisplayName: a.displayName},
	}, nil
}

// access issues an access token of a session, which it doesn't outlive.
func (s *Service) access(
	ctx context.Context, r realm, a account, session SessionTimes, values setting.Values,
) (token string, lifetime time.Duration, err error) {
	c := a.claims(session)
	if c.MustAddFactor, err = s.mustAddFactor(ctx, r, a, values); err != nil {
		return "", 0, err
	}
	now := time.Now()
	lifetime = min(setting.Get(values, accessTokenLifetime), setting.Get(values, a.sessionLifetime().idle), session.ExpiresAt.Sub(now))
	token, err = s.tokens.sign(c, now, lifetime)
	return token, lifetime, err
}

func nonEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// shortened returns the start of a device's description, without characters that PostgreSQL can't store.
func shortened(userAgent string) string {
	clean := []rune(strings.ReplaceAll(strings.ToValidUTF8(userAgent, ""), "\x00", ""))
	return string(clean[:min(len(clean), maxUserAgent)])
}
