package fhir

import (
	"strings"

	"github.com/google/uuid"
)

// Person is a patient as a row of a table, with all values as text; unknown values are empty.
type Person struct {
	IdentifierSystem, IdentifierValue                         string
	FirstName, LastName, DateOfBirth, DeceasedAt, Sex, Gender string
	Email, Phone                                              string
	DoctorLicence, DoctorID                                   string
	Line1, Line2, City, PostalCode, Region, Country           string
}

// DecodePerson turns a person into a record, as Decode does for a Patient. The error is an *[Issue] that names the bad FHIR
// element. The identifier serves to find the person again.
func (d *Decoder) DecodePerson(p Person) (Record, error) {
	record := Record{Resource: "Patient"}
	r := &reading{Decoder: d, resource: record.Resource}
	if p.IdentifierSystem == "" {
		p.IdentifierSystem = d.Source
	}
	id := identifier{System: p.IdentifierSystem, Value: p.IdentifierValue}
	key := r.identified(id)
	if !key.valid() {
		return record, issue("identifier", "no_identifier", "a system and a value are required, each of at most %d bytes", maxIdentifier)
	}
	record.ID = id.System + "|" + id.Value
	resource := p.resource(id)
	doctor, err := p.doctor()
	if err != nil {
		return record, err
	}
	r.id = uuid.Nil.String() // a resource needs an id; the identifier stands for it
	data, err := resource.normalize(r)
	if err != nil {
		return record, err
	}
	patient, _ := data.(Patient)
	patient.Key, patient.Identifiers = key, []Key{key}
	patient.Doctor, patient.Gender = doctor, optional(p.Gender)
	record.Data, record.Warnings = patient, r.warnings
	return record, nil
}

// resource returns the person as a FHIR resource.
func (p Person) resource(id identifier) *patient {
	resource := &patient{
		Identifier: []identifier{id},
		Name:       []humanName{{Family: p.LastName, Given: []string{p.FirstName}}},
		Gender:     strings.ToLower(p.Sex), BirthDate: p.DateOfBirth, DeceasedDateTime: p.DeceasedAt,
	}
	if p.Phone != "" {
		resource.Telecom = append(resource.Telecom, contactPoint{System: "phone", Value: p.Phone})
	}
	if p.Email != "" {
		resource.Telecom = append(resource.Telecom, contactPoint{System: "email", Value: p.Email})
	}
	if p.Line1+p.Line2+p.City+p.PostalCode+p.Region != "" {
		resource.Address = []address{{
			Line: []string{p.Line1, p.Line2}, City: p.City, PostalCode: p.PostalCode, State: p.Region, Country: p.Country,
		}}
	}
	return resource
}

func (p Person) doctor() (*DoctorName, error) {
	switch {
	case p.DoctorLicence != "" && p.DoctorID != "":
		return nil, issue("generalPractitioner", "two_doctors", "name the doctor by licence number or by id, not by both")
	case p.DoctorLicence != "":
		return &DoctorName{LicenceNumber: &p.DoctorLicence}, nil
	case p.DoctorID == "":
		return nil, nil
	}
	id, err := uuid.Parse(p.DoctorID)
	if err != nil {
		return nil, issue("generalPractitioner", "unknown_doctor", "an id must be a UUID")
	}
	text := id.String()
	return &DoctorName{ID: &text}, nil
}
