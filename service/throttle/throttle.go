// Package throttle slows down who guesses passwords and secrets: attempts on an account are counted for each network
// they come from, and, with more patience, over all networks. Too many lock it, each time for longer.
//
// PostgreSQL holds the counts, so nothing that happens to Redis unlocks anybody. Names without an account are counted
// alike: a lock tells nobody that there is one.
package throttle

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/predicthealth/predicthealth/internal/netaddr"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/setting"
)

// Realm is where a name is an account's. The audit trail calls accounts by it.
type Realm string

// The realms.
const (
	Users           Realm = "user"
	Staff           Realm = "cms_user"
	ServiceAccounts Realm = "service_account"
)

// Account is whose password or secret is tried.
type Account struct {
	Realm Realm
	// Name is what the caller signs in with, normalised: an address in lower case, a client id.
	Name string
	// ID is nil when there is no account of that name.
	ID uuid.UUID
}

// hash stands for the account in the database; names that belong to nobody are not written down.
func (a Account) hash() []byte {
	sum := sha256.Sum256([]byte(string(a.Realm) + " " + a.Name))
	return sum[:]
}

// Guard lets attempts pass, or not. It is safe for concurrent use, by any number of instances.
type Guard struct {
	store    *service.Store
	settings *setting.Reader
	trail    *audit.Trail
	lockouts *prometheus.CounterVec
	refused  prometheus.Counter
}

// New returns a Guard whose policy is in the settings auth.lockout.*.
func New(store *service.Store, settings *setting.Reader, trail *audit.Trail) *Guard {
	return &Guard{store.AsSystem(), settings, trail,
		prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "predicthealth_lockouts_total", Help: "Locks of accounts, for a network or for all of them (scope).",
		}, []string{"scope"}),
		prometheus.NewCounter(prometheus.CounterOpts{
			Name: "predicthealth_locked_attempts_total", Help: "Attempts that a lock refused unchecked.",
		}),
	}
}

// Collectors are the Guard's metrics.
func (g *Guard) Collectors() []prometheus.Collector {
	return []prometheus.Collector{g.lockouts, g.refused}
}

// Try runs check, which says whether the password or secret is right, unless the account is locked for the client at
// ip; it returns whether check ran and said yes. However many attempts come at once, no more are checked than the
// policy allows: each is counted as failed before, and taken back when it succeeds or when check returns an error,
// which Try passes on.
//
// It is for services, on behalf of whoever asks, and must not run after a unit of work has begun its transaction: counts
// stay whatever becomes of the request. Its own errors are the database's.
func (g *Guard) Try(ctx context.Context, who Account, ip string, check func(context.Context) (bool, error)) (bool, error) {
	r, err := g.reserve(ctx, who, netaddr.Network(ip))
	if err != nil {
		return false, err
	}
	if !r.allowed {
		g.refused.Inc()
		return false, nil
	}
	right, err := check(ctx)
	switch {
	case err != nil:
		return false, errors.Join(err, g.release(context.WithoutCancel(ctx), r))
	case right:
		return true, g.forget(ctx, r)
	}
	return false, g.failed(ctx, who, r)
}

// failed shows a failure to administrators and tells the trail of a lock.
func (g *Guard) failed(ctx context.Context, who Account, r reservation) error {
	if r.lockedNetwork != nil {
		g.lockouts.WithLabelValues("network").Inc()
	}
	if r.lockedAccount != nil {
		g.lockouts.WithLabelValues("account").Inc()
	}
	if who.ID == uuid.Nil {
		return nil
	}
	if err := g.countFailure(ctx, who, r.lockedAccount); err != nil {
		return fmt.Errorf("counting a failed sign-in: %w", err)
	}
	if r.lockedNetwork == nil && r.lockedAccount == nil {
		return nil
	}
	return g.trail.Note(ctx, audit.Event{
		Action: "account.locked", Outcome: audit.Denied, EntityType: string(who.Realm), EntityID: who.ID.String(),
		Actor:   &audit.Actor{Type: "anonymous"},
		Payload: lockPayload{Network: r.network, NetworkUntil: r.lockedNetwork, AccountUntil: r.lockedAccount},
	})
}

// lockPayload is what the trail keeps of a lock: until when for the network that failed, and for all of them.
type lockPayload struct {
	Network      string     `json:"network"`
	NetworkUntil *time.Time `json:"network_locked_until,omitempty"`
	AccountUntil *time.Time `json:"account_locked_until,omitempty"`
}
