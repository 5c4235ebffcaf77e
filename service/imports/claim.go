package imports

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/importjob"
	"github.com/predicthealth/predicthealth/ent/predicate"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

const (
	// maxRunning is how many files are loaded at a time, by all instances together.
	maxRunning = 2
	// small is the largest size of a small file, in bytes. Only one file that is larger is loaded at a time, so that small
	// ones of others never wait for it.
	small = 256 << 10
)

var claimLockQuery = sqlfiles.Query("import_claim_lock")

// claimed is a job that only this instance works on, as long as it renews its lease in time.
type claimed struct {
	*Job
	attempt int
}

// claim takes the next job; nil when none is waiting that may run beside those that run.
func (s *Service) claim(ctx context.Context) (*claimed, error) {
	var job *claimed
	err := s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if _, err := tx.ExecContext(ctx, claimLockQuery); err != nil {
			return err
		}
		row, err := next(ctx, tx)
		if err != nil || row == nil {
			return err
		}
		update := tx.ImportJob.UpdateOne(row).SetStatus(importjob.StatusInProgress).AddAttempts(1).SetStep("starting").SetBytesRead(0).
			SetLeaseExpiresAt(time.Now().Add(s.options.Lease))
		if row.StartedAt == nil {
			update.SetStartedAt(time.Now())
		}
		if row, err = update.Save(ctx); err != nil {
			return err
		}
		job = &claimed{attempt: row.Attempts}
		job.Job, err = fromRow(row)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("taking an import: %w", err)
	}
	return job, nil
}

// next returns the job whose turn it is; nil when there is none. An import for the platform runs alone, as it may write
// everybody's records, and an institution's imports run one after the other.
func next(ctx context.Context, tx *ent.Client) (*ent.ImportJob, error) {
	running, err := tx.ImportJob.Query().
		Where(importjob.StatusEQ(importjob.StatusInProgress), importjob.LeaseExpiresAtGT(time.Now())).All(ctx)
	if err != nil || len(running) >= maxRunning {
		return nil, err
	}
	beside := []predicate.ImportJob{}
	for _, other := range running {
		if other.InstitutionID == nil {
			return nil, nil
		}
		beside = append(beside, importjob.Or(importjob.InstitutionIDIsNil(), importjob.InstitutionIDNEQ(*other.InstitutionID)))
		if other.BytesTotal > small {
			beside = append(beside, importjob.Or(importjob.InstitutionIDIsNil(), importjob.BytesTotalLTE(small)))
		}
	}
	row, err := tx.ImportJob.Query().
		Where(complete(), importjob.StatusIn(importjob.StatusAccepted, importjob.StatusInProgress),
			importjob.Or(importjob.LeaseExpiresAtIsNil(), importjob.LeaseExpiresAtLTE(time.Now()))).
		Where(beside...).
		Order(byTurn, importjob.ByCreatedAt(), importjob.ByID()).ForUpdate(skipLocked).First(ctx)
	if ent.IsNotFound(err) || err == nil && row.InstitutionID == nil && len(running) > 0 {
		return nil, nil // one for the platform waits until those that run have ended
	}
	return row, err
}

// byTurn puts the jobs of those first for whom nothing was loaded for the longest time, so that who sends many files waits
// for others and not they for him.
func byTurn(s *sql.Selector) {
	s.OrderExpr(sql.Expr(`(SELECT max(o.started_at) FROM import_jobs o
		WHERE o.institution_id IS NOT DISTINCT FROM "import_jobs"."institution_id" AND o.id <> "import_jobs"."id") NULLS FIRST`))
}
