package audit

import (
	"context"
	"fmt"
	"time"

	"github.com/predicthealth/predicthealth/service/worker"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

const (
	// sealBatch is how many records are sealed in one transaction.
	sealBatch = 2000
	// monthsAhead is how many months ahead there are partitions, in case nothing creates new ones for a while.
	monthsAhead = 3
)

var (
	sealQuery       = sqlfiles.Query("audit_seal")
	partitionsQuery = sqlfiles.Query("audit_partitions")
	backlogQuery    = sqlfiles.Query("audit_backlog")
)

// Workers returns the workers that keep the trail going. Every instance runs them.
func (t *Trail) Workers() []worker.Worker {
	return []worker.Worker{
		{Name: "audit shipping", Interval: 250 * time.Millisecond, Run: t.Ship},
		{Name: "audit sealing", Interval: 300 * time.Millisecond, Run: t.Seal},
		{Name: "audit partitions", Interval: time.Hour, Run: t.EnsurePartitions},
		{Name: "audit backlog", Interval: 5 * time.Second, Run: t.measure},
	}
}

// Seal seals everything in the inbox. While another instance is sealing, it does nothing.
func (t *Trail) Seal(ctx context.Context) error {
	for {
		var sealed int
		if err := t.scan(ctx, sealQuery, []any{sealBatch}, &sealed); err != nil {
			return fmt.Errorf("sealing audit records: %w", err)
		}
		if sealed < sealBatch {
			return nil
		}
	}
}

// EnsurePartitions creates missing partitions for this month and the coming months.
func (t *Trail) EnsurePartitions(ctx context.Context) error {
	var made int
	if err := t.scan(ctx, partitionsQuery, []any{monthsAhead}, &made); err != nil {
		return fmt.Errorf("making partitions of the trail: %w", err)
	}
	return nil
}

// measure updates the metrics of what waits to be sealed.
func (t *Trail) measure(ctx context.Context) error {
	var (
		records int
		seconds float64
	)
	if err := t.scan(ctx, backlogQuery, nil, &records, &seconds); err != nil {
		return fmt.Errorf("measuring the backlog of the trail: %w", err)
	}
	t.metrics.backlog.Set(float64(records))
	t.metrics.lag.Set(seconds)
	return nil
}

// scan reads the only row of a query's result.
func (t *Trail) scan(ctx context.Context, query string, args []any, values ...any) error {
	rows, err := t.store.Pool().QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	for rows.Next() {
		if err := rows.Scan(values...); err != nil {
			return err
		}
	}
	return rows.Err()
}
