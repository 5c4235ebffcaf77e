package contact

import (
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/phone"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Phone is a phone number for contact.
type Phone struct {
	Contact
	Number      string  `json:"number" set:"create,update" maxLength:"40" example:"+16175550100" doc:"In international format, with a plus sign. Stored as E.164. The number must be possible, but need not be assigned."`
	CountryCode string  `json:"calling_code" column:"country_code" example:"1" doc:"The calling code: the first digits of the number."`
	AreaCode    *string `json:"area_code" example:"617" doc:"The digits after the calling code; null if the country has none, or if the number doesn't contain it."`
	Extension   *string `json:"extension" set:"create,update" pattern:"^[0-9]{1,10}$" example:"12"`
	Type        string  `json:"type" set:"create,update" catalog:"phone_types" column:"phone_type_id" default:"mobile" maxLength:"50" example:"mobile" doc:"A code from the catalog of phone types."`
}

func phones(o collection.Options) *Collection[Phone] {
	table := resource.TableOf[Phone](func(c *ent.Client) *ent.PhoneClient { return c.Phone })
	return of(o, "phone", table, phone.FieldNumber, []string{"number", "extension"}, func(e *resource.Edit[Phone]) {
		if !e.Sets("number") {
			return
		}
		parsed, err := ParsePhone(e.After.Number)
		e.Refuse(err != nil, "/number", "format", "This is not an international phone number. Write one such as +16175550100.")
		e.After.Number, e.After.AreaCode = parsed.Number, nil
		var areaCode string
		if e.After.CountryCode, areaCode = parsed.Parts(); areaCode != "" {
			e.After.AreaCode = &areaCode
		}
	})
}
