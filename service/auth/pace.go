package auth

import (
	"context"
	"time"
)

// quantumBase is some four times what bcrypt takes at leastCost, on a processor of today.
const (
	quantumBase = 250 * time.Millisecond
	leastCost   = 10
)

// quantum is the distance of the moments at which failures are told while hashes cost as much. The database's work on a
// failure and two comparisons end well within one.
func quantum(cost int) time.Duration { return quantumBase << max(0, cost-leastCost) }

// HoldBack waits until the next moment, counted in quanta from began on, at which a failure may be told, so that the time
// says nothing of why it failed: no account, another password, a lock, a hash of another cost. It holds no connection.
// What fails in a way that depends on a secret calls it last.
func (p *Passwords) HoldBack(ctx context.Context, began time.Time) {
	step := quantum(int(p.costliest.Load()))
	timer := time.NewTimer(step - time.Since(began)%step)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// meet remembers the highest cost there is: an account whose hash costs more than the setting must not stand out.
func (p *Passwords) meet(cost int) {
	for known := p.costliest.Load(); int64(cost) > known; known = p.costliest.Load() {
		if p.costliest.CompareAndSwap(known, int64(cost)) {
			return
		}
	}
}
