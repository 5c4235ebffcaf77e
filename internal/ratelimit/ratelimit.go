// Package ratelimit counts requests against limits, with the generic cell rate algorithm: a limit allows its full number
// at once, then spreads it evenly over the period.
//
// Redis counts, in one round trip. While Redis doesn't answer, PostgreSQL counts, starting from a full limit, so a change
// from one to the other gives a caller at most one more limit. When neither answers, no request passes.
package ratelimit

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/go-redis/redis_rate/v10"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"
	"github.com/sony/gobreaker/v2"
)

const (
	// keyPrefix follows redis_rate's own prefix.
	keyPrefix = "predicthealth:"
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
	redis     *redis_rate.Limiter
	timeout   time.Duration
	breaker   *gobreaker.CircuitBreaker[Result]
	db        Database
	refused   *prometheus.CounterVec
	fallbacks prometheus.Counter
}

// New returns a Limiter that waits for Redis at most timeout; 0 means DefaultTimeout. client should respect deadlines, as
// clients from cache.NewClient do.
func New(client *redis.Client, timeout time.Duration, db Database, log *slog.Logger) *Limiter {
	return &Limiter{
		redis:   redis_rate.NewLimiter(client),
		timeout: cmp.Or(timeout, DefaultTimeout),
		db:      db,
		breaker: gobreaker.NewCircuitBreaker[Result](gobreaker.Settings{
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

// Take counts a request of a caller, such as "address 192.0.2.1". It fails, with PostgreSQL's error, when neither Redis nor
// PostgreSQL answers; the request must then not pass.
func (l *Limiter) Take(ctx context.Context, limit Limit, somebody string) (Result, error) {
	return l.count(ctx, limit, somebody, 1, takeQuery)
}

// Left does what Take does, but doesn't count the request.
func (l *Limiter) Left(ctx context.Context, limit Limit, somebody string) (Result, error) {
	return l.count(ctx, limit, somebody, 0, leftQuery)
}

func (l *Limiter) count(ctx context.Context, limit Limit, somebody string, requests int, query string) (Result, error) {
	key := limit.Name + ":" + somebody
	result, err := l.breaker.Execute(func() (Result, error) { return l.fromRedis(ctx, limit, key, requests) })
	if err != nil {
		l.fallbacks.Inc()
		if result, err = l.fromPostgres(ctx, query, limit, key); err != nil {
			return Result{}, fmt.Errorf("counting a request: %w", err)
		}
	}
	if !result.Allowed {
		l.refused.WithLabelValues(limit.Name).Inc()
	}
	return result, nil
}

// fromRedis continues when the caller hangs up: that is not a failure of Redis.
func (l *Limiter) fromRedis(ctx context.Context, limit Limit, key string, requests int) (Result, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), l.timeout)
	defer cancel()
	r, err := l.redis.AllowN(ctx, keyPrefix+key, redis_rate.Limit{
		Rate: limit.Requests, Burst: limit.Requests, Period: limit.Period,
	}, requests)
	switch {
	case err != nil:
		return Result{}, err
	case requests == 0:
		return limit.result(r.Remaining > 0, r.ResetAfter), nil
	}
	return Result{
		Allowed: r.Allowed > 0, Remaining: r.Remaining, ResetAfter: r.ResetAfter, RetryAfter: max(r.RetryAfter, 0),
	}, nil
}
