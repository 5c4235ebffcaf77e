package account

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/onetimetoken"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/mail"
	"github.com/predicthealth/predicthealth/service/setting"
	"github.com/predicthealth/predicthealth/service/worker"
)

const (
	tokenBytes = 32
	// keptTokens is how long expired tokens are kept, in case somebody has to look into a complaint.
	keptTokens    = 24 * time.Hour
	sweepInterval = time.Hour
)

// errLink is the same for tokens that are unknown, expired, used, replaced or meant for another purpose.
var errLink = service.InvalidFields([]service.Field{{
	Pointer: "/token", Code: "invalid", Detail: "This link is not valid or has expired. Ask for a new one.",
}})

// issue creates the account's only open token for a purpose, and the link that carries it to the address email.
func issue(ctx context.Context, tx *ent.Client, r realm, a *account, purpose onetimetoken.Purpose, email string, expires time.Time) (mail.Link, error) {
	if err := r.lock(ctx, tx, a.id); err != nil { // of two concurrent requests, the second replaces the first one's token
		return mail.Link{}, err
	}
	if err := revoke(ctx, tx, r, a, purpose); err != nil {
		return mail.Link{}, err
	}
	secret := make([]byte, tokenBytes)
	_, _ = rand.Read(secret) // never fails, says its documentation
	token := base64.RawURLEncoding.EncodeToString(secret)
	create := tx.OneTimeToken.Create().
		SetPurpose(purpose).SetTokenHash(digest(token)).SetEmail(email).SetExpiresAt(expires)
	r.own(create, a.id)
	if err := create.Exec(ctx); err != nil {
		return mail.Link{}, fmt.Errorf("making a one-time token: %w", err)
	}
	return mail.Link{Page: r.pages() + pages[purpose], Token: token, Expires: expires}, nil
}

// pages are the web application's pages that use a token.
var pages = map[onetimetoken.Purpose]string{
	onetimetoken.PurposeVerifyEmail:   "/verify-email",
	onetimetoken.PurposeResetPassword: "/reset-password",
	onetimetoken.PurposeChangeEmail:   "/change-email",
}

// revoke deletes the account's open tokens for these purposes.
func revoke(ctx context.Context, tx *ent.Client, r realm, a *account, purposes ...onetimetoken.Purpose) error {
	_, err := tx.OneTimeToken.Delete().
		Where(r.tokensOf(a.id), onetimetoken.PurposeIn(purposes...), onetimetoken.UsedAtIsNil()).Exec(ctx)
	return wrap("replacing one-time tokens", err)
}

// holder returns the account that the token belongs to, and the address that the token was sent to. It fails with errLink
// when the token can't be used or the account is disabled.
func (s *Service) holder(ctx context.Context, r realm, purpose onetimetoken.Purpose, token string) (*account, string, error) {
	row, err := ignoreMissing(s.options.Store.Client(ctx).OneTimeToken.Query().
		Where(onetimetoken.TokenHash(digest(token)), onetimetoken.PurposeEQ(purpose), r.tokens(),
			onetimetoken.UsedAtIsNil(), onetimetoken.ExpiresAtGT(time.Now())).Only(ctx))
	if err != nil {
		return nil, "", fmt.Errorf("finding a one-time token: %w", err)
	}
	if row == nil {
		return nil, "", errLink
	}
	a, err := r.byID(ctx, s.options.Store.Client(ctx), r.ownerOf(row))
	if err == nil && (a == nil || !a.active) {
		err = errLink
	}
	return a, row.Email, err
}

// spend uses a token up. Of several concurrent calls one succeeds; the others fail with errLink.
func spend(ctx context.Context, tx *ent.Client, token string) error {
	now := time.Now()
	n, err := tx.OneTimeToken.Update().
		Where(onetimetoken.TokenHash(digest(token)), onetimetoken.UsedAtIsNil(), onetimetoken.ExpiresAtGT(now)).
		SetUsedAt(now).Save(ctx)
	switch {
	case err != nil:
		return fmt.Errorf("spending a one-time token: %w", err)
	case n == 0:
		return errLink
	}
	return nil
}

func digest(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// expiry returns when a token that is created now expires.
func (s *Service) expiry(ctx context.Context, lifetime setting.Key[time.Duration]) (time.Time, error) {
	values, err := s.options.Settings.Read(ctx)
	return time.Now().Add(setting.Get(values, lifetime)), err
}

// Sweeper returns a worker that deletes tokens that expired long ago.
func (s *Service) Sweeper() worker.Worker {
	return worker.Worker{Name: "one-time token sweeper", Interval: sweepInterval, Run: func(ctx context.Context) error {
		_, err := s.options.Store.Pool().OneTimeToken.Delete().
			Where(onetimetoken.ExpiresAtLT(time.Now().Add(-keptTokens))).Exec(ctx)
		return wrap("deleting old one-time tokens", err)
	}}
}
