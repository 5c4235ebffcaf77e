// Package importjobs has the operations on files of patients that the platform loads in the background.
package importjobs

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/dataset"
	"github.com/predicthealth/predicthealth/service/imports"
)

const (
	path = "/api/v1/imports"
	// pollAfter is how long a caller should wait before asking about an import's progress again, in seconds.
	pollAfter = 2
)

// who describes the callers that may use the operations.
const who = "For institutions, for their own patients; for staff with the permissions institutions:create, doctors:create, " +
	"patients:create and catalogs:create, for the whole platform."

var tags = []string{"imports"}

type handlers struct{ imports *imports.Service }

// Register registers the operations.
func Register(api *endpoint.API, s *imports.Service) {
	h := handlers{s}
	h.registerCreate(api)
	h.registerRead(api)
	h.registerProblems(api)
	h.registerCancel(api)
}

type importBody struct {
	ID            string            `json:"id" format:"uuid"`
	Status        string            `json:"status" enum:"accepted,in-progress,completed,failed,cancelled" doc:"A code of FHIR's task-status. Nothing is loaded unless the status is completed."`
	Step          string            `json:"step" example:"writing patients" doc:"What the import is doing, in a few words; empty when it has ended."`
	BytesRead     int64             `json:"bytes_read" doc:"Bytes read so far of the file as it was sent."`
	BytesTotal    int64             `json:"bytes_total" doc:"The size of the file as it was sent."`
	Format        string            `json:"format" enum:"ndjson,json,archive,csv"`
	DryRun        bool              `json:"dry_run" doc:"Whether the file is processed and reported on, but rolled back."`
	InstitutionID *string           `json:"institution_id" format:"uuid" doc:"The only institution whose patients are written; null when all patients are."`
	Source        string            `json:"source" doc:"As sent in the request."`
	Country       string            `json:"country" doc:"An ISO 3166-1 alpha-2 code, as sent in the request."`
	ProblemCount  int               `json:"problem_count" doc:"How many lines, or parts of lines, were left out."`
	Report        *importReportBody `json:"report,omitempty" doc:"What happened to the lines; left out until the import is completed."`
	Failure       *string           `json:"failure" doc:"Why nothing was loaded; null unless the import has failed."`
	CreatedAt     time.Time         `json:"created_at"`
	StartedAt     *time.Time        `json:"started_at"`
	EndedAt       *time.Time        `json:"ended_at"`
	Version       int               `json:"version" doc:"Increases with each change. The ETag is derived from it."`
}

type importReportBody struct {
	Resources []importResourceBody `json:"resources" nullable:"false" doc:"One entry for each type of resource in the file; the entry other stands for lines that don't say which type they have."`
	Tables    []importTableBody    `json:"tables" nullable:"false" doc:"What else was written: contacts, identifiers, profiles, catalogs."`
	Warnings  []importReasonBody   `json:"warnings" nullable:"false" doc:"Why parts of lines were left out."`
	Files     []string             `json:"files" nullable:"false" doc:"The files in the archive that were read; empty for a file that is not an archive."`
	Ignored   []importIgnoredBody  `json:"ignored_files" nullable:"false" doc:"The files in the archive that were not read."`
}

type importIgnoredBody struct {
	Name   string `json:"name" example:"export/readme.txt"`
	Reason string `json:"reason" doc:"Why it was not read, for people."`
}

type importResourceBody struct {
	Resource       string             `json:"resource" example:"Patient"`
	ReadCount      int                `json:"read_count" doc:"The sum of the next four."`
	InsertedCount  int                `json:"inserted_count"`
	UpdatedCount   int                `json:"updated_count"`
	UnchangedCount int                `json:"unchanged_count"`
	SkippedCount   int                `json:"skipped_count"`
	Reasons        []importReasonBody `json:"reasons" nullable:"false" doc:"Why lines were skipped."`
}

type importTableBody struct {
	Table          string `json:"table" example:"phones"`
	InsertedCount  int    `json:"inserted_count"`
	UpdatedCount   int    `json:"updated_count"`
	UnchangedCount int    `json:"unchanged_count"`
}

type importReasonBody struct {
	Code    string `json:"code" example:"unknown_patient"`
	Count   int    `json:"line_count" doc:"How many lines, or parts of lines, were left out for this reason."`
	IsError bool   `json:"is_error" doc:"Whether this is an error in the data. The problems list such errors line by line."`
}

