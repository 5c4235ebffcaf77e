package contact

import (
	"github.com/predicthealth/predicthealth/ent"
	entphone "github.com/predicthealth/predicthealth/ent/phone"
	"github.com/predicthealth/predicthealth/internal/phone"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Phone is a phone number for contact.
type Phone struct {
	Contact
	Number      string  `json:"number" set:"create,update" maxLength:"40" example:"+16175550100" doc:"In international format, with a plus sign; it may have the extension too. Stored as E.164. The number must be possible, but need not be assigned."`
	CountryCode string  `json:"calling_code" column:"country_code" example:"1" doc:"The calling code: the first digits of the number."`
	AreaCode    *string `json:"area_code" example:"617" doc:"The digits after the calling code; null if the country has none, or if the number doesn't contain it."`
	Extension   *string `json:"extension" set:"create,update" pattern:"^[0-9]{1,10}$" example:"12"`
	Type        string  `json:"type" set:"create,update" catalog:"phone_types" column:"phone_type_id" default:"mobile" maxLength:"50" example:"mobile" doc:"A code from the catalog of phone types."`
}

func phones(o collection.Options) *Collection[Phone] {
	table := resource.TableOf[Phone](func(c *ent.Client) *ent.PhoneClient { return c.Phone })
	return of(o, "phone", table, []string{entphone.FieldNumber, entphone.FieldID}, []string{"number", "extension"}, func(e *resource.Edit[Phone]) {
		if !e.Sets("number") {
			return
		}
		given := e.After.Extension
		if !e.Sets("extension") {
			given = nil
		}
		number := CheckPhone(e, "", e.After.Number, given)
		e.After.Number, e.After.CountryCode, e.After.AreaCode = number.E164, number.CountryCode, present(number.AreaCode)
		if number.Extension != "" {
			e.After.Extension = &number.Extension
		}
	})
}

// CheckPhone reads a number, and the extension if a member of its own gives one, of the object at a pointer. The number may
// contain the extension too.
func CheckPhone(c refuser, pointer, text string, extension *string) phone.Number {
	number, err := phone.Parse(text, "")
	c.Refuse(err != nil, pointer+"/number", "format", notPhone)
	if extension == nil || *extension == "" {
		return number
	}
	c.Refuse(number.Extension != "" && number.Extension != *extension, pointer+"/number", "format", "The number has another extension.")
	number.Extension = *extension
	return number
}

// CheckDirectPhone reads a number that has no extension, at a pointer.
func CheckDirectPhone(c refuser, pointer, text string) phone.Number {
	number, err := phone.Parse(text, "")
	c.Refuse(err != nil || number.Extension != "", pointer, "format", notPhone)
	return number
}

const notPhone = "This is not an international phone number. Write one such as +16175550100."

// refuser collects what is wrong with a request.
type refuser interface {
	Refuse(wrong bool, pointer, code, message string)
}

// present returns nil for an empty text.
func present(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
