// Package ratelimit counts requests against limits, by the generic cell rate algorithm: as many as a limit allows at
// once, then evenly over its period.
//
// Redis counts, in one round trip. While it doesn't answer PostgreSQL does, from a full limit: whoever outlives a change
// from one to the other has at most one limit more. When neither answers nobody passes.
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
	// keyPrefix comes after redis_rate's own.
	keyPrefix = "predicthealth:"
	// DefaultTimeout is the longest wait for Redis.
	DefaultTimeout = 50 * time.Millisecond
	// After failuresToOpen failures in a row Redis is left alone for retryAfter.
	failuresToOpen = 3
	retryAfter     = time.Second
)

// Limit is how often somebody may do something.
type Limit struct {
	// Name of what is limited; one of few, for it is a metric's label.
	Name string
	// Requests in Period, both more than 0. All of them may come at once.
	Requests int
	Period   time.Duration
}

// Result is what became of a request.
type Result struct {
	Allowed bool
	// Remaining is how many more may come at once, from now on.
	Remaining int
	// ResetAfter is when all of them may, if none comes meanwhile.
	ResetAfter time.Duration
	// RetryAfter is when the next one may; 0 when this one was allowed.
	RetryAfter time.Duration
}

// Limiter is safe for concurrent use, by any number of instances.
type Limiter struct {
	redis     *redis_rate.Limiter
	timeout   time.Duration
	breaker   *gobreaker.CircuitBreaker[Result]
	db        Database
	refused   *prometheus.CounterVec
	fallbacks prometheus.Counter
}

// New returns a Limiter that waits for Redis no longer than timeout; 0 means DefaultTimeout. A client made by
// cache.NewClient keeps to deadlines, as it should.
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
					log.Warn("Redis does not answer: PostgreSQL counts requests", "retry_after", retryAfter)
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
			Name: "predicthealth_rate_limit_fallbacks_total", Help: "Requests that PostgreSQL counted, for Redis did not answer.",
		}),
	}
}

// Collectors are the Limiter's metrics.
func (l *Limiter) Collectors() []prometheus.Collector {
	return []prometheus.Collector{l.refused, l.fallbacks}
}

// Take counts a request of somebody, such as "address 192.0.2.1". The error is PostgreSQL's, when Redis does not answer
// either: the request must not pass.
func (l *Limiter) Take(ctx context.Context, limit Limit, somebody string) (Result, error) {
	key := limit.Name + ":" + somebody
	result, err := l.breaker.Execute(func() (Result, error) { return l.takeFromRedis(ctx, limit, key) })
	if err != nil {
		l.fallbacks.Inc()
		if result, err = l.takeFromPostgres(ctx, limit, key); err != nil {
			return Result{}, fmt.Errorf("counting a request: %w", err)
		}
	}
	if !result.Allowed {
		l.refused.WithLabelValues(limit.Name).Inc()
	}
	return result, nil
}

// takeFromRedis goes on when the caller hangs up: that is no failure of Redis.
func (l *Limiter) takeFromRedis(ctx context.Context, limit Limit, key string) (Result, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), l.timeout)
	defer cancel()
	r, err := l.redis.Allow(ctx, keyPrefix+key, redis_rate.Limit{
		Rate: limit.Requests, Burst: limit.Requests, Period: limit.Period,
	})
	if err != nil {
		return Result{}, err
	}
	return Result{
		Allowed: r.Allowed > 0, Remaining: r.Remaining, ResetAfter: r.ResetAfter, RetryAfter: max(r.RetryAfter, 0),
	}, nil
}
