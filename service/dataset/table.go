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

// Column is a column of a CSV of patients.
type Column struct {
	Name     string
	Required bool // the heading must have it
	// Doc says what stands in it, for people.
	Doc string

	field func(*fhir.Person) *string
}

// Columns are those that a CSV of patients may have, in any order, under a heading of their names.
var Columns = []Column{
	{"identifier_system", false, "URI of the naming system of identifier_value; source without one", func(p *fhir.Person) *string { return &p.IdentifierSystem }},
	{"identifier_value", true, "finds the patient again when the file is loaded once more", func(p *fhir.Person) *string { return &p.IdentifierValue }},
	{"first_name", true, "", func(p *fhir.Person) *string { return &p.FirstName }},
	{"last_name", true, "", func(p *fhir.Person) *string { return &p.LastName }},
	{"date_of_birth", true, "YYYY-MM-DD", func(p *fhir.Person) *string { return &p.DateOfBirth }},
	{"deceased_at", false, "YYYY-MM-DD, or an instant of RFC 3339", func(p *fhir.Person) *string { return &p.DeceasedAt }},
	{"sex", false, "male, female, other or unknown", func(p *fhir.Person) *string { return &p.Sex }},
	{"gender", false, "a code of the catalog genders", func(p *fhir.Person) *string { return &p.Gender }},
	{"email", false, "", func(p *fhir.Person) *string { return &p.Email }},
	{"phone", false, "+16175550101; without + it is a number of address_country, else of country", func(p *fhir.Person) *string { return &p.Phone }},
	{"doctor_licence", false, "licence number of the doctor of a new patient", func(p *fhir.Person) *string { return &p.DoctorLicence }},
	{"doctor_id", false, "id of that doctor, instead", func(p *fhir.Person) *string { return &p.DoctorID }},
	{"address_line1", false, "", func(p *fhir.Person) *string { return &p.Line1 }},
	{"address_line2", false, "", func(p *fhir.Person) *string { return &p.Line2 }},
	{"address_city", false, "", func(p *fhir.Person) *string { return &p.City }},
	{"address_postal_code", false, "", func(p *fhir.Person) *string { return &p.PostalCode }},
	{"address_region", false, "a code of ISO 3166-2, or a name", func(p *fhir.Person) *string { return &p.Region }},
	{"address_country", false, "a code of ISO 3166-1, or a name; country without one", func(p *fhir.Person) *string { return &p.Country }},
}

// maxRow is the longest row, in bytes: a quotation mark that is missing would make a row of the rest of the file.
const maxRow = 1 << 20

// table is a CSV of patients.
type table struct {
	decoder *fhir.Decoder
	rows    *csv.Reader
	bound   *allowance
	columns []Column // of the file, in its order
}

// newTable reads the heading. It fails with a [*FileError] when that is not as [Columns] says.
func newTable(decoder *fhir.Decoder, text io.Reader) (*table, error) {
	bound := &allowance{reader: text, rest: maxRow}
	t := &table{decoder: decoder, rows: csv.NewReader(bound), bound: bound}
	heading, err := t.rows.Read()
	var malformed *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return nil, &FileError{Detail: "the file is empty"}
	case errors.As(err, &malformed):
		return nil, &FileError{Detail: "the heading is no CSV (RFC 4180)"}
	case err != nil:
		return nil, err
	}
	if t.columns, err = columnsOf(heading); err != nil {
		return nil, err
	}
	t.rows.ReuseRecord = true
	return t, nil
}

// CheckHeading reads the heading of a CSV of patients. It fails with a [*FileError] that says all that is wrong with it.
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
		return nil, &FileError{Detail: "the heading has no commas: separate columns by commas, not by semicolons, tabs or bars"}
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
			wrong = append(wrong, name+" is there twice")
		}
		columns = append(columns, Columns[at])
	}
	for _, c := range Columns {
		if c.Required && !has(c.Name) {
			wrong = append(wrong, c.Name+" is missing")
		}
	}
	if len(wrong) > 0 {
		return nil, &FileError{Detail: "the heading is not as it should be: " + strings.Join(wrong, "; ")}
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
			Code: "wrong_field_count", Message: fmt.Sprintf("the row has %d fields, the heading %d", len(cells), len(t.columns)),
		}
	case errors.As(err, &malformed):
		return record, malformed.StartLine, &fhir.Issue{Code: "invalid_csv", Message: "the quotation marks are not as RFC 4180 has them"}
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

// elements are the columns that FHIR's elements, which the import's messages name, stand in.
var elements = map[string]string{
	"identifier": "identifier_value", "id": "identifier_value", "managingOrganization": "identifier_value",
	"name": "first_name", "birthDate": "date_of_birth", "deceasedDateTime": "deceased_at",
	"generalPractitioner": "doctor_licence", "address": "address_line1",
}

// columnOf is the column that a problem of an element is about.
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
