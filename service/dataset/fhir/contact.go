package fhir

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/predicthealth/predicthealth/internal/characters"
	"github.com/predicthealth/predicthealth/internal/phone"
)

// Contacts are the identifiers and contact data of a person or institution.
type Contacts struct {
	Identifiers []Key     `json:"identifiers"`
	Phones      []Phone   `json:"phones"`
	Emails      []Email   `json:"emails"`
	Addresses   []Address `json:"addresses"`
}

// Phone is a number in E.164 with its parts.
type Phone struct {
	Number      string  `json:"number"`
	CountryCode string  `json:"country_code"`
	AreaCode    *string `json:"area_code"`
	Extension   *string `json:"extension"`
	Type        string  `json:"type"` // code of phone_types
}

// Email is an email address in lower case.
type Email struct {
	Email string `json:"email"`
	Type  string `json:"type"` // code of email_types
}

// Address is a postal address. Country is an alpha-2 code, and State is as the source writes it.
type Address struct {
	Use        string  `json:"use"`
	Line1      string  `json:"line1"`
	Line2      *string `json:"line2"`
	City       string  `json:"city"`
	PostalCode *string `json:"postal_code"`
	State      *string `json:"state"`
	Country    string  `json:"country"`
	Latitude   *string `json:"latitude"`
	Longitude  *string `json:"longitude"`
}

// Maximum lengths of contact columns, in characters.
const (
	maxLine       = 200
	maxCity       = 100
	maxPostalCode = 20
)

// contacts reads identifiers and contact data; use is the default for contacts without one. What can't be stored is left
// out with a warning.
func (r *reading) contacts(key Key, identifiers []identifier, telecom []contactPoint, addresses []address, use string) Contacts {
	c := Contacts{
		Identifiers: r.identifiers(key, identifiers), Phones: []Phone{}, Emails: []Email{}, Addresses: r.addresses(addresses, use),
	}
	country := r.country("")
	if len(c.Addresses) > 0 {
		country = c.Addresses[0].Country
	}
	for _, point := range telecom {
		kind := point.Use
		if !slices.Contains([]string{"home", "work", "temp", "old", "mobile"}, kind) {
			kind = use
		}
		switch point.System {
		case "phone", "sms":
			r.addPhones(&c, point.Value, country, kind)
		case "email":
			r.addEmail(&c, point.Value, kind)
		}
	}
	return c
}

func (r *reading) identifiers(own Key, given []identifier) []Key {
	keys := []Key{own}
	if byID, err := r.keyOf("id", r.resource, r.id); err == nil && r.id != "" && byID != own {
		keys = append(keys, byID) // a Bundle's URN names the resource, and its id does
	}
	for _, i := range given {
		key := r.identified(i)
		switch {
		case !key.valid():
			r.warn(issue("identifier", "invalid_identifier", "a system and a value of at most %d bytes are required", maxIdentifier))
		case !slices.Contains(keys, key):
			keys = append(keys, key)
		}
	}
	return keys
}

func (r *reading) addPhones(c *Contacts, text, country, kind string) {
	numbers, all := phone.ParseAll(text, country)
	if !all {
		r.warn(issue("telecom", "invalid_phone", "not surely a phone number, or one without its area code"))
	}
	for _, n := range numbers {
		read := Phone{Number: n.E164, CountryCode: n.CountryCode, AreaCode: optional(n.AreaCode), Extension: optional(n.Extension), Type: kind}
		same := func(p Phone) bool { return p.Number == read.Number && value(p.Extension) == value(read.Extension) }
		if !slices.ContainsFunc(c.Phones, same) {
			c.Phones = append(c.Phones, read)
		}
	}
}

func (r *reading) addEmail(c *Contacts, value, kind string) {
	email := strings.ToLower(strings.TrimSpace(value))
	if !characters.IsEmail(email) {
		r.warn(issue("telecom", "invalid_email", "not an email address"))
		return
	}
	if kind == "mobile" {
		kind = "home"
	}
	if !slices.ContainsFunc(c.Emails, func(e Email) bool { return e.Email == email }) {
		c.Emails = append(c.Emails, Email{Email: email, Type: kind})
	}
}

// addresses keeps the first address of each use.
func (r *reading) addresses(given []address, use string) []Address {
	kept := []Address{}
	for _, a := range given {
		read, i := r.address(a, use)
		switch {
		case i != nil:
			r.warn(i)
		case slices.ContainsFunc(kept, func(k Address) bool { return k.Use == read.Use }):
			r.warn(issue("address", "second_address", "only the first address for each use is stored"))
		default:
			kept = append(kept, read)
		}
	}
	return kept
}

func (r *reading) address(a address, use string) (Address, *Issue) {
	lines := slices.DeleteFunc(slices.Clone(a.Line), func(line string) bool { return trim(line) == "" })
	read := Address{Use: a.Use, City: trim(a.City), Country: r.country(a.Country)}
	if !slices.Contains([]string{"home", "work", "temp", "old", "billing"}, a.Use) {
		read.Use = use
	}
	if len(lines) == 0 || read.City == "" || read.Country == "" {
		return read, issue("address", "incomplete_address", "a line, a city and a country are required")
	}
	read.Line1 = trim(lines[0])
	read.Line2 = optional(trim(strings.Join(lines[1:], ", ")))
	read.PostalCode = optional(trim(a.PostalCode))
	read.State = optional(trim(a.State))
	if longer(read.Line1, maxLine) || longer(value(read.Line2), maxLine) || longer(read.City, maxCity) ||
		longer(value(read.PostalCode), maxPostalCode) {
		return read, issue("address", "address_too_long", "a part is too long")
	}
	var ok bool
	if read.Latitude, read.Longitude, ok = position(a.Extension); !ok {
		r.warn(issue("address", "invalid_position", "latitude or longitude is missing or out of range"))
	}
	return read, nil
}

// country returns the alpha-2 code of a country given by code or name; the default country for an empty text, or "".
func (r *reading) country(text string) string {
	text = strings.TrimSpace(text)
	if text == "" {
		return r.Country
	}
	if code, known := r.Countries[strings.ToLower(text)]; known {
		return code
	}
	if len(text) == 2 && r.Countries == nil {
		return strings.ToUpper(text)
	}
	return ""
}

const geolocation = "http://hl7.org/fhir/StructureDefinition/geolocation"

// position returns latitude and longitude in degrees, both or neither.
func position(extensions []extension) (latitude, longitude *string, ok bool) {
	for _, e := range extensions {
		if e.URL != geolocation {
			continue
		}
		for _, part := range e.Extension {
			switch part.URL {
			case "latitude":
				latitude = degrees(string(part.ValueDecimal), 90)
			case "longitude":
				longitude = degrees(string(part.ValueDecimal), 180)
			}
		}
		if latitude == nil || longitude == nil {
			return nil, nil, false
		}
	}
	return latitude, longitude, true
}

func degrees(text string, limit float64) *string {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || n < -limit || n > limit {
		return nil
	}
	return optional(strconv.FormatFloat(n, 'f', 6, 64))
}

func longer(text string, characters int) bool { return utf8.RuneCountInString(text) > characters }

func value(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
