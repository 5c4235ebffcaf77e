// Package contact knows how people and institutions are reached.
package contact

import (
	"errors"
	"strconv"

	"github.com/nyaruka/phonenumbers"
)

// Phone is a phone number in its parts.
type Phone struct {
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
func ParsePhone(text string) (Phone, error) {
	number, err := phonenumbers.Parse(text, "ZZ")
	if err != nil || !phonenumbers.IsPossibleNumber(number) {
		return Phone{}, ErrPhone
	}
	national := phonenumbers.GetNationalSignificantNumber(number)
	return Phone{
		Number:      phonenumbers.Format(number, phonenumbers.E164),
		CountryCode: strconv.Itoa(int(number.GetCountryCode())),
		AreaCode:    national[:phonenumbers.GetLengthOfGeographicalAreaCode(number)],
	}, nil
}
