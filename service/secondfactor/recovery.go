package secondfactor

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"strings"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/recoverycode"
	"github.com/predicthealth/predicthealth/ent/secondfactor"
)

const (
	recoveryCodes = 10
	// recoveryLength is how many characters of base32 a code has: 80 random bits, which nobody can guess from a hash.
	recoveryLength = 16
)

// RenewRecoveryCodes replaces an account's recovery codes, in the context's unit of work. The new ones are shown once; there
// are none when the account has no confirmed factor.
func (f *Factors) RenewRecoveryCodes(ctx context.Context, owner Owner) (codes []string, err error) {
	err = f.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		row, err := confirmed(ctx, tx, owner)
		if err != nil || row == nil {
			return err
		}
		codes, err = makeRecoveryCodes(ctx, tx, row.ID)
		return err
	})
	return codes, err
}

// makeRecoveryCodes replaces the codes of a factor. Of several requests the last one's remain.
func makeRecoveryCodes(ctx context.Context, tx *ent.Client, factor uuid.UUID) ([]string, error) {
	if _, err := tx.SecondFactor.Query().Where(secondfactor.ID(factor)).ForUpdate().OnlyID(ctx); err != nil {
		return nil, wrap("holding a second factor", err)
	}
	if _, err := tx.RecoveryCode.Delete().Where(recoverycode.SecondFactorID(factor)).Exec(ctx); err != nil {
		return nil, wrap("replacing recovery codes", err)
	}
	codes, rows := make([]string, recoveryCodes), make([]*ent.RecoveryCodeCreate, recoveryCodes)
	for i := range codes {
		codes[i] = recoveryCode()
		rows[i] = tx.RecoveryCode.Create().SetSecondFactorID(factor).SetCodeHash(hash(codes[i]))
	}
	return codes, wrap("storing recovery codes", tx.RecoveryCode.CreateBulk(rows...).Exec(ctx))
}

// recoveryCode returns a new code, in groups that people can read.
func recoveryCode() string {
	text := strings.ToLower(rand.Text()[:recoveryLength])
	return text[:4] + "-" + text[4:8] + "-" + text[8:12] + "-" + text[12:]
}

// hash returns what is stored of a recovery code.
func hash(code string) []byte {
	sum := sha256.Sum256([]byte(plain(code)))
	return sum[:]
}
