package imports

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/importjob"
	"github.com/predicthealth/predicthealth/ent/importproblem"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
)

// Statuses are the codes of FHIR's task-status that a job may have.
var Statuses = []string{"accepted", "in-progress", "completed", "failed", "cancelled"}

// List returns a page of the jobs with a status, or of all jobs when it is empty, newest first. Institutions see their own;
// staff who may import for the whole platform see all. It fails with Forbidden, or with Invalid when the status, the limit or
// the cursor is not valid.
func (s *Service) List(ctx context.Context, status string, r page.Request) (page.Page[*Job], error) {
	institution, err := scope(ctx)
	if err != nil {
		return page.Page[*Job]{}, err
	}
	query := s.options.Store.Client(ctx).ImportJob.Query().Where(visible(institution))
	if status != "" {
		if importjob.StatusValidator(importjob.Status(status)) != nil {
			return page.Page[*Job]{}, service.InvalidFields([]service.Field{
				{Pointer: "/status", Code: "not_allowed", Detail: "Use one of these: " + strings.Join(Statuses, ", ") + "."},
			})
		}
		query = query.Where(importjob.StatusEQ(importjob.Status(status)))
	}
	order := page.Order{Columns: []string{importjob.FieldCreatedAt, importjob.FieldID}, Desc: true}
	rows, err := page.List(ctx, s.options.Cursors, query, r, order, page.Identify("imports", institution, status),
		func(row *ent.ImportJob) []any { return []any{row.CreatedAt, row.ID} })
	if err != nil {
		return page.Page[*Job]{}, err
	}
	return page.Convert(rows, fromRow)
}

// Problem is a line that was left out, or part of one. It contains no value from the line.
type Problem struct {
	// Line is the line's number in the file, from 1.
	Line int `json:"line"`
	// Resource is the FHIR resource type, ResourceID the record's id in the file; empty when unknown.
	Resource   string `json:"resource"`
	ResourceID string `json:"resource_id"`
	// Field is the FHIR element or the CSV column; empty for the whole line.
	Field string `json:"field"`
	// Code is stable and machine-readable; Detail is for people.
	Code   string `json:"code"`
	Detail string `json:"detail"`
	// Severity is error when the line was left out, warning when part of it was.
	Severity string `json:"severity"`
}

// Problems returns a page of a job's problems in the order in which they were found: first those found while reading the
// file, then those found while writing. Only the first [MaxProblems] are kept. It is for the same viewers as Get, and fails
// as Get does, or with Invalid when the limit or the cursor is not valid.
func (s *Service) Problems(ctx context.Context, id uuid.UUID, r page.Request) (page.Page[Problem], error) {
	if _, err := s.Get(ctx, id); err != nil {
		return page.Page[Problem]{}, err
	}
	query := s.options.Store.Client(ctx).ImportProblem.Query().Where(importproblem.JobID(id))
	rows, err := page.List(ctx, s.options.Cursors, query, r,
		page.Order{Columns: []string{importproblem.FieldPosition}}, page.Identify("import problems", id),
		func(row *ent.ImportProblem) []any { return []any{row.Position} })
	return page.Map(rows, func(row *ent.ImportProblem) Problem {
		return Problem{row.Line, row.Resource, row.ResourceID, row.Field, row.Code, row.Detail, string(row.Severity)}
	}), err
}
