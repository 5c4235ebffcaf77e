// Package ratelimit counts requests against limits, with the generic cell rate algorithm: a limit allows its full number
// at once, then spreads it evenly over the period.
//
// Redis counts, in one round trip for all limits of a request. While Redis doesn't answer, PostgreSQL counts, starting from a full limit, so a change
// from one to the other gives a caller at most one more limit. When neither answers, no request passes.
package ratelimit

import (
	"cmp"
	"context"
	_ "embed"
	"fmt"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"
	"github.com/sony/gobreaker/v2"
)

//go:embed take.lua
var takeText string

var takeScript = redis.NewScript(takeText)

const (
	keyPrefix = "rate:predicthealth:"
	// DefaultTimeout is the maximum time to wait for Redis.
	DefaultTimeout = 50 * time.Millisecond
	// After failuresToOpen failures in a row, Redis is left alone for retryAfter.
	failuresToOpen = 3
	retryAfter     = time.Second
)

// Limit says how often a caller may do something.
type Limit struct {
	// Name of what is limited. There must be few names: they are values of a metric's label.
	Name string
	// Requests in Period; both are more than 0. All requests may come at once.
	Requests int
	Period   time.Duration
}

// Result is the outcome of a request.
type Result struct {
	Allowed bool
	// Remaining is how many more requests may come at once.
	Remaining int
	// ResetAfter is how long it takes until the full number may come, if no request comes before.
	ResetAfter time.Duration
	// RetryAfter is how long the caller must wait before the next request; 0 if this request was allowed.
	RetryAfter time.Duration
}

// Limiter counts requests. It is safe for concurrent use, by any number of instances.
type Limiter struct {
	redis     *redis.Client
	timeout   time.Duration
	breaker   *gobreaker.CircuitBreaker[[]Result]
	db        Database
	refused   *prometheus.CounterVec
	fallbacks prometheus.Counter
}

// New returns a Limiter that waits for Redis at most timeout; 0 means DefaultTimeout. client should respect deadlines, as
// clients from cache.NewClient do.
func New(client *redis.Client, timeout time.Duration, db Database, log *slog.Logger) *Limiter {
	return &Limiter{
		redis:   client,
		timeout: cmp.Or(timeout, DefaultTimeout),
		db:      db,
		breaker: gobreaker.NewCircuitBreaker[[]Result](gobreaker.Settings{
			Timeout:     retryAfter,
			ReadyToTrip: func(c gobreaker.Counts) bool { return c.ConsecutiveFailures >= failuresToOpen },
			OnStateChange: func(_ string, _, to gobreaker.State) {
				switch to {
				case gobreaker.StateOpen:
					log.Warn("Redis doesn't answer: PostgreSQL counts requests", "retry_after", retryAfter)
				case gobreaker.StateClosed:
					log.Info("Redis answers again: it counts requests")
				case gobreaker.StateHalfOpen:
				}
			},
		}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "predicthealth_rate_limited_total", Help: "Requests that a limit refused.",
		}, []string{"limit"}),
		fallbacks: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "predicthealth_rate_limit_fallbacks_total", Help: "Requests that PostgreSQL counted because Redis didn't answer.",
		}),
	}
}

// Collectors returns the Limiter's metrics.
func (l *Limiter) Collectors() []prometheus.Collector {
	return []prometheus.Collector{l.refused, l.fallbacks}
}

// Count is what a request of somebody, such as "address 192.0.2.1", counts against.
type Count struct {
	Limit    Limit
	Somebody string
	// Look finds out whether a request is left, without counting this one.
	Look bool
}

func (c Count) key() string { return c.Limit.Name + ":" + c.Somebody }

// Take counts a request of somebody against one limit: see TakeEach.
func (l *Limiter) Take(ctx context.Context, limit Limit, somebody string) (Result, error) {
	results, err := l.TakeEach(ctx, []Count{{Limit: limit, Somebody: somebody}})
	if err != nil {
		return Result{}, err
	}
	return results[0], nil
}

// TakeEach counts a request against limits, in their order, until one has none left: its result is the last. It fails, with
// PostgreSQL's error, when neither Redis nor PostgreSQL answers; the request must then not pass.
func (l *Limiter) TakeEach(ctx context.Context, counts []Count) ([]Result, error) {
	if len(counts) == 0 {
		return nil, nil
	}
	results, err := l.breaker.Execute(func() ([]Result, error) { return l.fromRedis(ctx, counts) })
	if err != nil {
		l.fallbacks.Inc()
		if results, err = l.fromPostgres(ctx, counts); err != nil {
			return nil, fmt.Errorf("counting a request: %w", err)
		}
	}
	if last := len(results) - 1; !results[last].Allowed {
		l.refused.WithLabelValues(counts[last].Limit.Name).Inc()
	}
	return results, nil
}

// fromRedis continues when the caller hangs up: that is not a failure of Redis.
func (l *Limiter) fromRedis(ctx context.Context, counts []Count) ([]Result, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), l.timeout)
	defer cancel()
	keys, args := make([]string, len(counts)), make([]any, 0, 3*len(counts))
	for i, c := range counts {
		keys[i] = keyPrefix + c.key()
		args = append(args, c.Limit.Requests, c.Limit.Period.Microseconds(), !c.Look)
	}
	answer, err := takeScript.Run(ctx, l.redis, keys, args...).Int64Slice()
	if err != nil {
		return nil, err
	}
	results := make([]Result, len(answer)/2)
	for i := range results {
		results[i] = counts[i].Limit.result(answer[2*i] > 0, time.Duration(answer[2*i+1])*time.Microsecond)
	}
	return results, nil
}
