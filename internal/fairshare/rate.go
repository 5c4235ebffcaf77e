package fairshare

import (
	"sync"
	"time"
)

// Rate counts what each network does, in this process alone. It is for what costs less than to ask Redis. It keeps nothing
// beyond the period.
type Rate struct {
	most   int
	period time.Duration
	mu     sync.Mutex
	began  time.Time
	counts map[string]int
}

// NewRate returns a Rate that allows a network to do something that many times in each period.
func NewRate(most int, period time.Duration) *Rate { return &Rate{most: most, period: period} }

// Allow counts once for a key, such as a network, and says whether that is still within the limit.
func (r *Rate) Allow(key string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if now := time.Now(); r.counts == nil || now.Sub(r.began) >= r.period {
		r.began, r.counts = now, map[string]int{}
	}
	r.counts[key]++
	return r.counts[key] <= r.most
}
