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
	// AreaCode is empty where the country has none or the number doesn't tell.
	AreaCode string
}

// ErrPhone says that a text is no phone number.
var ErrPhone = errors.New("this is no international phone number such as +16175550100")

// ParsePhone reads a number that is written internationally, with a plus sign. The number must be possible; that it is
// assigned to somebody is not asked.
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
