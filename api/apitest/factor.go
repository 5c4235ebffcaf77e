package apitest

import (
	"crypto/sha256"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/pquerna/otp/totp"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

// FactorSecret is the secret of every second factor that tests add, in base32.
const FactorSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" //nolint:gosec // it opens nothing

// AddFactor gives an account a confirmed second factor, in place of any other.
func (a *App) AddFactor(t testing.TB, email string) {
	t.Helper()
	a.addFactor(t, email, time.Now())
}

// addFactor gives an account a factor; confirmed is nil for one that doesn't count yet.
func (a *App) addFactor(t testing.TB, email string, confirmed any) {
	t.Helper()
	owner, table := "user_id", "users"
	if isStaff(email) {
		owner, table = "cms_user_id", "cms_users"
	}
	account := fixture.Value[uuid.UUID](t, a.Env.DB, "SELECT id FROM "+table+" WHERE email = $1", email)
	_, err := a.Env.DB.ExecContext(t.Context(), "DELETE FROM second_factors WHERE "+owner+" = $1", account)
	require.NoError(t, err)
	id := uuid.New()
	fixture.Insert(t, a.Env.DB, "second_factors", fixture.Row{
		"id": id, owner: account, "confirmed_at": confirmed, "secret": a.keys.Seal([]byte(FactorSecret), "second_factors "+id.String()),
	})
}

// Code returns a code of an authenticator with this secret, at a time that differs by drift. To the API, it is as if no code
// had been used before.
func (a *App) Code(t testing.TB, secret string, drift time.Duration) string {
	t.Helper()
	_, err := a.Env.DB.ExecContext(t.Context(), "UPDATE second_factors SET last_step = 0")
	require.NoError(t, err)
	code, err := totp.GenerateCode(secret, time.Now().Add(drift))
	require.NoError(t, err)
	return code
}

// withFactor makes the body of a request with a code: the caller, if they belong to the realm, has a factor that is
// confirmed or waits for that.
func withFactor(staff, confirmed bool) func(testing.TB, Ask) any {
	return func(t testing.TB, a Ask) any {
		if _, signsIn := a.Cast.Accounts[a.Caller]; signsIn && isStaff(a.Caller) == staff {
			var at any
			if confirmed {
				at = time.Now()
			}
			a.App.addFactor(t, a.Caller, at)
		}
		return object{"otp": a.App.Code(t, FactorSecret, 0)}
	}
}

// noBody is withFactor for requests that send no code.
func noBody(staff bool) func(testing.TB, Ask) any {
	return func(t testing.TB, a Ask) any {
		withFactor(staff, true)(t, a)
		return nil
	}
}

// challenge is that of a sign-in of an account that has a factor, with the code.
func challenge(email string) func(testing.TB, Ask) any {
	return func(t testing.TB, a Ask) any {
		a.App.AddFactor(t, email)
		return object{"challenge_token": a.App.Challenge(t, email, time.Minute), "otp": a.App.Code(t, FactorSecret, 0)}
	}
}

// Challenge returns the token of a sign-in that waits for a code, for as long as that.
func (a *App) Challenge(t testing.TB, email string, lifetime time.Duration) string {
	t.Helper()
	token, owner, table := uuid.NewString(), "user_id", "users"
	if isStaff(email) {
		owner, table = "cms_user_id", "cms_users"
	}
	digest := sha256.Sum256([]byte(token))
	fixture.Insert(t, a.Env.DB, "one_time_tokens", fixture.Row{
		owner: fixture.Value[uuid.UUID](t, a.Env.DB, "SELECT id FROM "+table+" WHERE email = $1", email), "purpose": "sign_in",
		"token_hash": digest[:], "email": email, "expires_at": time.Now().Add(lifetime),
	})
	return token
}
