package dataset

import (
	"cmp"
	"compress/flate"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/predicthealth/predicthealth/service/dataset/fhir"
)

// Format is the format of a file.
type Format string

// Values of Format.
const (
	// NDJSON holds FHIR resources or Bundles, one on each line.
	NDJSON Format = "ndjson"
	// JSON holds a FHIR resource or a Bundle on any number of lines, or several of them.
	JSON Format = "json"
	// Archive is a zip or tar archive of files of these two formats.
	Archive Format = "archive"
	// CSV holds a table of patients: see [Columns].
	CSV Format = "csv"
)

// File is a file to import, plain or gzipped. Only files of the formats Archive and CSV must be what they are called.
type File struct {
	Format  Format
	Size    int64     // in bytes, for the progress
	Content io.Reader // for a zip archive, an io.ReaderAt too
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
	open     func() (io.Reader, error) // to be closed if it can be
}

// step names the reading of the file, for the progress.
func (f sourceFile) step() string {
	if f.name == "" {
		return "reading the file"
	}
	return "reading " + f.name
}

// named returns a file whose format and type of resource follow from its name; otherwise the reason why it is not read.
func named(name string) (file sourceFile, reason string) {
	file = sourceFile{name: name, resource: fhir.ResourceOf(path.Base(name))}
	plain := strings.TrimSuffix(strings.ToLower(path.Base(name)), ".gz")
	switch path.Ext(plain) {
	case ".ndjson", ".jsonl":
		file.format = NDJSON
	case ".json":
		file.format = JSON
	case ".zip", ".tar", ".tgz":
		file.format, file.resource = Archive, ""
	default:
		return file, "its name doesn't end in .ndjson, .jsonl, .json, .zip, .tar or .tgz, nor in one of these and .gz"
	}
	if strings.HasPrefix(plain, ".") {
		return file, "it is hidden"
	}
	return file, ""
}

// findFiles returns the folder's files to read, and adds those that aren't read to the report.
func findFiles(source fs.FS, report *ImportReport) ([]sourceFile, error) {
	entries, err := fs.ReadDir(source, ".")
	if err != nil {
		return nil, err
	}
	var files []sourceFile
	for _, entry := range entries {
		file, reason := named(entry.Name())
		if entry.IsDir() {
			reason = "it is a folder"
		}
		if reason != "" {
			report.Ignored = append(report.Ignored, IgnoredFile{entry.Name(), reason})
			continue
		}
		info, err := fs.Stat(source, entry.Name())
		if err != nil {
			return nil, err
		}
		file.size = info.Size()
		file.open = func() (io.Reader, error) { return source.Open(entry.Name()) }
		files = append(files, file)
	}
	if len(files) == 0 {
		return nil, ErrNoFiles
	}
	// Whoever reads the problems sees those of a record before those of what refers to it.
	slices.SortStableFunc(files, func(a, b sourceFile) int {
		return cmp.Compare(slices.Index(fhir.Resources, a.resource), slices.Index(fhir.Resources, b.resource))
	})
	return files, nil
}

// unreadable distinguishes a broken file from a file that can't be obtained.
func unreadable(file sourceFile, err error) error {
	var known *FileError
	var rejected *fhir.Issue
	var malformed *json.SyntaxError
	var corrupt flate.CorruptInputError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		known.Name = cmp.Or(known.Name, file.name)
		return known
	case errors.As(err, &rejected):
		return &FileError{file.name, rejected.Message, nil}
	case errors.As(err, &malformed):
		return &FileError{file.name, fmt.Sprintf("the text is not JSON from byte %d on", malformed.Offset), nil}
	case errors.Is(err, fhir.ErrTooLong):
		return &FileError{file.name, err.Error(), nil}
	case errors.Is(err, io.ErrUnexpectedEOF):
		return &FileError{file.name, "the file is truncated: fetch it again", err}
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return &FileError{file.name, "the file is gzipped but broken", err}
	case file.name == "":
		return fmt.Errorf("reading the file: %w", err)
	}
	return fmt.Errorf("%s: %w", file.name, err)
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

// countingFile is one whose reader can begin anywhere.
type countingFile struct {
	countingReader
	at io.ReaderAt
}

func (c *countingFile) ReadAt(p []byte, offset int64) (int, error) {
	n, err := c.at.ReadAt(p, offset)
	c.read(n)
	return n, err
}

func counted(reader io.Reader, read func(int)) io.Reader {
	if at, ok := reader.(io.ReaderAt); ok {
		return &countingFile{countingReader{reader, read}, at}
	}
	return &countingReader{reader, read}
}
