package throttle

import (
	"context"
	"fmt"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/loginthrottle"
)

// countFailure stores a failure, and a lock for all networks, where administrators see them. Service accounts have no such
// columns.
func (g *Guard) countFailure(ctx context.Context, who Account, lockedUntil *time.Time) error {
	now := time.Now()
	switch client := g.store.Pool(); who.Realm {
	case Users:
		return client.User.UpdateOneID(who.ID).
			AddFailedLogins(1).SetLastFailedLoginAt(now).SetNillableLockedUntil(lockedUntil).Exec(ctx)
	case Staff:
		return client.CMSUser.UpdateOneID(who.ID).
			AddFailedLogins(1).SetLastFailedLoginAt(now).SetNillableLockedUntil(lockedUntil).Exec(ctx)
	case ServiceAccounts:
	}
	return nil
}

// Unlock forgets all failures and locks of an account, in the context's unit of work. It is for services that have checked
// that the caller may do so and that record it. It fails only when the database does.
func (g *Guard) Unlock(ctx context.Context, who Account) error {
	return g.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		_, err := tx.LoginThrottle.Delete().Where(loginthrottle.AccountHash(who.hash())).Exec(ctx)
		if err == nil {
			switch who.Realm {
			case Users:
				err = tx.User.UpdateOneID(who.ID).SetFailedLogins(0).ClearLockedUntil().Exec(ctx)
			case Staff:
				err = tx.CMSUser.UpdateOneID(who.ID).SetFailedLogins(0).ClearLockedUntil().Exec(ctx)
			case ServiceAccounts:
			}
		}
		if err != nil {
			return fmt.Errorf("unlocking an account: %w", err)
		}
		return nil
	})
}
