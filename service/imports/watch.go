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

// progressInterval is how often a job says how far it has come.
const progressInterval = time.Second

// Longest texts of a problem, in characters: see ent/schema.
const (
	maxStep   = 100
	maxID     = 100
	maxField  = 200
	maxDetail = 500
)

// skipLocked leaves rows to the instance that is looking at them.
var skipLocked = entsql.WithLockAction(entsql.SkipLocked)

// mine are the rows of the job as long as it is this attempt's.
func (j claimed) mine() []predicate.ImportJob {
	return []predicate.ImportJob{
		importjob.ID(j.ID), importjob.Attempts(j.attempt), importjob.StatusEQ(importjob.StatusInProgress),
	}
}

// watch tells how far a job has come, outside the import's transaction, and that the instance is alive.
type watch struct {
	mu   sync.Mutex
	now  dataset.Progress
	done chan struct{}
	stop func()
}

// watch ends the attempt with errLost when the job is no longer its.
func (s *Service) watch(ctx context.Context, job claimed, lost context.CancelCauseFunc) *watch {
	ctx, cancel := context.WithCancel(ctx)
	w := &watch{done: make(chan struct{}), stop: cancel, now: dataset.Progress{Step: "starting"}}
	go func() {
		defer close(w.done)
		ticker := time.NewTicker(min(progressInterval, s.Lease/4))
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
			case err != nil: // the lease lasts longer than most outages; after them the end tells whose the job is
				s.Log.WarnContext(ctx, "how far an import has come can't be told", "import", job.ID, "error", err)
			case n == 0:
				lost(errLost)
				return
			}
		}
	}()
	return w
}

func (s *Service) tell(ctx context.Context, job claimed, now dataset.Progress) (int, error) {
	update := s.Store.Pool().ImportJob.Update().Where(job.mine()...).
		SetStep(shortened(now.Step, maxStep)).SetLeaseExpiresAt(time.Now().Add(s.Lease))
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

// end returns when nothing is told any more. It may be called again.
func (w *watch) end() {
	w.stop()
	<-w.done
}

// problems are those of an attempt; what is beyond MaxProblems is counted only.
type problems struct {
	kept  []row
	count int
}

// row is a problem and its place, as import_problems has them.
type row struct {
	Position int `json:"position"`
	Problem
}

func (p *problems) add(found dataset.Problem) error {
	if p.count < MaxProblems {
		p.kept = append(p.kept, row{p.count, Problem{
			Line: found.Line, Resource: found.Resource, ResourceID: shortened(found.ID, maxID), Field: shortened(found.Field, maxField),
			Code: found.Code, Detail: shortened(found.Message, maxDetail), Severity: found.Severity,
		}})
	}
	p.count++
	return nil
}

// shortened is text as PostgreSQL takes it, at most max characters of it.
func shortened(text string, max int) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", "")
	if characters := []rune(text); len(characters) > max {
		return string(characters[:max])
	}
	return text
}
