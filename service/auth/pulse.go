package auth

import (
	"cmp"
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/redis/go-redis/v9"
	"golang.org/x/sync/singleflight"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/setting"
	"github.com/predicthealth/predicthealth/service/worker"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

const (
	// pulseInterval is the pause between two polls.
	pulseInterval = 400 * time.Millisecond
	// pulseTrust is how long the result of a poll may be used, from the start of the poll.
	pulseTrust = time.Second
)

var pulseQuery = sqlfiles.Query("pulse")

// Pulse is what this instance knows about revocations, settings, roles, staff and service accounts. It polls PostgreSQL
// every 400 ms and uses the result for one second from the start of the poll. After that, callers poll PostgreSQL first
// and fail if it doesn't answer. Pulse is safe for concurrent use.
type Pulse struct {
	store    *service.Store
	redis    *redis.Client
	timeouts Timeouts
	trust    time.Duration

	known atomic.Pointer[knowledge]
	merge sync.Mutex
	polls singleflight.Group
}

// Timeouts are how long whoever asks waits, for what. The zero value of each is its default.
type Timeouts struct {
	// Redis is what can be done without: 50 milliseconds.
	Redis time.Duration
	// PostgreSQL is asked by each poll: 2 seconds.
	PostgreSQL time.Duration
}

// NewPulse returns a Pulse that knows nothing yet. Redis only makes it learn sooner.
func NewPulse(store *service.Store, redis *redis.Client, timeouts Timeouts) *Pulse {
	timeouts.Redis = cmp.Or(timeouts.Redis, 50*time.Millisecond)
	timeouts.PostgreSQL = cmp.Or(timeouts.PostgreSQL, 2*time.Second)
	return &Pulse{store: store, redis: redis, timeouts: timeouts, trust: pulseTrust}
}

// Workers returns the workers that keep the Pulse up to date.
func (p *Pulse) Workers() []worker.Worker {
	return []worker.Worker{
		{Name: "pulse", Interval: pulseInterval, Run: p.poll},
		{Name: "pulse signals", Interval: time.Second, Run: p.listen},
	}
}

// Settings returns a reader of the settings that the Pulse knows.
func (p *Pulse) Settings() *setting.Reader {
	return setting.ReaderOf(func(ctx context.Context) (setting.Values, error) {
		k, err := p.know(ctx)
		if err != nil {
			return nil, err
		}
		return k.platform.Settings, nil
	})
}

// roleOf returns the code of a staff member's role; empty when there is no such active staff member.
func (p *Pulse) roleOf(ctx context.Context, id uuid.UUID) (string, error) {
	k, err := p.know(ctx)
	if err != nil {
		return "", err
	}
	return k.platform.Roles[k.platform.Staff[id].Role].Code, nil
}

// know returns knowledge from a poll that began at most a second before the call.
func (p *Pulse) know(ctx context.Context) (*knowledge, error) {
	return p.knowSince(ctx, time.Now().Add(-p.trust))
}

// knowSince returns knowledge from a poll that began after a moment.
func (p *Pulse) knowSince(ctx context.Context, moment time.Time) (*knowledge, error) {
	for {
		if k := p.known.Load(); k != nil && k.asked.After(moment) {
			return k, nil
		}
		if err := p.ask(ctx); err != nil {
			return nil, &service.Error{
				Code: service.Unavailable, Detail: "The platform can't check permissions right now. Try again shortly.", Err: err,
			}
		}
	}
}

// ask polls once for all callers that ask at the same time.
func (p *Pulse) ask(ctx context.Context) error {
	detached := context.WithoutCancel(ctx)
	answer := p.polls.DoChan("", func() (any, error) { return nil, p.poll(detached) })
	limit := time.NewTimer(p.timeouts.PostgreSQL)
	defer limit.Stop()
	select {
	case a := <-answer:
		return a.Err
	case <-ctx.Done():
		return ctx.Err()
	case <-limit.C: // on a dead connection a statement may outlast its deadline: other callers start a new poll
		p.polls.Forget("")
		return context.DeadlineExceeded
	}
}

// poll asks PostgreSQL for what the Pulse doesn't know yet.
func (p *Pulse) poll(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, p.timeouts.PostgreSQL)
	defer cancel()
	known := p.known.Load()
	if known == nil {
		known = &knowledge{}
	}
	asked := time.Now()
	n, err := p.read(ctx, known.last)
	if err != nil {
		return fmt.Errorf("asking for revocations, settings and roles: %w", err)
	}
	p.merge.Lock()
	defer p.merge.Unlock()
	if current := p.known.Load(); current != nil {
		known = current
	}
	if asked.Before(known.asked) { // a poll that began later has already finished
		return nil
	}
	next, err := known.with(asked, n)
	if err != nil {
		return fmt.Errorf("reading revocations, settings and roles: %w", err)
	}
	p.known.Store(next)
	return nil
}

// read returns the news since the revocation with the number last.
func (p *Pulse) read(ctx context.Context, last int64) (n news, err error) {
	rows, err := p.store.Pool().QueryContext(ctx, pulseQuery, last)
	if err != nil {
		return news{}, err
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	for rows.Next() {
		if err := rows.Scan(&n.at, &n.revocations, &n.platform); err != nil {
			return news{}, err
		}
	}
	return n, rows.Err()
}
