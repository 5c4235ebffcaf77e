// Package worker runs the platform's background work.
package worker

import (
	"context"
	"log/slog"
	"time"

	"golang.org/x/sync/errgroup"
)

// maxPause limits the pause after repeated failures.
const maxPause = 30 * time.Second

// Worker does something at intervals.
type Worker struct {
	// Name appears in logs.
	Name string
	// Interval is the pause between two runs.
	Interval time.Duration
	// Run does the work once. An error is logged, and the next run waits longer, up to half a minute.
	Run func(context.Context) error
}

// Run runs each worker at once and then at its interval, until ctx ends and all workers have stopped.
func Run(ctx context.Context, log *slog.Logger, workers ...Worker) {
	var group errgroup.Group
	for _, w := range workers {
		group.Go(func() error {
			w.loop(ctx, log)
			return nil
		})
	}
	_ = group.Wait() // no worker gives up
}

func (w Worker) loop(ctx context.Context, log *slog.Logger) {
	failures := 0
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		}
		pause := w.Interval
		switch err := w.Run(ctx); {
		case err == nil:
			if failures > 0 {
				log.InfoContext(ctx, "background work succeeds again", "worker", w.Name)
			}
			failures = 0
		case ctx.Err() == nil:
			if failures == 0 { // logged once, not at every interval of an outage
				log.ErrorContext(ctx, "background work failed; it will be tried again", "worker", w.Name, "error", err)
			}
			pause = w.backoff(failures)
			failures++
		}
		timer.Reset(pause)
	}
}

// backoff doubles the interval for each previous failure.
func (w Worker) backoff(failures int) time.Duration {
	if shifted := w.Interval << min(failures, 10); shifted < maxPause {
		return shifted
	}
	return max(w.Interval, maxPause)
}
