package throttle

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var (
	reserveQuery = sqlfiles.Query("login_throttle_reserve")
	releaseQuery = sqlfiles.Query("login_throttle_release")
	forgetQuery  = sqlfiles.Query("login_throttle_forget")
)

// allNetworks is the key under which attempts from all networks are counted.
const allNetworks = ""

// reservation is an attempt that counts as failed until it turns out otherwise.
type reservation struct {
	allowed bool
	account []byte
	network string
	// The times until which this attempt, if it fails, locks the account for its network and for all; nil for no lock.
	lockedNetwork, lockedAccount *time.Time
}

// reserve counts an attempt for its network first. An attempt that is locked there doesn't count for all networks, or else
// one client could lock an account for everybody.
func (g *Guard) reserve(ctx context.Context, who Account, network string) (reservation, error) {
	r := reservation{account: who.hash(), network: network}
	p, err := g.policy(ctx)
	if err != nil {
		return r, err
	}
	passes := false
	if r.lockedNetwork, passes, err = g.count(ctx, r.account, network, p, p.network); err != nil || !passes {
		return r, err
	}
	if r.lockedAccount, r.allowed, err = g.count(ctx, r.account, allNetworks, p, p.account); err != nil || r.allowed {
		return r, err
	}
	return r, g.takeBack(ctx, r.account, network, 1, r.lockedNetwork != nil)
}

// count counts an attempt in one row. It returns the time until which it locked, and whether there was no lock before.
func (g *Guard) count(ctx context.Context, account []byte, network string, p policy, l limit) (locked *time.Time, passes bool, err error) {
	rows, err := g.store.Pool().QueryContext(ctx, reserveQuery, account, network, l.failures, l.window.Seconds(),
		p.base.Seconds(), p.factor, p.max.Seconds())
	if err != nil {
		return nil, false, fmt.Errorf("counting an attempt: %w", err)
	}
	return scanOptional[*time.Time](rows)
}

// release takes back an attempt that was not checked.
func (g *Guard) release(ctx context.Context, r reservation) error {
	if err := g.takeBack(ctx, r.account, r.network, 1, r.lockedNetwork != nil); err != nil {
		return err
	}
	return g.takeBack(ctx, r.account, allNetworks, 1, r.lockedAccount != nil)
}

// forget resets a network's count after a success. The failures there are assumed to be the owner's, so the account's own
// count goes down by as many; failures elsewhere stay.
func (g *Guard) forget(ctx context.Context, r reservation) error {
	rows, err := g.store.Pool().QueryContext(ctx, forgetQuery, r.account, r.network)
	if err != nil {
		return fmt.Errorf("forgetting failed attempts: %w", err)
	}
	failures, _, err := scanOptional[int](rows)
	if err != nil {
		return err
	}
	return g.takeBack(ctx, r.account, allNetworks, max(failures, 1), r.lockedAccount != nil)
}

func (g *Guard) takeBack(ctx context.Context, account []byte, network string, attempts int, locked bool) error {
	if _, err := g.store.Pool().ExecContext(ctx, releaseQuery, account, network, attempts, locked); err != nil {
		return fmt.Errorf("taking an attempt back: %w", err)
	}
	return nil
}

// scanOptional reads the only column of a row that may not exist.
func scanOptional[T any](rows *sql.Rows) (value T, found bool, err error) {
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	if found = rows.Next(); found {
		err = rows.Scan(&value)
	} else {
		err = rows.Err()
	}
	if err != nil {
		return value, false, fmt.Errorf("counting attempts: %w", err)
	}
	return value, found, nil
}
