package secondfactor

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/pquerna/otp/totp"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/secondfactor"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// issuer is the name under which authenticators list the account.
const issuer = "PredictHealth"

// Secret is what an authenticator needs of a new factor. It is shown once.
type Secret struct {
	// Text is the secret in base32; URI has it too, in the form that authenticators read from QR codes.
	Text, URI string
	// QR is the QR code of URI, as SVG.
	QR string
}

// ErrHasOne is the error for an account that has a confirmed factor already.
var ErrHasOne = &service.Error{Code: service.Conflict, Reason: "has_second_factor",
	Detail: "The account already has a second factor. Remove it first."}

// Begin gives an account a factor that doesn't count before Confirm, in place of any other such factor, in the context's
// unit of work. The authenticator shows the account by name. It fails with Conflict (has_second_factor) when the account
// has a confirmed one.
func (f *Factors) Begin(ctx context.Context, owner Owner, name string) (secret Secret, err error) {
	key, err := totp.Generate(totp.GenerateOpts{Issuer: issuer, AccountName: name})
	if err != nil {
		return Secret{}, wrap("making a secret", err)
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Secret{}, wrap("making a secret", err)
	}
	qr, err := svg(key.URL())
	if err != nil {
		return Secret{}, err
	}
	err = f.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if _, err := tx.SecondFactor.Delete().Where(of(owner), secondfactor.ConfirmedAtIsNil()).Exec(ctx); err != nil {
			return wrap("replacing a second factor", err)
		}
		create := tx.SecondFactor.Create().SetID(id).SetSecret(f.keys.Seal([]byte(key.Secret()), purpose(id)))
		if owner.Realm == throttle.Staff {
			create.SetCmsUserID(owner.ID)
		} else {
			create.SetUserID(owner.ID)
		}
		if err := create.Exec(ctx); ent.IsConstraintError(err) { // it is confirmed, or another request was faster
			return ErrHasOne
		} else if err != nil {
			return wrap("storing a second factor", err)
		}
		return nil
	})
	return Secret{key.Secret(), key.URL(), qr}, err
}

// Confirm makes a factor count when code is one of its codes, and returns its recovery codes, which are shown once. It
// runs in the context's unit of work. For a wrong code it returns none.
func (f *Factors) Confirm(ctx context.Context, owner Owner, code string) (recovery []string, err error) {
	err = f.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		row, err := tx.SecondFactor.Query().Where(of(owner), secondfactor.ConfirmedAtIsNil()).Only(ctx)
		if ent.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return wrap("finding a second factor", err)
		}
		right, err := f.spend(ctx, row, code, tx.SecondFactor.Update().SetConfirmedAt(time.Now()))
		if err != nil || !right {
			return err
		}
		recovery, err = makeRecoveryCodes(ctx, tx, row.ID)
		return err
	})
	return recovery, err
}

// purpose binds an encrypted secret to its row.
func purpose(id uuid.UUID) string { return "second_factors " + id.String() }
