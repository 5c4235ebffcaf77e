package cache

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"
)

const (
	firstRepairAfter   = 50 * time.Millisecond
	longestRepairAfter = 2 * time.Second
)

// Invalidate invalidates all answers with any of these tags. Call it after committing a change to the
// data behind them. When Redis doesn't answer, this process stops using the cache for these tags and
// keeps trying; the package comment says what other processes may see in the meantime.
func (c *Cache) Invalidate(ctx context.Context, tags ...string) {
	if len(tags) == 0 {
		return
	}
	pending := c.tags.invalidate(tags)
	if err := c.batches.invalidate(ctx, tags); err != nil {
		c.startRepair()
		return
	}
	c.tags.confirm(pending)
}

// startRepair starts the goroutine that repeats failed invalidations, unless it is already running.
func (c *Cache) startRepair() {
	c.repairMu.Lock()
	defer c.repairMu.Unlock()
	if c.repairer || c.ctx.Err() != nil {
		return
	}
	c.repairer = true
	c.repairs.Go(c.repair)
}

func (c *Cache) repair() {
	for wait := firstRepairAfter; ; wait = min(2*wait, longestRepairAfter) {
		select {
		case <-c.ctx.Done():
			return
		case <-time.After(wait):
		}
		pending := c.tags.unconfirmed()
		if err := c.store.renew(c.ctx, slices.Collect(maps.Keys(pending))); err != nil {
			continue
		}
		c.tags.confirm(pending)
		if c.repaired() {
			return
		}
	}
}

// repaired ends the repair when nothing is left to do. It is atomic with startRepair's check.
func (c *Cache) repaired() bool {
	c.repairMu.Lock()
	defer c.repairMu.Unlock()
	c.repairer = len(c.tags.unconfirmed()) > 0
	return !c.repairer
}

// tags counts the invalidations that began in this process, and tracks those that Redis hasn't
// confirmed.
type tags struct {
	mu          sync.Mutex
	generations map[string]uint64
	pending     map[string]uint64
}

func newTags() *tags {
	return &tags{generations: map[string]uint64{}, pending: map[string]uint64{}}
}

// generation returns a number that grows with each invalidation of any of these tags, and whether
// Redis has confirmed all of them.
func (t *tags) generation(names []string) (sum uint64, confirmed bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	confirmed = true
	for _, name := range names {
		sum += t.generations[name]
		if _, ok := t.pending[name]; ok {
			confirmed = false
		}
	}
	return sum, confirmed
}

// invalidate increments the generations and returns them for confirm.
func (t *tags) invalidate(names []string) map[string]uint64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	raised := make(map[string]uint64, len(names))
	for _, name := range names {
		t.generations[name]++
		t.pending[name] = t.generations[name]
		raised[name] = t.generations[name]
	}
	return raised
}

// confirm removes pending invalidations, except those that began later than these.
func (t *tags) confirm(done map[string]uint64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for name, generation := range done {
		if t.pending[name] == generation {
			delete(t.pending, name)
		}
	}
}

func (t *tags) unconfirmed() map[string]uint64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return maps.Clone(t.pending)
}
