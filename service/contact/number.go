package contact

import (
	"errors"
	"strconv"

	"github.com/nyaruka/phonenumbers"
)

// PhoneNumber is an international phone number.
type PhoneNumber struct {
	// Number is E.164, such as +16175550100.
	Number string

	parsed *phonenumbers.PhoneNumber
}

// ErrPhone is the error for a text that is not an international phone number.
var ErrPhone = errors.New("this is not an international phone number; write one such as +16175550100")

// ParsePhone reads a number in international format, with a plus sign. The number must be possible, but need not be
// assigned to anybody.
func ParsePhone(text string) (PhoneNumber, error) {
	number, err := phonenumbers.Parse(text, "ZZ")
	if err != nil || !phonenumbers.IsPossibleNumber(number) {
		return PhoneNumber{}, ErrPhone
	}
	return PhoneNumber{phonenumbers.Format(number, phonenumbers.E164), number}, nil
}

// Parts returns the calling code, without the plus sign, and the area code, which is empty if the country has none or if
// the number doesn't contain it. It returns nothing for the zero PhoneNumber.
func (n PhoneNumber) Parts() (countryCode, areaCode string) {
	if n.parsed == nil {
		return "", ""
	}
	national := phonenumbers.GetNationalSignificantNumber(n.parsed)
	return strconv.Itoa(int(n.parsed.GetCountryCode())), national[:phonenumbers.GetLengthOfGeographicalAreaCode(n.parsed)]
}
