package imports

import (
	"context"
	"fmt"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/predicthealth/predicthealth/ent/importjob"
	"github.com/predicthealth/predicthealth/service/setting"
	"github.com/predicthealth/predicthealth/service/worker"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

const (
	workInterval  = time.Second
	sweepInterval = time.Hour
	// abandoned is the age of a file that will never become a job, because the instance that received it was killed.
	abandoned = time.Hour
)

var (
	retention  = setting.Duration("api.import.retention", 30*24*time.Hour)
	queueQuery = sqlfiles.Query("import_job_queue")
)

// Workers returns the workers that load waiting files and delete what has expired.
func (s *Service) Workers() []worker.Worker {
	workers := []worker.Worker{{Name: "import sweeper", Interval: sweepInterval, Run: s.Sweep}}
	for i := range maxRunning {
		workers = append(workers, worker.Worker{Name: fmt.Sprintf("imports %d", i+1), Interval: workInterval, Run: s.work})
	}
	return workers
}

// Sweep deletes jobs that ended longer ago than api.import.retention, and files that never arrived completely. Only the
// program itself may call it.
func (s *Service) Sweep(ctx context.Context) error {
	values, err := s.options.Settings.Read(ctx)
	if err != nil {
		return err
	}
	now := time.Now()
	kept := now.Add(-setting.Get(values, retention))
	_, err = s.options.Store.Pool().ImportJob.Delete().Where(importjob.Or(
		importjob.And(importjob.CreatedAtLT(kept), importjob.EndedAtLT(kept)), // an index has the first column
		importjob.And(importjob.CreatedAtLT(now.Add(-abandoned)), importjob.BytesTotal(0)),
	)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("sweeping imports: %w", err)
	}
	return nil
}

// Collectors returns the metrics.
func (s *Service) Collectors() []prometheus.Collector {
	return []prometheus.Collector{
		s.ended,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "predicthealth_imports_open", Help: "Imports that have not ended; -1 when the number isn't known.",
		}, func() float64 { open, _ := s.queue(); return open }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "predicthealth_imports_oldest_open_seconds", Help: "Age of the oldest import that has not ended; -1 when it isn't known.",
		}, func() float64 { _, age := s.queue(); return age }),
	}
}

// queue runs whenever metrics are read.
func (s *Service) queue() (open, age float64) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := s.options.DB.QueryRowContext(ctx, queueQuery).Scan(&open, &age); err != nil {
		return -1, -1
	}
	return open, age
}