func toBody(j *imports.Job) importBody {
	return importBody{
		ID: j.ID.String(), Status: j.Status, Step: j.Step, BytesRead: j.BytesRead, BytesTotal: j.BytesTotal,
		Format: string(j.Format), DryRun: j.DryRun, InstitutionID: text(j.InstitutionID), Source: j.Source, Country: j.Country,
		ProblemCount: j.Problems, Report: toReport(j.Report), Failure: j.Failure,
		CreatedAt: j.CreatedAt.UTC(), StartedAt: endpoint.UTC(j.StartedAt), EndedAt: endpoint.UTC(j.EndedAt), Version: j.Version,
	}
}

func text(id *uuid.UUID) *string {
	if id == nil {
		return nil
	}
	text := id.String()
	return &text
}

func toReport(r *dataset.ImportReport) *importReportBody {
	if r == nil {
		return nil
	}
	body := &importReportBody{Resources: []importResourceBody{}, Tables: []importTableBody{}, Warnings: toReasons(r.Warnings),
		Files: append([]string{}, r.Files...), Ignored: []importIgnoredBody{}}
	for _, file := range r.Ignored {
		body.Ignored = append(body.Ignored, importIgnoredBody(file))
	}
	for _, of := range r.Resources {
		body.Resources = append(body.Resources, importResourceBody{
			of.Resource, of.Read, of.Inserted, of.Updated, of.Unchanged, of.Skipped, toReasons(of.Reasons),
		})
	}
	for _, t := range r.Tables {
		body.Tables = append(body.Tables, importTableBody{t.Table, t.Inserted, t.Updated, t.Unchanged})
	}
	return body
}

func toReasons(reasons []dataset.ReasonCount) []importReasonBody {
	bodies := []importReasonBody{}
	for _, r := range reasons {
		bodies = append(bodies, importReasonBody{r.Code, r.Count, r.Error})
	}
	return bodies
}

// output is an import, with the time to wait before asking for it again.
type output struct {
	ETag       string `header:"ETag"`
	RetryAfter string `header:"Retry-After" doc:"Seconds to wait before you ask again; left out when the import has ended."`
	Body       importBody
}

func toOutput(j *imports.Job) *output {
	out := &output{ETag: endpoint.VersionTag(j.Version), Body: toBody(j)}
	if j.Open() {
		out.RetryAfter = strconv.Itoa(pollAfter)
	}
	return out
}

// ImportInput is the import in an operation's path.
type ImportInput struct {
	ID string `path:"id" maxLength:"36" doc:"The id of the import."`
}

func (h handlers) registerRead(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-imports", Method: http.MethodGet, Path: path, Tags: tags, Errors: []int{http.StatusForbidden},
		Summary: "List imports", Description: who,
	}, func(ctx context.Context, in *struct {
		endpoint.ListInput
		endpoint.ChangesInput
		Sort   string   `query:"sort" enum:"-created_at,created_at,updated_at,-updated_at" doc:"Sort by creation or last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise -created_at."`
		Status []string `query:"status" nullable:"false" enum:"accepted,in-progress,completed,failed,cancelled" doc:"Only imports with one of these statuses."`
	},
	) (*endpoint.ListOutput[importBody], error) {
		page, err := h.imports.List(ctx, imports.Filter{Status: in.Status, UpdatedSince: in.UpdatedSince.Time}, in.Sort, in.Page())
		if err != nil {
			return nil, err
		}
		return endpoint.List(ctx, page, toBody), nil
	})
	endpoint.Read(api, huma.Operation{
		OperationID: "get-import", Method: http.MethodGet, Path: path + "/{id}", Tags: tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
		Summary:     "Read an import's progress and report",
		Description: "Ask again after the number of seconds in Retry-After, until the response has no Retry-After. " + who,
	}, func(ctx context.Context, in *struct {
		endpoint.Conditional
		ImportInput
	},
	) (*output, error) {
		job, err := h.find(ctx, in.ID, h.imports.Get)
		if err != nil {
			return nil, err
		}
		out := toOutput(job)
		return out, in.Check(out.ETag)
	})
}

func (h handlers) find(ctx context.Context, id string, do func(context.Context, uuid.UUID) (*imports.Job, error)) (*imports.Job, error) {
	parsed, _ := endpoint.ID(id) // what isn't a UUID names no import
	return do(ctx, parsed)
}

func (h handlers) registerCancel(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID: "cancel-import", Method: http.MethodPost, Path: path + "/{id}/cancel", Tags: tags,
		Errors:  []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
		Summary: "Cancel an import",
		Description: "Nothing from the file is loaded, or stays loaded. An import that was completed or has failed is answered with 409 and the type " +
			"import_ended. Cancelling a cancelled import changes nothing. " + who,
	}, func(ctx context.Context, in *ImportInput) (*output, error) {
		job, err := h.find(ctx, in.ID, h.imports.Cancel)
		if err != nil {
			return nil, err
		}
		return toOutput(job), nil
	})
}
