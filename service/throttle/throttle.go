// Package throttle slows down callers who guess passwords and secrets. It counts attempts on an account for each network
// that they come from and, with a higher limit, for all networks together. Too many lock the account, each time for longer.
//
// PostgreSQL holds the counts, so nothing that happens to Redis unlocks an account. Names without an account are counted in
// the same way, so that a lock doesn't reveal whether the account exists.
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

// Realm is the kind of an account. The audit trail uses it as the account's entity type.
type Realm string

// The realms.
const (
	Users           Realm = "user"
	Staff           Realm = "cms_user"
	ServiceAccounts Realm = "service_account"
)

// Account is the account whose password or secret is tried.
type Account struct {
	Realm Realm
	// Name is what the caller signs in with, normalised: an e-mail address in lower case, or a client id.
	Name string
	// ID is nil when no account has this name.
	ID uuid.UUID
}

// hash identifies the account in the database, so that names without an account are not stored.
func (a Account) hash() []byte {
	sum := sha256.Sum256([]byte(string(a.Realm) + " " + a.Name))
	return sum[:]
}

// Guard decides which attempts may pass. It is safe for concurrent use, by any number of instances.
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
			Name: "predicthealth_lockouts_total", Help: "Account locks, for one network or for all networks (scope).",
		}, []string{"scope"}),
		prometheus.NewCounter(prometheus.CounterOpts{
			Name: "predicthealth_locked_attempts_total", Help: "Attempts that a lock refused without a check.",
		}),
	}
}

// Collectors returns the Guard's metrics.
func (g *Guard) Collectors() []prometheus.Collector {
	return []prometheus.Collector{g.lockouts, g.refused}
}

// Try runs check, which says whether the password or secret is right, unless the account is locked for the client at ip. It
// returns true if check ran and said yes. However many attempts come at once, no more are checked than the policy allows:
// each is first counted as failed, and taken back when it succeeds or when check returns an error, which Try returns.
//
// It is for services that act for a caller, and must not run after a unit of work has begun its transaction, because counts
// must stay whatever happens to the request. Apart from check's errors, it fails only when the database does.
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

// failed shows a failure to administrators and records a lock in the audit trail.
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

// lockPayload is what the audit trail stores about a lock: when it ends, for the network that failed and for all networks.
type lockPayload struct {
	Network      string     `json:"network"`
	NetworkUntil *time.Time `json:"network_locked_until,omitempty"`
	AccountUntil *time.Time `json:"account_locked_until,omitempty"`
}
