package throttle

import (
	"context"
	"fmt"
	"time"

	"github.com/predicthealth/predicthealth/service/worker"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var sweepQuery = sqlfiles.Query("login_throttle_sweep")

// sweepInterval is how long counts that no longer matter may stay.
const sweepInterval = 10 * time.Minute

// Sweeper returns a worker that deletes counts that no longer matter.
func (g *Guard) Sweeper() worker.Worker {
	return worker.Worker{Name: "login throttle sweeper", Interval: sweepInterval, Run: g.sweep}
}

func (g *Guard) sweep(ctx context.Context) error {
	p, err := g.policy(ctx)
	if err != nil {
		return err
	}
	longest := max(p.network.window, p.account.window)
	if _, err := g.store.Pool().ExecContext(ctx, sweepQuery, longest.Seconds()); err != nil {
		return fmt.Errorf("deleting old counts of attempts: %w", err)
	}
	return nil
}
