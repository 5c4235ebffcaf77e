package fhir

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/predicthealth/predicthealth/internal/characters"
	"github.com/predicthealth/predicthealth/internal/phone"
)

// Contacts are the identifiers and contact data of a person or institution. Of each kind, the first is the best, and none is
// better than an old one.
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

// contacts reads identifiers and contact data; use is the default for contacts without one. What can't be stored is kept as it
// came, with a warning.
func (r *reading) contacts(key Key, identifiers []identifier, telecom []contactPoint, addresses []address, use string) Contacts {
	addresses = byUse(addresses, use)
	c := Contacts{
		Identifiers: r.identifiers(key, identifiers), Phones: []Phone{}, Emails: []Email{}, Addresses: r.addresses(addresses),
	}
	country := r.countryOf(addresses)
	for _, point := range ranked(telecom, use) {
		switch point.System {
		case "phone", "sms":
			r.addPhones(&c, point.Value, country, point.Use)
		case "email":
			r.addEmail(&c, point.Value, point.Use)
		case "url":
			if r.resource != "Organization" {
				r.keep("telecom")
			}
		default: // a fax is not a phone
			r.keep("telecom")
		}
		if point.Period != nil {
			r.keep("telecom")
		}
	}
	return c
}

// contactUses are the uses of contacts.
var contactUses = []string{"home", "work", "temp", "mobile", old}

// ranked returns the contacts with the use that each has today, the best first: those of today, by rank. A contact whose time
// is over is an old one.
func ranked(telecom []contactPoint, use string) []contactPoint {
	sorted := slices.Clone(telecom)
	for i := range sorted {
		switch point := &sorted[i]; {
		case point.Period.over():
			point.Use = old
		case !slices.Contains(contactUses, point.Use):
			point.Use = use
		}
	}
	group := func(p contactPoint) int {
		switch {
		case p.Use == old:
			return 3
		case p.Period.coming():
			return 2
		case p.Use == "temp" && p.Rank == 0:
			return 1
		}
		return 0
	}
	const unranked = 1 << 31
	slices.SortStableFunc(sorted, func(a, b contactPoint) int {
		return cmp.Or(cmp.Compare(group(a), group(b)), cmp.Compare(cmp.Or(a.Rank, unranked), cmp.Or(b.Rank, unranked)))
	})
	return sorted
}

// identifiers returns the keys of the resource. Their types are kept as they came.
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
			r.keep("identifier")
		case !slices.Contains(keys, key):
			keys = append(keys, key)
		}
		if i.Type != nil || i.Use == old {
			r.keep("identifier")
		}
	}
	return keys
}

func (r *reading) addPhones(c *Contacts, text, country, kind string) {
	numbers, all := phone.ParseAll(text, country)
	if !all {
		r.warn(issue("telecom", "invalid_phone", "not surely a phone number, or one without its area code"))
		r.keep("telecom")
	}
	for _, n := range numbers {
		read := Phone{Number: n.E164, CountryCode: n.CountryCode, AreaCode: optional(n.AreaCode), Extension: optional(n.Extension), Type: kind}
		same := func(p Phone) bool { return p.Number == read.Number && value(p.Extension) == value(read.Extension) }
		if !slices.ContainsFunc(c.Phones, same) {
			c.Phones = append(c.Phones, read)
		}
	}
}

func (r *reading) addEmail(c *Contacts, text, kind string) {
	email := strings.ToLower(strings.TrimSpace(text))
	if !characters.IsEmail(email) {
		r.warn(issue("telecom", "invalid_email", "not an email address"))
		r.keep("telecom")
		return
	}
	if kind == "mobile" {
		kind = "home"
	}
	if !slices.ContainsFunc(c.Emails, func(e Email) bool { return e.Email == email }) {
		c.Emails = append(c.Emails, Email{Email: email, Type: kind})
	}
}

func longer(text string, characters int) bool { return utf8.RuneCountInString(text) > characters }

func value(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
