package dataset

import (
	"cmp"
	"compress/flate"
	"compress/gzip"
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

// Format is the format of a file.
type Format string

// Values of Format.
const (
	// NDJSON holds FHIR resources, one on each line.
	NDJSON Format = "ndjson"
	// CSV holds a table of patients: see [Columns].
	CSV Format = "csv"
)

// File is a file to import, plain or gzipped.
type File struct {
	Format  Format
	Size    int64 // in bytes, for the progress
	Content io.Reader
}

// FileError says what is wrong with a file as a whole, so that none of it can be loaded.
type FileError struct {
	Name   string // empty for a file without one
	Detail string // for people
	Err    error
}

func (e *FileError) Error() string {
	text := e.Detail
	if e.Name != "" {
		text = e.Name + ": " + text
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns the cause.
func (e *FileError) Unwrap() error { return e.Err }

// sourceFile is a file to import. Its resource is empty if each line says which type it has.
type sourceFile struct {
	name     string
	resource string
	format   Format
	size     int64
	open     func() (io.ReadCloser, error)
}

// step names the reading of the file, for the progress.
func (f sourceFile) step() string {
	if f.name == "" {
		return "reading the file"
	}
	return "reading " + f.name
}

// records yields the records of a file, one after the other.
type records interface {
	// next returns the next record and its line number, counted from 1. The error is an [*fhir.Issue] if it can't be read, or io.EOF.
	next() (fhir.Record, int, error)
}

// findFiles returns the folder's files to read, in order of reference, and adds the files read and ignored to the report.
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
		files = append(files, sourceFile{
			name: entry.Name(), resource: resource, format: NDJSON, size: info.Size(),
			open: func() (io.ReadCloser, error) { return source.Open(entry.Name()) },
		})
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
			progress.Step = file.step()
			if err := i.stageFile(ctx, row, file, &progress); err != nil {
				return err
			}
		}
		return nil
	})
}

func (i *importer) stageFile(ctx context.Context, row func(...any) error, file sourceFile, progress *Progress) error {
	opened, err := file.open()
	if err != nil {
		return err
	}
	defer func() { _ = opened.Close() }()
	counter := &countingReader{reader: opened, read: func(n int) {
		progress.Done += int64(n)
		i.options.Progress(*progress)
	}}
	source, err := i.records(file, counter)
	if err != nil {
		return unreadable(file, err)
	}
	for {
		record, number, err := source.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		var rejected *fhir.Issue
		if err != nil && !errors.As(err, &rejected) {
			return unreadable(file, err)
		}
		if i.read++; i.options.MaxRows > 0 && i.read > i.options.MaxRows {
			return &FileError{file.name, fmt.Sprintf("the file has more than %d lines: load it in parts", i.options.MaxRows), nil}
		}
		i.tally.of(record.Resource).Read++
		if rejected == nil {
			err = i.stageRecord(row, file, number, record)
		}
		if errors.As(err, &rejected) {
			err = i.reject(file, number, record, rejected)
		}
		if err != nil {
			return err
		}
	}
}

// records returns the records of a file, unzipped.
func (i *importer) records(file sourceFile, from io.Reader) (records, error) {
	text, err := fhir.Text(from)
	if err != nil {
		return nil, err
	}
	most := cmp.Or(i.options.MaxText, MaxText)
	unzipped := &boundedReader{reader: text, most: most, rest: most}
	if file.format == CSV {
		return newTable(&i.decoder, unzipped)
	}
	return &lines{decoder: &i.decoder, resource: file.resource, lines: fhir.LinesOf(unzipped)}, nil
}

// unreadable distinguishes a broken file from a file that can't be obtained.
func unreadable(file sourceFile, err error) error {
	var known *FileError
	var corrupt flate.CorruptInputError
	switch {
	case errors.As(err, &known):
		known.Name = file.name
		return known
	case errors.Is(err, io.ErrUnexpectedEOF):
		return &FileError{file.name, "the file is truncated: fetch it again", err}
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return &FileError{file.name, "the file is gzipped but broken", err}
	case file.name == "":
		return fmt.Errorf("reading the file: %w", err)
	}
	return fmt.Errorf("%s: %w", file.name, err)
}

// lines are FHIR resources, one on each line.
type lines struct {
	decoder  *fhir.Decoder
	resource string
	lines    *fhir.Lines
}

func (l *lines) next() (fhir.Record, int, error) {
	line, number, err := l.lines.Next()
	switch {
	case errors.Is(err, fhir.ErrLineTooLong):
		return fhir.Record{Resource: l.resource}, number, &fhir.Issue{Code: "line_too_long", Message: err.Error()}
	case err != nil:
		return fhir.Record{}, number, err
	}
	record, err := l.decoder.Decode(l.resource, line)
	return record, number, err
}

// stageRecord copies one record, or fails with an [*fhir.Issue].
func (i *importer) stageRecord(row func(...any) error, file sourceFile, number int, record fhir.Record) error {
	data, err := record.Encode()
	if err != nil {
		return err
	}
	for _, warning := range record.Warnings {
		i.tally.add(record.Resource, "warning", warning.Code, 1)
		if err := i.tell(file, number, record, warning, SeverityWarning); err != nil {
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

// conditionGroup returns the group of a condition that may be new to the catalog.
func conditionGroup(data any) string {
	condition, ok := data.(fhir.Condition)
	if !ok {
		return ""
	}
	return catalog.ConditionGroup(condition.Concept.System, condition.Concept.Code)
}

// text is NULL if s is empty. PostgreSQL doesn't accept U+0000.
func text(s string) sql.NullString {
	s = strings.ReplaceAll(s, "\x00", "")
	return sql.NullString{String: s, Valid: s != ""}
}

// countingReader reports how many bytes were read.
type countingReader struct {
	reader io.Reader
	read   func(int)
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.reader.Read(p)
	c.read(n)
	return n, err
}

// MaxText is the maximum length of a file's text, unzipped, in bytes: a few kilobytes of zeros can unzip to gigabytes.
const MaxText int64 = 4 << 30

// boundedReader fails if a file has more text than that.
type boundedReader struct {
	reader     io.Reader
	most, rest int64
}

func (b *boundedReader) Read(p []byte) (int, error) {
	n, err := b.reader.Read(p)
	if b.rest -= int64(n); b.rest < 0 {
		return 0, &FileError{Detail: fmt.Sprintf("the file has more than %d MiB when it is unzipped: load it in parts", b.most>>20)}
	}
	return n, err
}
