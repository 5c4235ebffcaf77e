package dataset

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/catalog"
	"github.com/predicthealth/predicthealth/service/dataset/fhir"
)

// sourceFile is a file to import.
type sourceFile struct {
	name     string
	resource string
	size     int64
}

// findFiles lists the folder's files that are read, those that others refer to first, and tells the report of both.
func findFiles(source fs.FS, report *ImportReport) ([]sourceFile, error) {
	entries, err := fs.ReadDir(source, ".")
	if err != nil {
		return nil, err
	}
	var files []sourceFile
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		resource := fhir.ResourceOf(entry.Name())
		if resource == "" {
			report.Ignored = append(report.Ignored, entry.Name())
			continue
		}
		info, err := fs.Stat(source, entry.Name())
		if err != nil {
			return nil, err
		}
		files = append(files, sourceFile{name: entry.Name(), resource: resource, size: info.Size()})
	}
	if len(files) == 0 {
		return nil, ErrNoFiles
	}
	slices.SortStableFunc(files, func(a, b sourceFile) int {
		return cmp.Compare(slices.Index(fhir.Resources, a.resource), slices.Index(fhir.Resources, b.resource))
	})
	for _, file := range files {
		report.Files = append(report.Files, file.name)
	}
	return files, nil
}

// stage decodes all files and copies their records to the staging table.
func (i *importer) stage(ctx context.Context, files []sourceFile) error {
	return copyRows(ctx, i.tx, "import_copy", func(row func(...any) error) error {
		progress := Progress{}
		for _, file := range files {
			progress.Total += file.size
		}
		for _, file := range files {
			progress.Step = "reading " + file.name
			if err := i.stageFile(ctx, row, file, &progress); err != nil {
				return fmt.Errorf("%s: %w", file.name, err)
			}
		}
		return nil
	})
}

func (i *importer) stageFile(ctx context.Context, row func(...any) error, file sourceFile, progress *Progress) error {
	opened, err := i.source.Open(file.name)
	if err != nil {
		return err
	}
	defer func() { _ = opened.Close() }()
	counter := &countingReader{reader: opened, read: func(n int) {
		progress.Done += int64(n)
		i.options.Progress(*progress)
	}}
	lines, err := fhir.NewLines(counter)
	if err != nil {
		return err
	}
	count := i.tally.of(file.resource)
	for {
		line, number, err := lines.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		count.Read++
		switch {
		case errors.Is(err, fhir.ErrLineTooLong):
			err = i.reject(file, number, "", &fhir.Issue{Code: "line_too_long", Message: err.Error()})
		case errors.Is(err, io.ErrUnexpectedEOF):
			return fmt.Errorf("the file ends too early, fetch it again: %w", err)
		case err == nil:
			err = i.stageLine(row, file, number, line)
		}
		if err != nil {
			return err
		}
	}
}

// stageLine copies one record, or rejects the line.
func (i *importer) stageLine(row func(...any) error, file sourceFile, number int, line []byte) error {
	record, err := i.decoder.Decode(file.resource, line)
	var data string
	if err == nil {
		data, err = record.Encode()
	}
	var rejected *fhir.Issue
	switch {
	case errors.As(err, &rejected):
		return i.reject(file, number, record.ID, rejected)
	case err != nil:
		return err
	}
	for _, warning := range record.Warnings {
		i.tally.add(file.resource, "warning", warning.Code, 1)
		if err := i.tell(file, number, record.ID, warning, SeverityWarning); err != nil {
			return err
		}
	}
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	i.staged++
	return row(i.staged, record.Resource, file.name, number, text(record.ID), id.String(),
		text(conditionGroup(record.Data)), data)
}

func (i *importer) reject(file sourceFile, line int, id string, issue *fhir.Issue) error {
	if issue.Benign {
		i.tally.add(file.resource, "skipped", issue.Code, 1)
		return nil
	}
	i.tally.add(file.resource, "rejected", issue.Code, 1)
	return i.tell(file, line, id, *issue, SeverityError)
}

func (i *importer) tell(file sourceFile, line int, id string, issue fhir.Issue, severity string) error {
	return i.options.Problem(Problem{
		File: file.name, Line: line, Resource: file.resource, ID: id,
		Field: issue.Field, Code: issue.Code, Message: issue.Message, Severity: severity,
	})
}

// conditionGroup is the group of a condition that may be new to the catalog.
func conditionGroup(data any) string {
	condition, ok := data.(fhir.Condition)
	if !ok {
		return ""
	}
	return catalog.ConditionGroup(condition.Concept.System, condition.Concept.Code)
}

// text is NULL when empty. PostgreSQL knows no U+0000.
func text(s string) sql.NullString {
	s = strings.ReplaceAll(s, "\x00", "")
	return sql.NullString{String: s, Valid: s != ""}
}

// countingReader tells how many bytes were read.
type countingReader struct {
	reader io.Reader
	read   func(int)
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.reader.Read(p)
	c.read(n)
	return n, err
}
