package contact

import (
	"errors"
	"strconv"

	"github.com/nyaruka/phonenumbers"
)

// PhoneNumber is a phone number in its parts.
type PhoneNumber struct {
	// Number is E.164, such as +16175550100.
	Number string
	// CountryCode is the calling code, without the plus sign.
	CountryCode string
	// AreaCode is empty if the country has none, or if the number doesn't contain it.
	AreaCode string
}

// ErrPhone is the error for a text that is not an international phone number.
var ErrPhone = errors.New("this is not an international phone number; expected something like +16175550100")

// ParsePhone reads a number in international format, with a plus sign. The number must be possible, but need not be
// assigned to anybody.
func ParsePhone(text string) (PhoneNumber, error) {
	number, err := phonenumbers.Parse(text, "ZZ")
	if err != nil || !phonenumbers.IsPossibleNumber(number) {
		return PhoneNumber{}, ErrPhone
	}
	national := phonenumbers.GetNationalSignificantNumber(number)
	return PhoneNumber{
		Number:      phonenumbers.Format(number, phonenumbers.E164),
		CountryCode: strconv.Itoa(int(number.GetCountryCode())),
		AreaCode:    national[:phonenumbers.GetLengthOfGeographicalAreaCode(number)],
	}, nil
}
