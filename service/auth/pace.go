package auth

import (
	"context"
	"time"
)

// quantumBase is about four times what bcrypt takes at leastCost on a current processor.
const (
	quantumBase = 250 * time.Millisecond
	leastCost   = 10
)

// quantum is the interval between the moments at which failures are reported, while hashes have this cost. The database
// work of a failure and two comparisons end well within one interval.
func quantum(cost int) time.Duration { return quantumBase << max(0, cost-leastCost) }

// HoldBack waits until the next moment at which a failure may be reported, counted in quanta from began. So the time
// doesn't reveal why a sign-in failed: no account, wrong password, a lock, or a hash with another cost. It holds no
// connection. Call it last in everything that fails in a way that depends on a secret.
func (p *Passwords) HoldBack(ctx context.Context, began time.Time) {
	step := quantum(int(p.costliest.Load()))
	timer := time.NewTimer(step - time.Since(began)%step)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// meet remembers the highest cost seen: an account whose hash costs more than the setting must not stand out.
func (p *Passwords) meet(cost int) {
	for known := p.costliest.Load(); int64(cost) > known; known = p.costliest.Load() {
		if p.costliest.CompareAndSwap(known, int64(cost)) {
			return
		}
	}
}
