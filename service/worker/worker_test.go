package worker_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/service/worker"
)

func TestRunGoesOnAfterFailures(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var log strings.Builder
		began := time.Now()
		var at []time.Duration
		ctx, cancel := context.WithCancel(t.Context())
		var done sync.WaitGroup
		done.Go(func() {
			worker.Run(ctx, slog.New(slog.NewTextHandler(&log, nil)), worker.Worker{
				Name: "clock", Interval: time.Second,
				Run: func(context.Context) error {
					at = append(at, time.Since(began)/time.Second)
					if n := len(at); n >= 2 && n <= 8 { // the second run to the eighth
						return errors.New("broken")
					}
					return nil
				},
			})
		})
		time.Sleep(70 * time.Second)
		cancel()
		done.Wait()
		assert.Equal(t, []time.Duration{0, 1, 2, 4, 8, 16, 32, 62}, at[:8])
		assert.Equal(t, 1, strings.Count(log.String(), "background work failed"))
	})
}
