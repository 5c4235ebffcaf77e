// Package imports loads files of patients that are handed in by people and machines: each is a job (a Task, as FHIR calls
// it), which waits in PostgreSQL with its file and is done by one instance, exactly once.
package imports

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/importjob"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/dataset"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/setting"
)

// Options of New.
type Options struct {
	Store *service.Store
	// DB is the Store's pool: imports COPY, which ent can't.
	DB       *sql.DB
	Cache    *cache.Cache
	Settings *setting.Reader
	Cursors  *page.Cursors
	Trail    *audit.Trail
	Log      *slog.Logger
	// Lease is for how long an instance that says nothing is believed to be at work; 0 means a minute.
	Lease time.Duration
}

// Service is safe for concurrent use, by any number of instances.
type Service struct {
	Options
	ended *prometheus.CounterVec
}

// New returns a Service.
func New(o Options) *Service {
	o.Store = o.Store.AsSystem()
	if o.Lease == 0 {
		o.Lease = time.Minute
	}
	return &Service{o, prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "predicthealth_imports_total", Help: "Imports that have ended, by status: completed, failed or cancelled.",
	}, []string{"status"})}
}

// Parameters say how a file is imported.
type Parameters struct {
	// Source is the base URL of the server that made an export, for ids that are no UUIDs; in CSV the default of
	// identifier_system. Country is the ISO 3166-1 code of addresses and phones that name none. Both may be empty.
	Source  string `json:"source,omitempty"`
	Country string `json:"country,omitempty"`
}

// Job is a file that is, was or will be loaded.
type Job struct {
	Parameters
	ID uuid.UUID
	// InstitutionID is whose patients alone are written; nil when all are.
	InstitutionID *uuid.UUID
	// Requester is the account that handed the file in.
	Requester audit.Actor
	Format    dataset.Format
	DryRun    bool
	// Status is a code of FHIR's task-status: accepted, in-progress, completed, failed or cancelled.
	Status string
	// Step says in a few words what is being done.
	Step string
	// BytesRead of BytesTotal, as the file was sent.
	BytesRead, BytesTotal int64
	// Report is nil until the job is completed.
	Report *dataset.ImportReport
	// Problems is how many lines, or parts of lines, were left out.
	Problems int
	// Failure says why nothing was loaded; nil unless the job has failed.
	Failure              *string
	CreatedAt, UpdatedAt time.Time
	StartedAt, EndedAt   *time.Time
	// Version rises with each change.
	Version int
}

// Open tells whether the job has not ended.
func (j *Job) Open() bool { return j.EndedAt == nil }

func fromRow(row *ent.ImportJob) (*Job, error) {
	j := &Job{
		ID: row.ID, InstitutionID: row.InstitutionID, Requester: audit.Actor{Type: row.RequesterType, ID: row.RequesterID},
		Format: dataset.Format(row.Format), DryRun: row.DryRun, Status: string(row.Status), Step: row.Step,
		BytesRead: row.BytesRead, BytesTotal: row.BytesTotal, Problems: row.ProblemCount, Failure: row.Failure,
		CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, StartedAt: row.StartedAt, EndedAt: row.EndedAt,
		Version: row.Version,
	}
	if err := json.Unmarshal(row.Options, &j.Parameters); err != nil {
		return nil, fmt.Errorf("reading an import: %w", err)
	}
	if len(row.Report) > 0 {
		if err := json.Unmarshal(row.Report, &j.Report); err != nil {
			return nil, fmt.Errorf("reading an import's report: %w", err)
		}
	}
	return j, nil
}

// permissions are what importing for the whole platform takes: it writes all of this.
var permissions = []string{"institutions:create", "doctors:create", "patients:create", "catalogs:create"}

// scope returns the institution to whose jobs the viewer is bound; nil for staff who may import for the platform. Everybody
// else gets a Forbidden error.
func scope(ctx context.Context) (*uuid.UUID, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if v.Kind == viewer.Institution {
		return &v.SubjectID, nil
	}
	for _, permission := range permissions {
		if err := service.Require(ctx, permission); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// complete are jobs whose file is there: of one that is still being sent, nobody is told.
func complete() predicate.ImportJob { return importjob.BytesTotalGT(0) }

// visible are the jobs in a scope.
func visible(institution *uuid.UUID) predicate.ImportJob {
	if institution == nil {
		return complete()
	}
	return importjob.And(complete(), importjob.InstitutionID(*institution))
}

// Get returns a job. For institutions, of their own; for staff who may import for the platform, any. It fails with
// Forbidden or NotFound.
func (s *Service) Get(ctx context.Context, id uuid.UUID) (*Job, error) {
	institution, err := scope(ctx)
	if err != nil {
		return nil, err
	}
	return s.find(ctx, id, institution)
}

func (s *Service) find(ctx context.Context, id uuid.UUID, institution *uuid.UUID) (*Job, error) {
	row, err := s.Store.Client(ctx).ImportJob.Query().Where(importjob.ID(id), visible(institution)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading an import: %w", err)
	}
	return fromRow(row)
}
