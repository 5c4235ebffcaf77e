package secondfactor

import (
	"context"
	"crypto/subtle"
	"strings"
	"time"

	"github.com/pquerna/otp/hotp"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/recoverycode"
	"github.com/predicthealth/predicthealth/ent/secondfactor"
)

const (
	// step is how long a code is shown, in seconds.
	step = 30
	// drift is how many steps the authenticator's clock may differ, either way.
	drift = 1
	// codeDigits is the length of a code of an authenticator; anything else may be a recovery code.
	codeDigits = 6
)

// Verify says whether code is one of the account's codes: of its authenticator or a recovery code, not used before. Of
// several requests with one code, one gets yes. The code is used up whatever becomes of the caller's unit of work.
func (f *Factors) Verify(ctx context.Context, owner Owner, code string) (bool, error) {
	pool := f.store.Pool()
	row, err := confirmed(ctx, pool, owner)
	if err != nil || row == nil {
		return false, err
	}
	if len(plain(code)) == codeDigits {
		return f.spend(ctx, row, code, pool.SecondFactor.Update())
	}
	n, err := pool.RecoveryCode.Update().
		Where(recoverycode.SecondFactorID(row.ID), recoverycode.CodeHash(hash(code)), recoverycode.UsedAtIsNil()).
		SetUsedAt(time.Now()).Save(ctx)
	return n == 1, wrap("using a recovery code", err)
}

// spend makes an update of a factor, if code is one that the authenticator shows about now and neither it nor a later one
// has been used. The secret is encrypted anew, so that the factor outlives the key that encrypted it first.
func (f *Factors) spend(ctx context.Context, row *ent.SecondFactor, code string, update *ent.SecondFactorUpdate) (bool, error) {
	secret, err := f.keys.Open(row.Secret, purpose(row.ID))
	if err != nil {
		return false, wrap("reading a second factor", err)
	}
	used, err := stepOf(string(secret), plain(code), time.Now())
	if err != nil || used <= row.LastStep {
		return false, err
	}
	n, err := update.Where(secondfactor.ID(row.ID), secondfactor.LastStepLT(used)).
		SetLastStep(used).SetSecret(f.keys.Seal(secret, purpose(row.ID))).Save(ctx)
	return n == 1, wrap("using a code", err)
}

// stepOf returns the latest time step around now whose code this is; 0 when there is none.
func stepOf(secret, code string, now time.Time) (found int64, err error) {
	current := now.Unix() / step
	for s := current - drift; s <= current+drift; s++ {
		expected, err := hotp.GenerateCode(secret, uint64(s))
		if err != nil {
			return 0, wrap("making a code", err)
		}
		if subtle.ConstantTimeCompare([]byte(expected), []byte(code)) == 1 {
			found = s
		}
	}
	return found, nil
}

// plain returns a code as it is compared: people write codes with spaces and hyphens, and recovery codes in any case.
func plain(code string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "", "-", "").Replace(code))
}
