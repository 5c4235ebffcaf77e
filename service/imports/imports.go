// Package imports loads files of patients that people and programs send. Each file is a job (in FHIR's terms, a Task). A job
// waits in PostgreSQL with its file until one instance loads it, exactly once.
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

// Options are the options of New.
type Options struct {
	Store *service.Store
	// DB is the Store's pool. Imports use COPY, which ent can't.
	DB       *sql.DB
	Cache    *cache.Cache
	Settings *setting.Reader
	Cursors  *page.Cursors
	Trail    *audit.Trail
	Log      *slog.Logger
	// Lease is how long an instance that shows no sign of life is still believed to be working; 0 means a minute.
	Lease time.Duration
}

// Service receives and loads files. It is safe for concurrent use, by any number of instances.
type Service struct {
	options Options
	ended   *prometheus.CounterVec
}

// New returns a Service with these options.
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
	// Source is the base URL of the server that made the export, for ids that are not UUIDs; in CSV it is the default of
	// identifier_system. Country is the ISO 3166-1 code for addresses and phone numbers without one. Both may be empty.
	Source  string `json:"source,omitempty"`
	Country string `json:"country,omitempty"`
}

// Job is a file that will be, is being or has been loaded.
type Job struct {
	Parameters
	ID uuid.UUID
	// InstitutionID is the only institution whose patients are written; nil when all patients are.
	InstitutionID *uuid.UUID
	// Requester is the account that sent the file.
	Requester audit.Actor
	Format    dataset.Format
	DryRun    bool
	// Status is a code of FHIR's task-status: accepted, in-progress, completed, failed or cancelled.
	Status string
	// Step says what the job is doing, in a few words.
	Step string
	// BytesRead and BytesTotal count bytes of the file as it was sent.
	BytesRead, BytesTotal int64
	// Report is nil until the job is completed.
	Report *dataset.ImportReport
	// Problems is how many lines, or parts of lines, were left out.
	Problems int
	// Failure says why nothing was loaded; nil unless the job has failed.
	Failure              *string
	CreatedAt, UpdatedAt time.Time
	StartedAt, EndedAt   *time.Time
	// Version increases with each change.
	Version int
}

// Open says whether the job has not ended yet.
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

// permissions are those that importing for the whole platform requires, because it writes all these records.
var permissions = []string{"institutions:create", "doctors:create", "patients:create", "catalogs:create"}

// scope returns the institution to which the viewer's jobs are limited; nil for staff who may import for the whole
// platform. It fails with Forbidden for everybody else.
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

// complete matches jobs whose file has arrived; a job whose file is still being sent is invisible.
func complete() predicate.ImportJob { return importjob.BytesTotalGT(0) }

// visible matches the jobs in a scope.
func visible(institution *uuid.UUID) predicate.ImportJob {
	if institution == nil {
		return complete()
	}
	return importjob.And(complete(), importjob.InstitutionID(*institution))
}

// Get returns a job. Institutions may read their own; staff who may import for the whole platform may read any. It fails
// with Forbidden or NotFound.
func (s *Service) Get(ctx context.Context, id uuid.UUID) (*Job, error) {
	institution, err := scope(ctx)
	if err != nil {
		return nil, err
	}
	return s.find(ctx, id, institution)
}

func (s *Service) find(ctx context.Context, id uuid.UUID, institution *uuid.UUID) (*Job, error) {
	row, err := s.options.Store.Client(ctx).ImportJob.Query().Where(importjob.ID(id), visible(institution)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading an import: %w", err)
	}
	return fromRow(row)
}
