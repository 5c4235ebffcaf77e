package dataset

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/predicthealth/predicthealth/service/dataset/fhir"
)

// taker takes a record and the line where it begins, counted from 1. err is an [*fhir.Issue] if there is none.
type taker func(record fhir.Record, line int, err error) error

// read passes the records of a file to take.
func (i *importer) read(file sourceFile, text *bufio.Reader, take taker) error {
	if file.format == CSV {
		table, err := newTable(&i.decoder, text)
		if err != nil {
			return err
		}
		return table.read(take)
	}
	r := resources{&i.decoder, take}
	beginning, _ := text.Peek(64)
	if file.format == JSON || fhir.IsDocument(beginning) {
		return r.document(text, file.resource, 0, 0)
	}
	return r.lines(text, file.resource)
}

// resources turns the resources in a text into records.
type resources struct {
	decoder *fhir.Decoder
	take    taker
}

// lines reads a text that has a resource on each line.
func (r resources) lines(text io.Reader, resource string) error {
	for lines := fhir.LinesOf(text); ; {
		line, number, err := lines.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, fhir.ErrLineTooLong):
			err = r.take(fhir.Record{Resource: resource}, number, &fhir.Issue{Code: "line_too_long", Message: err.Error()})
		case err == nil:
			err = r.entry(fhir.Entry{Resource: line}, resource, number, 0)
		}
		if err != nil {
			return err
		}
	}
}

// maxNested is how many Bundles may lie inside each other.
const maxNested = 2

// document reads a JSON text; line is where it begins, or 0 if it is a whole file.
func (r resources) document(text io.Reader, resource string, line, nested int) error {
	document := fhir.Document{Each: func(entry fhir.Entry, at int, fault *fhir.Issue) error {
		if line > 0 {
			at = line
		}
		if fault != nil {
			return r.take(fhir.Record{Resource: fhir.Bundle, ID: entry.FullURL}, at, fault)
		}
		return r.entry(entry, resource, at, nested)
	}}
	return document.Read(text)
}

// entry reads a resource, or those in a Bundle.
func (r resources) entry(entry fhir.Entry, resource string, line, nested int) error {
	record, err := r.decoder.Decode(resource, entry)
	if !errors.Is(err, fhir.ErrBundle) {
		return r.take(record, line, err)
	}
	if nested == maxNested {
		return r.take(record, line, &fhir.Issue{Code: "nested_bundle", Message: "this Bundle lies too deep inside other Bundles"})
	}
	var fault *fhir.Issue
	err = r.document(bytes.NewReader(entry.Resource), "", line, nested+1)
	if errors.As(err, &fault) {
		return r.take(record, line, fault)
	}
	return err
}
