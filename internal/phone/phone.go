// Package phone reads phone numbers as people write them. A number that isn't certain is refused, never guessed: a wrong
// number is somebody else's.
package phone

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// Number is a number in E.164 with its parts.
type Number struct {
	E164        string // +16175550100
	CountryCode string // the calling code, without the plus sign
	AreaCode    string // empty if the country has none, or if the number doesn't contain it
	Extension   string // digits; empty if there is none
}

// Errors of [Parse].
var (
	// ErrNumber is the error for a text that is not surely a phone number.
	ErrNumber = errors.New("this is not an international phone number; write one such as +16175550100")
	// ErrSeveral is the error for a text with more than one number, where only one can be.
	ErrSeveral = errors.New("this is more than one phone number")
)

// Parse reads a text that holds one number. A number without a plus sign is one of the country, an ISO 3166-1 alpha-2 code;
// with an empty country, it is refused. A number must be possible, but need not be assigned to anybody.
func Parse(text, country string) (Number, error) {
	if area := plainAmerican.FindStringSubmatch(text); area != nil { // the library would say the same, after long thought
		return Number{E164: text, CountryCode: "1", AreaCode: area[1]}, nil
	}
	if plain.MatchString(text) { // without looking for other notations, in half the time
		number, ok := parse(text, country, 1)
		if !ok {
			return Number{}, ErrNumber
		}
		return number, nil
	}
	numbers, all := ParseAll(text, country)
	switch {
	case !all || len(numbers) == 0:
		return Number{}, ErrNumber
	case len(numbers) > 1:
		return Number{}, ErrSeveral
	}
	return numbers[0], nil
}

const (
	// maxExtension is how many digits an extension may have.
	maxExtension = 10
	// shortest is how many digits a number has at least, without its calling code, where a text may hold several.
	shortest = 7
	// longestLocal is how many digits a number without its area code has at most.
	longestLocal = 8
)

var (
	// written matches the notations of one number: digits, with what people put between them.
	written = regexp.MustCompile(`^(?:\+|＋)?[\p{Nd}\s()\[\]./~‐-―−-]+$`)
	// plain matches a number as it is stored.
	plain = regexp.MustCompile(`^\+[0-9]+$`)
	// plainAmerican is a plain number of the calling code 1: see american.
	plainAmerican = regexp.MustCompile(`^\+1([2-9][0-9]{2})[0-9]{7}$`)
	// label goes before a number and says nothing about it.
	label = regexp.MustCompile(`(?i)^\s*(?:tel:|(?:tel|phone|telefon|telephone|teléfono|telefono|fon)\s*[.:]+)\s*`)
	// e164 is the format that the database takes: some countries have possible numbers that are shorter or longer.
	e164 = regexp.MustCompile(`^\+[1-9][0-9]{6,14}$`)
	// american matches what follows the calling code 1: area codes don't begin with 0 or 1. What follows them may, in made-up numbers.
	american = regexp.MustCompile(`^[2-9][0-9]{9}$`)
	// mexicanPrefix was dialled before Mexican numbers until 2019.
	mexicanPrefix = regexp.MustCompile(`^(?:1|01|02|044|045)([0-9]{10})$`)
)

// parse reads a number without extension. The national part has at least so many digits.
func parse(text, country string, digits int) (Number, bool) {
	text = strings.TrimSpace(text)
	if !written.MatchString(text) {
		return Number{}, false
	}
	parsed, err := phonenumbers.Parse(text, region(country))
	if err != nil {
		return Number{}, false
	}
	national := phonenumbers.GetNationalSignificantNumber(parsed)
	if short := mexicanPrefix.FindStringSubmatch(national); short != nil && parsed.GetCountryCode() == mexico {
		if parsed, err = phonenumbers.Parse("+52"+short[1], ""); err != nil {
			return Number{}, false
		}
		national = short[1]
	}
	number := Number{E164: phonenumbers.Format(parsed, phonenumbers.E164), CountryCode: strconv.Itoa(int(parsed.GetCountryCode()))}
	if phonenumbers.IsPossibleNumberWithReason(parsed) != phonenumbers.IS_POSSIBLE || !e164.MatchString(number.E164) ||
		len(national) < digits || parsed.GetCountryCode() == northAmerica && !american.MatchString(national) || !complete(text, country, national, parsed) {
		return Number{}, false
	}
	if length := areaLength(parsed); length > 0 && length < len(national) {
		number.AreaCode = national[:length]
	}
	return number, true
}

// Calling codes.
const (
	northAmerica = 1
	mexico       = 52
)

func areaLength(parsed *phonenumbers.PhoneNumber) int {
	if parsed.GetCountryCode() == northAmerica {
		return 3 // unassigned numbers have an area code too
	}
	return phonenumbers.GetLengthOfGeographicalAreaCode(parsed)
}

// complete says whether a text contains the area code of its number. Where area codes follow a 0, a number without the 0 may
// lack both: it has an area code if it is longer than local numbers are, and assigned.
func complete(text, country, national string, parsed *phonenumbers.PhoneNumber) bool {
	digits := phonenumbers.NormalizeDigitsOnly(text)
	if strings.ContainsAny(text, "+＋") || strings.HasPrefix(digits, "0") ||
		phonenumbers.GetNddPrefixForRegion(region(country), true) != "0" {
		return true
	}
	return len(national) > longestLocal && digits == national && phonenumbers.IsValidNumber(parsed)
}

// region is how the library calls a country; ZZ is none.
func region(country string) string {
	if country == "" {
		return "ZZ"
	}
	return country
}
