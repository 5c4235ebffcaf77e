package auth

import (
	"context"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/predicthealth/predicthealth/service"
)

// waitingPerSlot bounds the wait: with bcrypt at cost 10 it is about 3 seconds.
const waitingPerSlot = 50

// gate lets a few requests do expensive work at a time, makes some wait, and turns the others away.
type gate struct {
	slots      chan struct{}
	waiting    atomic.Int64
	mayWait    int64
	turnedAway atomic.Int64
}

// newGate returns a gate for half of the processors.
func newGate() *gate {
	slots := max(1, runtime.GOMAXPROCS(0)/2)
	return &gate{slots: make(chan struct{}, slots), mayWait: int64(slots * waitingPerSlot)}
}

// enter waits for a slot; leave gives it back. It fails with Unavailable when too many wait, or when ctx ends.
func (g *gate) enter(ctx context.Context) error {
	select {
	case g.slots <- struct{}{}:
		return nil
	default:
	}
	defer g.waiting.Add(-1)
	if g.waiting.Add(1) > g.mayWait {
		g.turnedAway.Add(1)
		return service.Errorf(service.Unavailable, "Too many people are signing in right now. Try again shortly.")
	}
	select {
	case g.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("waiting to check a password: %w", ctx.Err())
	}
}

func (g *gate) leave() { <-g.slots }
