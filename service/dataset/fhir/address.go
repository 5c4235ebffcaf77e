package fhir

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Address is a postal address. Country is an alpha-2 code, and Region an ISO 3166-2 code.
type Address struct {
	Use        string  `json:"use"`
	Line1      string  `json:"line1"`
	Line2      *string `json:"line2"`
	City       string  `json:"city"`
	PostalCode *string `json:"postal_code"`
	Region     *string `json:"region"`
	Country    string  `json:"country"`
	Latitude   *string `json:"latitude"`
	Longitude  *string `json:"longitude"`
}

// Maximum lengths of address columns, in characters.
const (
	maxLine       = 200
	maxCity       = 100
	maxPostalCode = 20
)

// old is the use of what no longer holds.
const old = "old"

// addressUses are the uses of addresses, the best first.
var addressUses = []string{"home", "work", "temp", "billing", old}

// addresses keeps the first address of each use. What is left out is kept as it came.
func (r *reading) addresses(sorted []address) []Address {
	kept := []Address{}
	for _, a := range sorted {
		read, i := r.address(a)
		switch {
		case i != nil:
			r.warn(i)
			r.keep("address")
		case slices.ContainsFunc(kept, func(k Address) bool { return k.Use == read.Use }):
			r.warn(issue("address", "second_address", "only one address of each use is stored; all are kept as they came"))
			r.keep("address")
		default:
			kept = append(kept, read)
		}
		if !a.plain() {
			r.keep("address")
		}
	}
	return kept
}

// byUse returns the addresses with the use that each has today, the best first. An address whose time is over is an old one. use is
// that of addresses without one, and the best.
func byUse(given []address, use string) []address {
	sorted := slices.Clone(given)
	for i := range sorted {
		switch a := &sorted[i]; {
		case a.Period.over():
			a.Use = old
		case !slices.Contains(addressUses, a.Use):
			a.Use = use
		}
	}
	rank := func(a address) int {
		at := slices.Index(addressUses, a.Use)
		if a.Use == use {
			at = -1
		}
		if a.Period.coming() {
			at += len(addressUses)
		}
		return at
	}
	slices.SortStableFunc(sorted, func(a, b address) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(b.Period.last(), a.Period.last()))
	})
	return sorted
}

func (r *reading) address(a address) (Address, *Issue) {
	lines := slices.DeleteFunc(slices.Clone(a.Line), func(line string) bool { return trim(line) == "" })
	read := Address{Use: a.Use, City: trim(a.City), Country: r.country(a.Country)}
	if len(lines) == 0 || read.City == "" || read.Country == "" {
		return read, issue("address", "incomplete_address", "a line, a city and a known country are required")
	}
	read.Line1 = trim(lines[0])
	read.Line2 = optional(trim(strings.Join(lines[1:], ", ")))
	read.PostalCode = optional(trim(a.PostalCode))
	read.Region = r.region(read.Country, a.State)
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

// plain reports whether an address has nothing but what [Address] holds.
func (a address) plain() bool { return a.Type == "" && a.District == "" && a.Period == nil }

// countryOf returns the country whose numbers a person's phones are, if they don't say so: that of the first address with one.
func (r *reading) countryOf(sorted []address) string {
	for _, a := range sorted {
		if code := r.country(a.Country); code != "" || trim(a.Country) != "" {
			return code
		}
	}
	return r.country("")
}

// country returns the alpha-2 code of a country given by code or name; the default country for an empty text, or "".
func (r *reading) country(text string) string {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return r.Country
	case r.Countries == nil && len(text) == 2:
		return strings.ToUpper(text)
	}
	return r.Countries.Find("", text)
}

// region returns the code of a region in a country, given by code or name; nil if there is none.
func (r *reading) region(country, text string) *string {
	text = trim(text)
	if r.Regions == nil {
		return optional(text)
	}
	code := r.Regions.Find(country, text)
	if text != "" && code == "" {
		r.warn(issue("address", "unknown_region", "the country has no such region"))
		r.keep("address")
	}
	return optional(code)
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
