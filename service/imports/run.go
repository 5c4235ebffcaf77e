package imports

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/importchunk"
	"github.com/predicthealth/predicthealth/ent/importjob"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/dataset"
	"github.com/predicthealth/predicthealth/service/setting"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

const (
	// MaxProblems is how many problems of a job are kept. All of them are counted.
	MaxProblems = 10_000
	// maxAttempts is how often a job is started: a file that kills the program must not do so for ever.
	maxAttempts = 3
	// endTime is how long storing a job's result may take, even when the program is about to stop.
	endTime = 5 * time.Second
)

var completeQuery = sqlfiles.Query("import_job_complete")

// errLost ends an attempt whose job was cancelled or taken over by another instance.
var errLost = errors.New("the import is no longer this attempt's")

// work loads one job after another until none is waiting.
func (s *Service) work(ctx context.Context) error {
	for ctx.Err() == nil {
		job, err := s.claim(ctx)
		if err != nil || job == nil {
			return err
		}
		if job.attempt > maxAttempts {
			err = s.fail(ctx, *job, fmt.Sprintf("the program ended %d times while it was loading the file; report the job's id", maxAttempts))
		} else {
			err = s.load(ctx, *job)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// load loads a job and stores the result. It fails when it can't store the result, or when the attempt must be repeated.
func (s *Service) load(ctx context.Context, job claimed) error {
	report, err := s.attempt(ctx, job)
	var file *dataset.FileError
	switch {
	case err == nil:
		s.ended.WithLabelValues(string(importjob.StatusCompleted)).Inc()
		s.options.Log.InfoContext(ctx, "an import is completed", "import", job.ID, "dry_run", job.DryRun, "read", report.Read(), "errors", report.Errors())
		if !job.DryRun {
			s.options.Cache.Invalidate(ctx, service.TagPatients, service.TagDoctors, service.TagInstitutions, service.TagCatalogs)
		}
		return nil
	case errors.Is(err, errLost):
		s.options.Log.InfoContext(ctx, "an import was cancelled or taken over", "import", job.ID)
		return nil
	case ctx.Err() != nil: // the program is stopping: another instance takes over, and the attempt doesn't count as failed
		return s.release(ctx, job, job.attempt-1, 0)
	case errors.As(err, &file):
		return s.fail(ctx, job, file.Detail)
	}
	s.options.Log.ErrorContext(ctx, "an import failed", "import", job.ID, "attempt", job.attempt, "error", err)
	if job.attempt == maxAttempts {
		return s.fail(ctx, job, "something went wrong on our side; report the job's id")
	}
	return s.release(ctx, job, job.attempt, s.options.Lease/6) // the cause may be temporary
}

// attempt imports the file and completes the job, in one transaction.
func (s *Service) attempt(ctx context.Context, job claimed) (report dataset.ImportReport, err error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	watch := s.watch(ctx, job, stop)
	defer watch.end()
	defer func() {
		if p := recover(); p != nil { // one file must not end the program for everyone
			err = fmt.Errorf("a panic: %v\n%s", p, debug.Stack())
		}
		if errors.Is(context.Cause(ctx), errLost) {
			err = errLost
		}
	}()
	found := problems{kept: []row{}}
	options := dataset.ImportOptions{
		DryRun: job.DryRun, Source: job.Source, Country: job.Country, Progress: watch.show, Problem: found.add,
		Event: audit.Event{Actor: &job.Requester, EntityType: "import", EntityID: job.ID.String()},
		Finish: func(ctx context.Context, tx *sql.Tx, report dataset.ImportReport) error {
			watch.end() // it would wait for this transaction
			return endWith(ctx, tx, job, report, &found)
		},
	}
	if job.InstitutionID != nil {
		options.Institution = *job.InstitutionID
	}
	values, err := s.options.Settings.Read(ctx)
	if err != nil {
		return report, err
	}
	options.MaxRows = int64(setting.Get(values, maxLines))
	options.MaxText = int64(setting.Get(values, maxUnzippedMegabytes)) << 20
	content := &chunks{ctx: ctx, client: s.options.Store.Pool(), job: job.ID, size: job.BytesTotal, kept: -1}
	return dataset.Import(ctx, s.options.DB, dataset.File{Format: job.Format, Size: job.BytesTotal, Content: content}, options)
}

// endWith is the last statement of the import's transaction.
func endWith(ctx context.Context, tx *sql.Tx, job claimed, report dataset.ImportReport, found *problems) error {
	counts, err := json.Marshal(report)
	if err != nil {
		return fmt.Errorf("storing a report: %w", err)
	}
	kept, err := json.Marshal(found.kept)
	if err != nil {
		return fmt.Errorf("storing problems: %w", err)
	}
	var ended int
	err = tx.QueryRowContext(ctx, completeQuery, job.ID, job.attempt, string(counts), found.count, string(kept)).Scan(&ended)
	if err == nil && ended == 0 {
		err = errLost
	}
	return err
}

// fail ends a job without having loaded anything.
func (s *Service) fail(ctx context.Context, job claimed, why string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTime)
	defer cancel()
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		n, err := tx.ImportJob.Update().Where(job.mine()...).
			SetStatus(importjob.StatusFailed).SetFailure(shortened(sentence(why), maxDetail)).SetEndedAt(time.Now()).SetStep("").
			ClearLeaseExpiresAt().Save(ctx)
		if err != nil || n == 0 {
			return err
		}
		if err := erase(ctx, tx, job.ID); err != nil {
			return err
		}
		s.options.Store.AfterCommit(ctx, func(context.Context) { s.ended.WithLabelValues(string(importjob.StatusFailed)).Inc() })
		event := job.event("dataset.import", nil)
		event.Actor, event.Outcome = &job.Requester, audit.Failure
		return s.options.Trail.Record(ctx, event)
	})
}

// release lets any instance take over the job after a pause.
func (s *Service) release(ctx context.Context, job claimed, attempts int, pause time.Duration) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTime)
	defer cancel()
	err := s.options.Store.Pool().ImportJob.Update().Where(job.mine()...).
		SetStatus(importjob.StatusAccepted).SetAttempts(attempts).SetLeaseExpiresAt(time.Now().Add(pause)).SetStep("waiting").SetBytesRead(0).Exec(ctx)
	if err != nil {
		return fmt.Errorf("releasing an import: %w", err)
	}
	return nil
}

// erase deletes the file of a job that has ended.
func erase(ctx context.Context, tx *ent.Client, job uuid.UUID) error {
	if _, err := tx.ImportChunk.Delete().Where(importchunk.JobID(job)).Exec(ctx); err != nil {
		return fmt.Errorf("erasing a file: %w", err)
	}
	return nil
}
