// Package worker runs what the platform does by itself, beside the requests.
package worker

import (
	"context"
	"log/slog"
	"time"

	"golang.org/x/sync/errgroup"
)

// maxPause bounds the pause after failures in a row.
const maxPause = 30 * time.Second

// Worker does something again and again.
type Worker struct {
	// Name is for logs.
	Name string
	// Interval is the pause between two runs.
	Interval time.Duration
	// Run does it once. An error is logged, and the next run waits longer, up to half a minute.
	Run func(context.Context) error
}

// Run runs the workers, each at once and then in its interval, until ctx ends and all have stopped.
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
				log.InfoContext(ctx, "background work goes on", "worker", w.Name)
			}
			failures = 0
		case ctx.Err() == nil:
			if failures == 0 { // said once, not every interval of an outage
				log.ErrorContext(ctx, "background work failed; it is tried again", "worker", w.Name, "error", err)
			}
			pause = w.backoff(failures)
			failures++
		}
		timer.Reset(pause)
	}
}

// backoff doubles the interval with each failure before.
func (w Worker) backoff(failures int) time.Duration {
	if shifted := w.Interval << min(failures, 10); shifted < maxPause {
		return shifted
	}
	return max(w.Interval, maxPause)
}
