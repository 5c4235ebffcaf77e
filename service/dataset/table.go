package dataset

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/predicthealth/predicthealth/service/dataset/fhir"
)

// Column is a column in a CSV of patients.
type Column struct {
	Name     string
	Required bool // the header must have it
	// Doc describes its contents, for people.
	Doc string

	field []int // index in fhir.Person
}

// Columns are the columns that a CSV of patients may have, in any order; its header names them. They are the fields of
// fhir.Person.
var Columns = personColumns()

func personColumns() []Column {
	var columns []Column
	for _, field := range reflect.VisibleFields(reflect.TypeFor[fhir.Person]()) {
		if field.Anonymous {
			continue
		}
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		columns = append(columns, Column{name, field.Tag.Get("required") == "true", field.Tag.Get("doc"), field.Index})
	}
	return columns
}

const (
	// maxRow is the maximum length of a line, in bytes.
	maxRow = 1 << 20
	// maxRowLines is how many lines a row may have: a missing quotation mark would turn the rest of the file into one row.
	maxRowLines = 10
)

// table is a CSV of patients.
type table struct {
	decoder *fhir.Decoder
	rows    rows
	columns []Column // of the file, in order
}

// newTable reads the header. It fails with a [*FileError] if the header doesn't match [Columns].
func newTable(decoder *fhir.Decoder, text *bufio.Reader) (*table, error) {
	t := &table{decoder: decoder, rows: rows{text: text}}
	heading, _, err := t.rows.next(func([]string) bool { return true })
	var malformed *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return nil, &FileError{Detail: "the file is empty"}
	case errors.As(err, &malformed):
		return nil, &FileError{Detail: "the header is not valid CSV (RFC 4180)"}
	case err != nil:
		return nil, err
	}
	t.columns, err = columnsOf(heading)
	return t, err
}

// CheckHeading reads the header of a CSV of patients. It fails with a [*FileError] that lists everything wrong with it.
func CheckHeading(content io.Reader) error {
	text, err := fhir.Text(content)
	if err == nil {
		_, err = newTable(nil, text)
	}
	return unreadable(sourceFile{}, err)
}

func columnsOf(heading []string) ([]Column, error) {
	if len(heading) == 1 && strings.ContainsAny(heading[0], ";\t|") {
		return nil, &FileError{Detail: "the header has no commas: separate columns by commas, not by semicolons, tabs or bars"}
	}
	var columns []Column
	var wrong []string
	has := func(name string) bool {
		return slices.ContainsFunc(columns, func(c Column) bool { return c.Name == name })
	}
	for nth, name := range heading {
		name = strings.ToLower(strings.TrimSpace(name))
		at := slices.IndexFunc(Columns, func(c Column) bool { return c.Name == name })
		switch {
		case at < 0:
			wrong = append(wrong, fmt.Sprintf("column %d has an unknown name", nth+1))
			continue
		case has(name):
			wrong = append(wrong, name+" appears twice")
		}
		columns = append(columns, Columns[at])
	}
	for _, c := range Columns {
		if c.Required && !has(c.Name) {
			wrong = append(wrong, c.Name+" is missing")
		}
	}
	if len(wrong) > 0 {
		return nil, &FileError{Detail: "the header has errors: " + strings.Join(wrong, "; ")}
	}
	return columns, nil
}

// read passes the rows to take.
func (t *table) read(take taker) error {
	for {
		cells, line, err := t.rows.next(t.plausible)
		if errors.Is(err, io.EOF) {
			return nil
		}
		record := fhir.Record{Resource: "Patient"}
		var malformed *csv.ParseError
		switch {
		case errors.As(err, &malformed):
			err = &fhir.Issue{Code: "invalid_csv", Message: "the quotation marks don't follow RFC 4180"}
		case err != nil:
			return err
		case len(cells) != len(t.columns):
			err = &fhir.Issue{Code: "wrong_field_count", Message: fmt.Sprintf("the row has %d fields, the header %d", len(cells), len(t.columns))}
		default:
			record, err = t.person(cells)
		}
		if err := take(record, line, err); err != nil {
			return err
		}
	}
}

// plausible reports whether several lines are one row: only addresses have more than one line.
func (t *table) plausible(cells []string) bool {
	if len(cells) != len(t.columns) {
		return false
	}
	for i, cell := range cells {
		if strings.Contains(cell, "\n") && !strings.HasPrefix(t.columns[i].Name, "address_line") {
			return false
		}
	}
	return true
}

func (t *table) person(cells []string) (fhir.Record, error) {
	var person fhir.Person
	for i, column := range t.columns {
		if !utf8.ValidString(cells[i]) {
			return fhir.Record{Resource: "Patient"}, &fhir.Issue{Field: column.Name, Code: "invalid_utf8", Message: "the text is not UTF-8"}
		}
		reflect.ValueOf(&person).Elem().FieldByIndex(column.field).SetString(strings.TrimSpace(cells[i]))
	}
	return t.decoder.DecodePerson(person)
}

// elements maps FHIR elements, which the import's messages name, to the columns that hold them.
var elements = map[string]string{
	"identifier": "identifier_value", "id": "identifier_value", "managingOrganization": "identifier_value",
	"name": "first_name", "birthDate": "date_of_birth", "deceasedDateTime": "deceased_at",
	"generalPractitioner": "doctor_licence", "address": "address_line1",
}

// columnOf returns the column that a problem with an element is about.
func columnOf(element, code string) string {
	switch code {
	case "invalid_email":
		return "email"
	case "invalid_phone":
		return "phone"
	case "unknown_region":
		return "address_region"
	case "unknown_gender": // FHIR's gender is the sex
		return "sex"
	}
	if column := elements[element]; column != "" {
		return column
	}
	return element
}
