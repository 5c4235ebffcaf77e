// Package secondfactor keeps the second factors of accounts: a secret that an authenticator makes codes from (TOTP, RFC
// 6238), and recovery codes for when the authenticator is lost. A code counts once. An account has one factor at most.
//
// It is for services that know whose account it is. They also limit how many codes may be tried.
package secondfactor

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/recoverycode"
	"github.com/predicthealth/predicthealth/ent/secondfactor"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// Factors are the second factors of all accounts. It is safe for concurrent use.
type Factors struct {
	store *service.Store
	keys  *encryption.Keyring
}

// New returns Factors whose secrets the keys encrypt.
func New(store *service.Store, keys *encryption.Keyring) *Factors {
	return &Factors{store.AsSystem(), keys}
}

// Owner is an account.
type Owner struct {
	Realm throttle.Realm
	ID    uuid.UUID
}

// Factor is an account's second factor, without its secrets.
type Factor struct {
	ConfirmedAt time.Time
	// RecoveryCodes is how many recovery codes are left.
	RecoveryCodes int
}

// Has says whether an account has a confirmed factor.
func (f *Factors) Has(ctx context.Context, owner Owner) (bool, error) {
	has, err := f.store.Client(ctx).SecondFactor.Query().Where(of(owner), secondfactor.ConfirmedAtNotNil()).Exist(ctx)
	return has, wrap("looking for a second factor", err)
}

// Among says which of a realm's accounts have a confirmed factor.
func (f *Factors) Among(ctx context.Context, realm throttle.Realm, ids []uuid.UUID) (map[uuid.UUID]bool, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	owner, whose := secondfactor.UserIDIn, func(row *ent.SecondFactor) *uuid.UUID { return row.UserID }
	if realm == throttle.Staff {
		owner, whose = secondfactor.CmsUserIDIn, func(row *ent.SecondFactor) *uuid.UUID { return row.CmsUserID }
	}
	rows, err := f.store.Client(ctx).SecondFactor.Query().Where(owner(ids...), secondfactor.ConfirmedAtNotNil()).
		Select(secondfactor.FieldUserID, secondfactor.FieldCmsUserID).All(ctx)
	have := map[uuid.UUID]bool{}
	for _, row := range rows {
		have[*whose(row)] = true
	}
	return have, wrap("looking for second factors", err)
}

// Get returns an account's confirmed factor; nil when it has none.
func (f *Factors) Get(ctx context.Context, owner Owner) (*Factor, error) {
	client := f.store.Client(ctx)
	row, err := confirmed(ctx, client, owner)
	if err != nil || row == nil {
		return nil, err
	}
	left, err := client.RecoveryCode.Query().Where(recoverycode.SecondFactorID(row.ID), recoverycode.UsedAtIsNil()).Count(ctx)
	return &Factor{*row.ConfirmedAt, left}, wrap("counting recovery codes", err)
}

// Remove takes away an account's factor, confirmed or not, with its recovery codes, in the context's unit of work. It says
// whether there was a confirmed one.
func (f *Factors) Remove(ctx context.Context, owner Owner) (removed bool, err error) {
	err = f.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		row, err := confirmed(ctx, tx, owner)
		if err != nil {
			return err
		}
		removed = row != nil
		_, err = tx.SecondFactor.Delete().Where(of(owner)).Exec(ctx)
		return wrap("removing a second factor", err)
	})
	return removed, err
}

func confirmed(ctx context.Context, client *ent.Client, owner Owner) (*ent.SecondFactor, error) {
	row, err := client.SecondFactor.Query().Where(of(owner), secondfactor.ConfirmedAtNotNil()).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, wrap("finding a second factor", err)
}

// of matches an account's factor.
func of(owner Owner) predicate.SecondFactor {
	if owner.Realm == throttle.Staff {
		return secondfactor.CmsUserID(owner.ID)
	}
	return secondfactor.UserID(owner.ID)
}

func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}
