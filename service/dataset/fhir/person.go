package fhir

import (
	"encoding/json"
	"strings"

	"github.com/google/uuid"
)

// Person is a patient as a row of a table, with all values as text; unknown values are empty. json names the column, required
// says that each table must have it, and doc describes its contents to people.
type Person struct {
	IdentifierSystem string `json:"identifier_system" doc:"URI of the naming system of identifier_value; by default the parameter source"`
	IdentifierValue  string `json:"identifier_value" required:"true" doc:"identifies the patient when the file is loaded again"`
	FirstName        string `json:"first_name" required:"true" doc:"empty for people with a single name"`
	LastName         string `json:"last_name" required:"true"`
	DateOfBirth      string `json:"date_of_birth" required:"true" doc:"YYYY-MM-DD, or YYYY-MM or YYYY if no more is known"`
	Deceased         string `json:"deceased" doc:"true if the patient is dead, and nobody knows since when"`
	DeceasedAt       string `json:"deceased_at" doc:"YYYY-MM-DD, YYYY-MM, YYYY, or an RFC 3339 time"`
	Sex              string `json:"sex" doc:"male, female, other or unknown"`
	Particulars
	Email         string `json:"email"`
	Phone         string `json:"phone" doc:"+16175550101; without + it is a number of address_country, else of country"`
	DoctorLicence string `json:"doctor_licence" doc:"licence number of a new patient's doctor"`
	DoctorID      string `json:"doctor_id" doc:"id of a new patient's doctor, instead of the licence number"`
	Line1         string `json:"address_line1"`
	Line2         string `json:"address_line2"`
	City          string `json:"address_city"`
	PostalCode    string `json:"address_postal_code"`
	Region        string `json:"address_region" doc:"an ISO 3166-2 code, or a name"`
	Country       string `json:"address_country" doc:"an ISO 3166-1 code, or a name; by default the parameter country"`
}

// Particulars are what only tables say of patients. They go into the record as they are.
type Particulars struct {
	Gender string `json:"gender,omitempty" doc:"a code from the catalog genders"`
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
	resource.DeceasedBoolean, err = truth(p.Deceased)
	if err != nil {
		return record, err
	}
	if r.raw, err = elementsOf(resource); err != nil {
		return record, err
	}
	data, err := resource.normalize(r)
	if err != nil {
		return record, err
	}
	patient, _ := data.(Patient)
	patient.Key, patient.Identifiers = key, []Key{key}
	patient.Doctor, patient.Particulars = doctor, p.Particulars
	record.Data, record.Warnings, record.source = patient, r.warnings, r.source
	return record, r.failed
}

// elementsOf returns what a source would have written for the resource.
func elementsOf(resource *patient) (elements map[string]json.RawMessage, err error) {
	encoded, err := json.Marshal(resource)
	if err != nil {
		return nil, err
	}
	err = json.Unmarshal(encoded, &elements)
	return elements, err
}

// truth returns nil for an empty text.
func truth(text string) (*bool, error) {
	yes := strings.EqualFold(text, "true")
	switch {
	case text == "":
		return nil, nil
	case !yes && !strings.EqualFold(text, "false"):
		return nil, issue("deceasedBoolean", "invalid_boolean", "must be true or false")
	}
	return &yes, nil
}

// resource returns the person as a FHIR resource.
func (p Person) resource(id identifier) *patient {
	resource := &patient{
		Identifier: []identifier{id},
		Name:       []humanName{p.name()},
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

func (p Person) name() humanName {
	name := humanName{Family: p.LastName}
	if p.FirstName != "" {
		name.Given = []string{p.FirstName}
	}
	return name
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
