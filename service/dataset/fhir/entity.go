package fhir

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/predicthealth/predicthealth/internal/characters"
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

// Doctor is a FHIR Practitioner in the form of doctors, without the institution, which is the one at the same address.
type Doctor struct {
	Contacts
	Key           Key    `json:"key"`
	Active        bool   `json:"active"`
	FirstName     string `json:"first_name"`
	LastName      string `json:"last_name"`
	LicenceNumber string `json:"licence_number"`
	Sex           string `json:"sex"` // code of sexes
}

// Patient is a FHIR Patient in the form of patients. If no doctor is named, the medication requests determine the doctor.
type Patient struct {
	Contacts
	Particulars
	Doctor      *DoctorName `json:"doctor"`
	Institution *Key        `json:"institution"` // the managing organization
	Key         Key         `json:"key"`
	Active      bool        `json:"active"`
	FirstName   string      `json:"first_name"`
	LastName    string      `json:"last_name"`
	Sex         string      `json:"sex"` // code of sexes
	DateOfBirth string      `json:"date_of_birth"`
	DeceasedAt  *string     `json:"deceased_at"`
}

// DoctorName names a doctor in one of three ways. A doctor named by licence number or id must be known.
type DoctorName struct {
	Key           *Key    `json:"key,omitempty"`
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
	DeceasedBoolean  bool           `json:"deceasedBoolean"`
	DeceasedDateTime string         `json:"deceasedDateTime"`
	Address          []address      `json:"address"`

	GeneralPractitioner  []reference `json:"generalPractitioner"`
	ManagingOrganization *reference  `json:"managingOrganization"`
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
	first, last, err := personName(p.Name)
	if err != nil {
		return nil, err
	}
	licence, err := licenceNumber(p.Identifier)
	if err != nil {
		return nil, err
	}
	return Doctor{
		Contacts: r.contacts(key, p.Identifier, p.Telecom, p.Address, "work"),
		Key:      key, Active: orTrue(p.Active), FirstName: first, LastName: last, LicenceNumber: licence, Sex: r.sex(p.Gender),
	}, nil
}

func (p *patient) normalize(r *reading) (any, error) {
	key, err := r.key()
	if err != nil {
		return nil, err
	}
	first, last, err := personName(p.Name)
	if err != nil {
		return nil, err
	}
	born, err := parseDay("birthDate", p.BirthDate)
	if err != nil {
		return nil, err
	}
	deceased, err := p.deceased()
	if err != nil {
		return nil, err
	}
	institution, err := p.institution(r)
	if err != nil {
		return nil, err
	}
	return Patient{
		Doctor: p.doctor(r), Institution: institution,
		Contacts: r.contacts(key, p.Identifier, p.Telecom, p.Address, "home"),
		Key:      key, Active: orTrue(p.Active), FirstName: first, LastName: last, Sex: r.sex(p.Gender),
		DateOfBirth: born, DeceasedAt: deceased,
	}, nil
}

// doctor returns the first general practitioner who is a person; nil if none is named.
func (p *patient) doctor(r *reading) *DoctorName {
	for _, given := range p.GeneralPractitioner {
		if key, err := r.resolve("generalPractitioner", "Practitioner", given); err == nil {
			return &DoctorName{Key: &key}
		}
	}
	return nil
}

// institution returns the managing organization. It fails on a bad reference only if the source speaks for a single institution.
func (p *patient) institution(r *reading) (*Key, error) {
	if p.ManagingOrganization == nil || r.Namespace == "" {
		return nil, nil
	}
	key, err := r.resolve("managingOrganization", "Organization", *p.ManagingOrganization)
	return &key, err
}

// deceased returns when the patient died. A death without a date can't be stored and must not be lost, so it is an error.
func (p *patient) deceased() (*string, error) {
	if p.DeceasedDateTime == "" {
		if p.DeceasedBoolean {
			return nil, issue("deceasedBoolean", "no_date_of_death", "the date of death is required for the deceased")
		}
		return nil, nil
	}
	at, err := parseInstant("deceasedDateTime", p.DeceasedDateTime)
	return &at, err
}

// personName returns the official name, else the usual name, else the first name that isn't a former one.
func personName(names []humanName) (first, last string, err error) {
	rank := func(n humanName) int {
		if i := slices.Index([]string{"official", "usual", "", "temp", "nickname", "anonymous"}, n.Use); i >= 0 {
			return i
		}
		return len(n.Use) + 10 // maiden, old
	}
	if len(names) > 0 {
		name := slices.MinFunc(names, func(a, b humanName) int { return rank(a) - rank(b) })
		last = trim(name.Family)
		first = firstText(name.Given...)
	}
	if first == "" || last == "" || longer(first, maxPersonName) || longer(last, maxPersonName) {
		return "", "", issue("name", "invalid_name", "a given and a family name of 1 to %d characters are required", maxPersonName)
	}
	if !characters.IsName(first) || !characters.IsName(last) {
		return "", "", issue("name", "invalid_name", "a name has letters, digits, spaces and the punctuation of names only")
	}
	return first, last, nil
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

// licenceNumber returns the National Provider Identifier, else the first identifier that can be a licence number.
func licenceNumber(identifiers []identifier) (string, error) {
	found := ""
	for _, i := range identifiers {
		value := strings.TrimSpace(i.Value)
		if !licenceFormat.MatchString(value) {
			continue
		}
		if i.System == usNPI {
			return value, nil
		}
		if found == "" {
			found = value
		}
	}
	if found == "" {
		return "", issue("identifier", "no_licence", "an identifier that can be a licence number is required: letters and digits, at most 50")
	}
	return found, nil
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
