package imports

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/importjob"
	"github.com/predicthealth/predicthealth/ent/importproblem"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
)

// Statuses are the codes of FHIR's task-status that a job may have.
var Statuses = []string{"accepted", "in-progress", "completed", "failed", "cancelled"}

// Filter selects the jobs to list. Empty values select all.
type Filter struct {
	// Status selects jobs with one of these statuses.
	Status []string
	// UpdatedSince selects jobs that changed at this instant or later.
	UpdatedSince time.Time
}

var orders = page.Orders{
	page.SortOldest:  {importjob.FieldCreatedAt, importjob.FieldID},
	page.SortChanged: {importjob.FieldUpdatedAt, importjob.FieldID},
}

// List returns a page of the jobs. Institutions see their own; staff who may import for the whole platform see all. Without a
// sort, it takes the one of [page.Selection.Sort]. It fails with Forbidden, or with Invalid when the status, the sort, the
// limit or the cursor is not valid.
func (s *Service) List(ctx context.Context, f Filter, sortBy string, r page.Request) (page.Page[*Job], error) {
	institution, err := scope(ctx)
	if err != nil {
		return page.Page[*Job]{}, err
	}
	sortBy = page.Selection{UpdatedSince: f.UpdatedSince}.Sort(sortBy)
	order, sortable := orders.Parse(sortBy)
	var c service.Checks
	c.Refuse(!sortable, "/sort", "not_allowed", "Imports can't be sorted by this.")
	statuses := make([]importjob.Status, len(f.Status))
	for i, status := range f.Status {
		statuses[i] = importjob.Status(status)
		c.Refuse(importjob.StatusValidator(statuses[i]) != nil, "/status", "not_allowed", "Use one of these: "+strings.Join(Statuses, ", ")+".")
	}
	if err := c.Err(); err != nil {
		return page.Page[*Job]{}, err
	}
	query := s.options.Store.Client(ctx).ImportJob.Query().Where(visible(institution), page.ChangedSince(f.UpdatedSince))
	if len(statuses) > 0 {
		query = query.Where(importjob.StatusIn(statuses...))
	}
	rows, err := page.List(ctx, s.options.Cursors, query, r, order, page.Identify("imports", institution, f, sortBy),
		func(row *ent.ImportJob) []any {
			if order.Columns[0] == importjob.FieldUpdatedAt {
				return []any{row.UpdatedAt, row.ID}
			}
			return []any{row.CreatedAt, row.ID}
		})
	if err != nil {
		return page.Page[*Job]{}, err
	}
	return page.Convert(rows, fromRow)
}

// Problem is a line that was left out, or part of one. It contains no value from the line.
type Problem struct {
	// File is the name of the file in an archive; empty for a file that is no archive.
	File string `json:"file"`
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
// file, then those found while writing. Only the first [MaxProblems] are kept. It is for the same viewers as Get, and records who read them, and
// fails as Get does, or with Invalid when the limit or the cursor is not valid.
func (s *Service) Problems(ctx context.Context, id uuid.UUID, r page.Request) (page.Page[Problem], error) {
	job, err := s.Get(ctx, id)
	if err != nil {
		return page.Page[Problem]{}, err
	}
	query := s.options.Store.Client(ctx).ImportProblem.Query().Where(importproblem.JobID(id))
	rows, err := page.List(ctx, s.options.Cursors, query, r,
		page.Order{Columns: []string{importproblem.FieldPosition}}, page.Identify("import problems", id),
		func(row *ent.ImportProblem) []any { return []any{row.Position} })
	if err != nil {
		return page.Page[Problem]{}, err
	}
	read := job.event("import.read_problems", nil)
	read.ResultCount = len(rows.Items)
	return page.Map(rows, func(row *ent.ImportProblem) Problem {
		return Problem{row.File, row.Line, row.Resource, row.ResourceID, row.Field, row.Code, row.Detail, string(row.Severity)}
	}), s.options.Trail.Note(ctx, read)
}
