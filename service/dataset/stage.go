package dataset

import (
	"bufio"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/dataset/fhir"
)

// stage decodes all files and copies their records to the staging table.
func (i *importer) stage(ctx context.Context, files []sourceFile, report *ImportReport) error {
	return copyRows(ctx, i.tx, "import_copy", func(row func(...any) error) error {
		progress := Progress{}
		for _, file := range files {
			progress.Total += file.size
		}
		for _, file := range files {
			progress.Step = file.step()
			if err := i.stageFile(ctx, row, file, report, &progress); err != nil {
				return err
			}
		}
		return nil
	})
}

// stageFile copies the records of a file, or of the files in an archive.
func (i *importer) stageFile(ctx context.Context, row func(...any) error, file sourceFile, report *ImportReport, progress *Progress) error {
	opened, err := file.open()
	if err != nil {
		return err
	}
	if closer, ok := opened.(io.Closer); ok {
		defer func() { _ = closer.Close() }()
	}
	before := progress.Done
	content := counted(opened, func(n int) {
		progress.Done = min(progress.Done+int64(n), before+file.size) // a zip is read from its end
		i.options.Progress(*progress)
	})
	a := archive{
		file: file, most: cmp.Or(i.options.MaxText, MaxText),
		ignore: func(name, reason string) { report.Ignored = append(report.Ignored, IgnoredFile{name, reason}) },
		each: func(member sourceFile, text *bufio.Reader) error {
			if member.name != "" {
				report.Files = append(report.Files, member.name)
			}
			err := i.read(member, text, func(record fhir.Record, line int, err error) error {
				if err := ctx.Err(); err != nil {
					return err
				}
				return i.take(row, member, line, record, err)
			})
			if member.name == file.name {
				return err // named below
			}
			return unreadable(member, err)
		},
	}
	return unreadable(file, a.read(content))
}

// take stages a record, or reports why there is none.
func (i *importer) take(row func(...any) error, file sourceFile, line int, record fhir.Record, err error) error {
	var rejected *fhir.Issue
	if err != nil && !errors.As(err, &rejected) {
		return err
	}
	if i.taken++; i.options.MaxRows > 0 && i.taken > i.options.MaxRows {
		return &FileError{file.name, fmt.Sprintf("the file has more than %d lines: load it in parts", i.options.MaxRows), nil}
	}
	i.tally.of(record.Resource).Read++
	if rejected == nil {
		err = i.stageRecord(row, file, line, record)
	}
	if errors.As(err, &rejected) {
		err = i.reject(file, line, record, rejected)
	}
	return err
}

// stageRecord copies one record, or fails with an [*fhir.Issue].
func (i *importer) stageRecord(row func(...any) error, file sourceFile, number int, record fhir.Record) error {
	data, err := record.Encode()
	if err != nil {
		return err
	}
	for _, warning := range record.Warnings {
		i.tally.add(record.Resource, "warning", warning.Code, 1)
		if warning.Benign { // counted only
			continue
		}
		if err := i.tell(file, number, record, warning, SeverityWarning); err != nil {
			return err
		}
	}
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	i.staged++
	return row(i.staged, record.Resource, file.name, number, text(record.ID), id.String(), data)
}

func (i *importer) reject(file sourceFile, line int, record fhir.Record, issue *fhir.Issue) error {
	if issue.Benign {
		i.tally.add(record.Resource, "skipped", issue.Code, 1)
		return nil
	}
	i.tally.add(record.Resource, "rejected", issue.Code, 1)
	return i.tell(file, line, record, *issue, SeverityError)
}

func (i *importer) tell(file sourceFile, line int, record fhir.Record, issue fhir.Issue, severity string) error {
	return i.problem(file.format, Problem{
		File: file.name, Line: line, Resource: record.Resource, ID: record.ID,
		Field: issue.Field, Code: issue.Code, Message: issue.Message, Severity: severity,
	})
}

// problem names the field as the file does.
func (i *importer) problem(format Format, p Problem) error {
	if format == CSV {
		p.Field = columnOf(p.Field, p.Code)
	}
	return i.options.Problem(p)
}

// text is NULL if s is empty. PostgreSQL doesn't accept U+0000.
func text(s string) sql.NullString {
	s = strings.ReplaceAll(s, "\x00", "")
	return sql.NullString{String: s, Valid: s != ""}
}
