package fhir

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/predicthealth/predicthealth/internal/valueset"
)

// Institution is a FHIR Organization in the form of medical_institutions.
type Institution struct {
	Contacts
	Key           Key     `json:"key"`
	Active        bool    `json:"active"`
	Name          string  `json:"name"`
	LicenceNumber string  `json:"licence_number"`
	Type          string  `json:"type"` // code of institution_types
	Website       *string `json:"website"`
}

// Doctor is a FHIR Practitioner in the form of doctors, without the institution: a [Role] says it, else it is the one at the same
// address.
type Doctor struct {
	Contacts
	Name
	Key           Key    `json:"key"`
	Active        bool   `json:"active"`
	LicenceNumber string `json:"licence_number"`
	Sex           string `json:"sex"` // code of sexes
}

// Patient is a FHIR Patient in the form of patients. If no doctor is named, the medication requests determine the doctor.
type Patient struct {
	Contacts
	Particulars
	Name
	Death
	Doctor      *DoctorName `json:"doctor"`      // whom a table names
	Carers      []Key       `json:"carers"`      // doctors, roles of doctors, or institutions; the first one first
	Practice    *Key        `json:"practice"`    // the managing organization
	Institution *Key        `json:"institution"` // the managing organization, if the source speaks for a single institution
	Key         Key         `json:"key"`
	Active      bool        `json:"active"`
	Sex         string      `json:"sex"` // code of sexes

	DateOfBirth          string             `json:"date_of_birth"`
	DateOfBirthPrecision valueset.Precision `json:"date_of_birth_precision"`
}

// DoctorName names a doctor in one of two ways. The doctor must be known.
type DoctorName struct {
	LicenceNumber *string `json:"licence_number,omitempty"`
	ID            *string `json:"id,omitempty"`
}

type organization struct {
	Identifier []identifier   `json:"identifier"`
	Active     *bool          `json:"active"`
	Name       string         `json:"name"`
	Telecom    []contactPoint `json:"telecom"`
	Address    []address      `json:"address"`
}

type practitioner struct {
	Identifier []identifier   `json:"identifier"`
	Active     *bool          `json:"active"`
	Name       []humanName    `json:"name"`
	Telecom    []contactPoint `json:"telecom"`
	Gender     string         `json:"gender"`
	Address    []address      `json:"address"`
}

type patient struct {
	Identifier       []identifier   `json:"identifier"`
	Active           *bool          `json:"active"`
	Name             []humanName    `json:"name"`
	Telecom          []contactPoint `json:"telecom"`
	Gender           string         `json:"gender"`
	BirthDate        string         `json:"birthDate"`
	DeceasedBoolean  *bool          `json:"deceasedBoolean"`
	DeceasedDateTime string         `json:"deceasedDateTime"`
	Address          []address      `json:"address"`

	GeneralPractitioner  []reference `json:"generalPractitioner,omitempty"`
	ManagingOrganization *reference  `json:"managingOrganization"`
	Link                 []link      `json:"link,omitempty"`
}

// link says that there is another record of the same patient.
type link struct {
	Type string `json:"type"`
}

const (
	maxInstitutionName = 200
	maxPersonName      = 100
	maxWebsite         = 255
)

func (o *organization) normalize(r *reading) (any, error) {
	key, err := r.key()
	if err != nil {
		return nil, err
	}
	name := trim(o.Name)
	if name == "" || longer(name, maxInstitutionName) {
		return nil, issue("name", "invalid_name", "a name of 1 to %d characters is required", maxInstitutionName)
	}
	licence, err := licenceNumber(o.Identifier)
	if err != nil {
		return nil, err
	}
	return Institution{
		Contacts: r.contacts(key, o.Identifier, o.Telecom, o.Address, "work"),
		Key:      key, Active: orTrue(o.Active), Name: name, LicenceNumber: licence,
		Type: institutionType(name), Website: r.website(o.Telecom),
	}, nil
}

func (p *practitioner) normalize(r *reading) (any, error) {
	key, err := r.key()
	if err != nil {
		return nil, err
	}
	name, err := r.name(p.Name)
	if err != nil {
		return nil, err
	}
	licence, err := licenceNumber(p.Identifier)
	if err != nil {
		return nil, err
	}
	return Doctor{
		Contacts: r.contacts(key, p.Identifier, p.Telecom, p.Address, "work"),
		Key:      key, Active: orTrue(p.Active), Name: name, LicenceNumber: licence, Sex: r.sex(p.Gender),
	}, nil
}

func (p *patient) normalize(r *reading) (any, error) {
	key, err := r.key()
	if err != nil {
		return nil, err
	}
	name, err := r.name(p.Name)
	if err != nil {
		return nil, err
	}
	born, err := parseDate("birthDate", p.BirthDate)
	if err != nil {
		return nil, err
	}
	death, err := p.death()
	if err != nil {
		return nil, err
	}
	institution, err := p.institution(r)
	if err != nil {
		return nil, err
	}
	p.merged(r)
	return Patient{
		Carers: p.carers(r), Practice: p.practice(r), Institution: institution,
		Contacts: r.contacts(key, p.Identifier, p.Telecom, p.Address, "home"),
		Key:      key, Active: orTrue(p.Active), Name: name, Death: death, Sex: r.sex(p.Gender),
		DateOfBirth: born.Day, DateOfBirthPrecision: born.Precision,
	}, nil
}

