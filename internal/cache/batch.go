package cache

import (
	"context"
	"maps"
	"slices"
	"sync"
)

// batches joins invalidations that wait for Redis at the same time: while one exchange is under way, the next one collects
// tags. An invalidation never joins an exchange that has begun, whose versions may be older than its change.
type batches struct {
	renew func(ctx context.Context, tags []string) error

	mu      sync.Mutex
	next    *batch // nil when nobody waits for one
	sending bool
}

// batch is one exchange with Redis. err is set before done is closed.
type batch struct {
	tags    map[string]struct{}
	waiting int // invalidations
	done    chan struct{}
	err     error
}

// invalidate gives tags new versions in Redis, and returns when it has them. Even if the caller hangs up, the others must learn
// of the change: it is committed.
func (b *batches) invalidate(ctx context.Context, tags []string) error {
	b.mu.Lock()
	if b.next == nil {
		b.next = &batch{tags: map[string]struct{}{}, done: make(chan struct{})}
	}
	mine := b.next
	mine.waiting++
	for _, tag := range tags {
		mine.tags[tag] = struct{}{}
	}
	if !b.sending {
		b.sending = true
		go b.send(context.WithoutCancel(ctx))
	}
	b.mu.Unlock()
	<-mine.done
	return mine.err
}

// send sends one batch after the other until there is none.
func (b *batches) send(ctx context.Context) {
	for {
		b.mu.Lock()
		current := b.next
		b.next, b.sending = nil, current != nil
		b.mu.Unlock()
		if current == nil {
			return
		}
		current.err = b.renew(ctx, slices.Collect(maps.Keys(current.tags)))
		close(current.done)
	}
}
