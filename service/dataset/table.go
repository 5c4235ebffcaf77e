package dataset

import (
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

// maxRow is the maximum length of a row, in bytes: a missing quotation mark would turn the rest of the file into one row.
const maxRow = 1 << 20

// table is a CSV of patients.
type table struct {
	decoder *fhir.Decoder
	rows    *csv.Reader
	bound   *allowance
	columns []Column // of the file, in order
}

// newTable reads the header. It fails with a [*FileError] if the header doesn't match [Columns].
func newTable(decoder *fhir.Decoder, text io.Reader) (*table, error) {
	bound := &allowance{reader: text, rest: maxRow}
	t := &table{decoder: decoder, rows: csv.NewReader(bound), bound: bound}
	heading, err := t.rows.Read()
	var malformed *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return nil, &FileError{Detail: "the file is empty"}
	case errors.As(err, &malformed):
		return nil, &FileError{Detail: "the header is not valid CSV (RFC 4180)"}
	case err != nil:
		return nil, err
	}
	if t.columns, err = columnsOf(heading); err != nil {
		return nil, err
	}
	t.rows.ReuseRecord = true
	return t, nil
}

// CheckHeading reads the header of a CSV of patients. It fails with a [*FileError] that lists everything wrong with it.
func CheckHeading(content io.Reader) error {
	text, err := fhir.Text(content)
	if err == nil {
		_, err = newTable(nil, text)
	}
	if err != nil {
		return unreadable(sourceFile{}, err)
	}
	return nil
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

func (t *table) next() (fhir.Record, int, error) {
	record := fhir.Record{Resource: "Patient"}
	t.bound.rest = maxRow
	cells, err := t.rows.Read()
	var malformed *csv.ParseError
	switch {
	case errors.Is(err, csv.ErrFieldCount):
		line, _ := t.rows.FieldPos(0)
		return record, line, &fhir.Issue{
			Code: "wrong_field_count", Message: fmt.Sprintf("the row has %d fields, the header %d", len(cells), len(t.columns)),
		}
	case errors.As(err, &malformed):
		return record, malformed.StartLine, &fhir.Issue{Code: "invalid_csv", Message: "the quotation marks don't follow RFC 4180"}
	case err != nil:
		return record, 0, err
	}
	line, _ := t.rows.FieldPos(0)
	var person fhir.Person
	for i, column := range t.columns {
		if !utf8.ValidString(cells[i]) {
			return record, line, &fhir.Issue{Field: column.Name, Code: "invalid_utf8", Message: "the text is not UTF-8"}
		}
		reflect.ValueOf(&person).Elem().FieldByIndex(column.field).SetString(strings.Clone(strings.TrimSpace(cells[i])))
	}
	record, err = t.decoder.DecodePerson(person)
	return record, line, err
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

// allowance fails when more is read than was allowed since it was set.
type allowance struct {
	reader io.Reader
	rest   int
}

func (a *allowance) Read(p []byte) (int, error) {
	if a.rest <= 0 {
		return 0, &FileError{Detail: fmt.Sprintf("a row is longer than %d MiB: a quotation mark is missing before or in it", maxRow>>20)}
	}
	n, err := a.reader.Read(p[:min(len(p), a.rest)])
	a.rest -= n
	return n, err
}
