package ratelimit

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var (
	takeQuery  = sqlfiles.Query("rate_limit_take")
	leftQuery  = sqlfiles.Query("rate_limit_left")
	sweepQuery = sqlfiles.Query("rate_limit_sweep")
)

// Database is what *sql.DB and ent's client have in common here.
type Database interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

func (l *Limiter) fromPostgres(ctx context.Context, counts []Count) ([]Result, error) {
	var results []Result
	for _, c := range counts {
		r, err := l.countInPostgres(ctx, c)
		if err != nil {
			return nil, err
		}
		if results = append(results, r); !r.Allowed {
			break
		}
	}
	return results, nil
}

func (l *Limiter) countInPostgres(ctx context.Context, c Count) (Result, error) {
	query := takeQuery
	if c.Look {
		query = leftQuery
	}
	rows, err := l.db.QueryContext(ctx, query, c.key(), c.Limit.Requests, c.Limit.Period.Seconds())
	if err != nil {
		return Result{}, err
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	allowed, untilReset := false, c.Limit.Period.Seconds()
	if rows.Next() {
		err = rows.Scan(&allowed, &untilReset)
	} else {
		err = rows.Err()
	}
	if err != nil {
		return Result{}, err
	}
	return c.Limit.result(allowed, time.Duration(untilReset*float64(time.Second))), nil
}

// result reads the algorithm's state. Each request moves the reset one share of the period further away, but never
// beyond the period.
func (l Limit) result(allowed bool, untilReset time.Duration) Result {
	share := l.Period / time.Duration(l.Requests)
	r := Result{Allowed: allowed, ResetAfter: max(untilReset, 0)}
	if allowed {
		r.Remaining = max(0, int((l.Period-untilReset)/share))
	} else {
		r.RetryAfter = max(untilReset+share-l.Period, 0)
	}
	return r
}

// Sweep deletes the counts that PostgreSQL no longer needs.
func (l *Limiter) Sweep(ctx context.Context) error {
	if _, err := l.db.ExecContext(ctx, sweepQuery); err != nil {
		return fmt.Errorf("deleting counts of unused limits: %w", err)
	}
	return nil
}