// merged says when another record has replaced this one, as after a patient was registered twice.
func (p *patient) merged(r *reading) {
	if slices.ContainsFunc(p.Link, func(l link) bool { return l.Type == "replaced-by" }) {
		r.warn(issue("link", "merged", "another record has replaced this one: its data may be there"))
	}
	r.keep("link")
}

// carers returns whoever cares for the patient, the first one first: doctors, their roles, or organizations. A UUID doesn't tell
// which.
func (p *patient) carers(r *reading) []Key {
	carers := []Key{}
	if len(p.GeneralPractitioner) > 1 {
		r.keep("generalPractitioner")
	}
	for _, given := range p.GeneralPractitioner {
		key, err := r.resolveAny("generalPractitioner", []string{"Practitioner", "PractitionerRole", "Organization"}, given)
		if err != nil {
			r.warn(issue("generalPractitioner", "unknown_doctor", "not a reference to a practitioner, a role or an organization"))
			r.keep("generalPractitioner")
			continue
		}
		carers = append(carers, key)
	}
	return carers
}

// practice returns the managing organization, if the reference is good.
func (p *patient) practice(r *reading) *Key {
	if p.ManagingOrganization == nil {
		return nil
	}
	key, err := r.resolve("managingOrganization", "Organization", *p.ManagingOrganization)
	if err != nil {
		r.keep("managingOrganization")
		return nil
	}
	return &key
}

// institution returns the managing organization. It fails on a bad reference only if the source speaks for a single institution.
func (p *patient) institution(r *reading) (*Key, error) {
	if p.ManagingOrganization == nil || r.Namespace == "" {
		return nil, nil
	}
	key, err := r.resolve("managingOrganization", "Organization", *p.ManagingOrganization)
	return &key, err
}

func (r *reading) sex(gender string) string {
	if slices.Contains([]string{"male", "female", "other", "unknown"}, gender) {
		return gender
	}
	if gender != "" {
		r.warn(issue("gender", "unknown_gender", "must be male, female, other or unknown"))
	}
	return "unknown"
}

var licenceFormat = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9 ./-]{0,48}[A-Za-z0-9])?$`)

// Types of identifiers, codes of http://terminology.hl7.org/CodeSystem/v2-0203.
var (
	licences    = []string{"NPI", "MD", "LN", "PRN"}                              // of doctors and institutions
	notLicences = []string{"SS", "SB", "DL", "PPN", "MR", "PI", "PT", "NI", "MC"} // numbers that a doctor has as a person
)

// licenceNumber returns the National Provider Identifier, else an identifier whose type says that it is a licence, else the first
// that can be one.
func licenceNumber(identifiers []identifier) (string, error) {
	found, best := "", 0
	for _, i := range identifiers {
		value := strings.TrimSpace(i.Value)
		if !licenceFormat.MatchString(value) {
			continue
		}
		if rank := i.licence(); rank > best {
			found, best = value, rank
		}
	}
	if found == "" {
		return "", issue("identifier", "no_licence", "an identifier that can be a licence number is required: letters and digits, at most 50")
	}
	return found, nil
}

// licence says how surely an identifier is a licence number, from 0 (it isn't).
func (i identifier) licence() int {
	switch {
	case i.System == usNPI:
		return 3
	case i.Type == nil:
		return 1
	case i.Type.is(licences...):
		return 2
	case i.Type.is(notLicences...):
		return 0
	}
	return 1
}

var (
	outpatientName = regexp.MustCompile(`(?i)\b(urgent|walk[- ]?in|clinic|family|primary care|health center|vet center|practice)\b`)
	hospitalName   = regexp.MustCompile(`(?i)\b(hospitals?|infirmary|medical (center|centre|ctr)s?|health ?care|health system)\b`)
)

// institutionType tells hospitals from health centers by their names, because Organization.type says no more than
// "healthcare provider".
func institutionType(name string) string {
	if hospitalName.MatchString(name) && !outpatientName.MatchString(name) {
		return "hospital"
	}
	return "health_center"
}

var websiteFormat = regexp.MustCompile(`^https?://[^\s/]+\S*$`)

func (r *reading) website(telecom []contactPoint) *string {
	for _, point := range telecom {
		if point.System != "url" {
			continue
		}
		site := strings.TrimSpace(point.Value)
		if _, err := url.Parse(site); err == nil && websiteFormat.MatchString(site) && len(site) <= maxWebsite {
			return &site
		}
		r.warn(issue("telecom", "invalid_website", "must be an http or https address"))
	}
	return nil
}

func orTrue(given *bool) bool { return given == nil || *given }
