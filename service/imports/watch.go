package imports

import (
	"context"
	"strings"
	"sync"
	"time"

	entsql "entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent/importjob"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/service/dataset"
)

// progressInterval is how often a job reports its progress.
const progressInterval = time.Second

// Largest lengths of a problem's texts, in characters: see ent/schema.
const (
	maxStep   = 100
	maxID     = 100
	maxFile   = 500
	maxField  = 200
	maxDetail = 500
)

// skipLocked skips rows that another instance is looking at.
var skipLocked = entsql.WithLockAction(entsql.SkipLocked)

// mine matches the job's row as long as the job belongs to this attempt.
func (j claimed) mine() []predicate.ImportJob {
	return []predicate.ImportJob{
		importjob.ID(j.ID), importjob.Attempts(j.attempt), importjob.StatusEQ(importjob.StatusInProgress),
	}
}

// watch reports a job's progress, and that the instance is alive, outside the import's transaction.
type watch struct {
	mu   sync.Mutex
	now  dataset.Progress
	done chan struct{}
	stop func()
}

// watch ends the attempt with errLost when the job no longer belongs to it.
func (s *Service) watch(ctx context.Context, job claimed, lost context.CancelCauseFunc) *watch {
	ctx, cancel := context.WithCancel(ctx)
	w := &watch{done: make(chan struct{}), stop: cancel, now: dataset.Progress{Step: "starting"}}
	go func() {
		defer close(w.done)
		ticker := time.NewTicker(min(progressInterval, s.options.Lease/4))
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
			n, err := s.tell(ctx, job, w.read())
			switch {
			case ctx.Err() != nil:
				return
			case err != nil: // the lease outlasts most outages; after a longer one, the last statement finds out whose job it is
				s.options.Log.WarnContext(ctx, "an import's progress could not be reported", "import", job.ID, "error", err)
			case n == 0:
				lost(errLost)
				return
			}
		}
	}()
	return w
}

func (s *Service) tell(ctx context.Context, job claimed, now dataset.Progress) (int, error) {
	update := s.options.Store.Pool().ImportJob.Update().Where(job.mine()...).
		SetStep(shortened(now.Step, maxStep)).SetLeaseExpiresAt(time.Now().Add(s.options.Lease))
	if now.Total > 0 {
		update.SetBytesRead(min(now.Done, job.BytesTotal))
	}
	return update.Save(ctx)
}

func (w *watch) show(now dataset.Progress) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if now.Total == 0 { // the file has been read
		now.Done, now.Total = w.now.Done, w.now.Total
	}
	w.now = now
}

func (w *watch) read() dataset.Progress {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

// end returns when no more progress is reported. It may be called more than once.
func (w *watch) end() {
	w.stop()
	<-w.done
}

// problems collects the problems of an attempt; those beyond MaxProblems are only counted.
type problems struct {
	kept  []row
	count int
}

// row is a problem with its position, as in import_problems.
type row struct {
	Position int `json:"position"`
	Problem
}

func (p *problems) add(found dataset.Problem) error {
	if p.count < MaxProblems {
		p.kept = append(p.kept, row{p.count, Problem{
			File: shortened(found.File, maxFile), Line: found.Line, Resource: found.Resource, ResourceID: shortened(found.ID, maxID), Field: shortened(found.Field, maxField),
			Code: found.Code, Detail: shortened(found.Message, maxDetail), Severity: found.Severity,
		}})
	}
	p.count++
	return nil
}

// shortened returns text that PostgreSQL can store, at most max characters of it.
func shortened(text string, max int) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", "")
	if characters := []rune(text); len(characters) > max {
		return string(characters[:max])
	}
	return text
}
