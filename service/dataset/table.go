package dataset

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
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

	field func(*fhir.Person) *string
}

// Columns are the columns that a CSV of patients may have, in any order; its header names them.
var Columns = []Column{
	{"identifier_system", false, "URI of the naming system of identifier_value; by default the parameter source", func(p *fhir.Person) *string { return &p.IdentifierSystem }},
	{"identifier_value", true, "identifies the patient when the file is loaded again", func(p *fhir.Person) *string { return &p.IdentifierValue }},
	{"first_name", true, "", func(p *fhir.Person) *string { return &p.FirstName }},
	{"last_name", true, "", func(p *fhir.Person) *string { return &p.LastName }},
	{"date_of_birth", true, "YYYY-MM-DD", func(p *fhir.Person) *string { return &p.DateOfBirth }},
	{"deceased_at", false, "YYYY-MM-DD, or an RFC 3339 time", func(p *fhir.Person) *string { return &p.DeceasedAt }},
	{"sex", false, "male, female, other or unknown", func(p *fhir.Person) *string { return &p.Sex }},
	{"gender", false, "a code from the catalog genders", func(p *fhir.Person) *string { return &p.Gender }},
	{"email", false, "", func(p *fhir.Person) *string { return &p.Email }},
	{"phone", false, "+16175550101; without + it is a number of address_country, else of country", func(p *fhir.Person) *string { return &p.Phone }},
	{"doctor_licence", false, "licence number of a new patient's doctor", func(p *fhir.Person) *string { return &p.DoctorLicence }},
	{"doctor_id", false, "id of a new patient's doctor, instead of the licence number", func(p *fhir.Person) *string { return &p.DoctorID }},
	{"address_line1", false, "", func(p *fhir.Person) *string { return &p.Line1 }},
	{"address_line2", false, "", func(p *fhir.Person) *string { return &p.Line2 }},
	{"address_city", false, "", func(p *fhir.Person) *string { return &p.City }},
	{"address_postal_code", false, "", func(p *fhir.Person) *string { return &p.PostalCode }},
	{"address_region", false, "an ISO 3166-2 code, or a name", func(p *fhir.Person) *string { return &p.Region }},
	{"address_country", false, "an ISO 3166-1 code, or a name; by default the parameter country", func(p *fhir.Person) *string { return &p.Country }},
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
		*column.field(&person) = strings.Clone(strings.TrimSpace(cells[i]))
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
