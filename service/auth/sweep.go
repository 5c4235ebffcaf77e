package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/worker"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

const (
	sweepInterval = time.Hour
	// sweepBatch is how many rows a statement deletes, so that none locks many rows for long.
	sweepBatch = 1000
)

// sweeps are the sweeper's statements, with the action that the audit trail records for each; empty where no session ends.
var sweeps = []struct{ query, action string }{
	{sqlfiles.Query("session_sweep"), "session.expire"},
	{sqlfiles.Query("refresh_token_sweep"), ""},
	{sqlfiles.Query("revocation_sweep"), ""},
	{sqlfiles.Query("one_time_token_sweep"), ""},
}

// Sweeper returns a worker that ends expired sessions and deletes tokens and revocations that no longer matter.
func (s *Service) Sweeper() worker.Worker {
	return worker.Worker{Name: "session sweeper", Interval: sweepInterval, Run: s.sweep}
}

func (s *Service) sweep(ctx context.Context) error {
	for _, sweep := range sweeps {
		for n := int64(sweepBatch); n == sweepBatch; {
			err := s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) (err error) {
				n, err = s.sweepBatch(ctx, tx, sweep.query, sweep.action)
				return err
			})
			if err != nil {
				return fmt.Errorf("sweeping sessions and tokens: %w", err)
			}
		}
	}
	return nil
}

func (s *Service) sweepBatch(ctx context.Context, tx *ent.Client, query, action string) (int64, error) {
	result, err := tx.ExecContext(ctx, query, sweepBatch)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	if err != nil || n == 0 || action == "" {
		return n, err
	}
	return n, s.trail.Record(ctx, audit.Event{Action: action, ResultCount: int(n), Actor: audit.System})
}
