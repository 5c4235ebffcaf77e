package contact

import (
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/phone"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Phone is a phone.
type Phone struct {
	Contact
	Number      string  `json:"number" set:"create,update" maxLength:"40" example:"+16175550100" doc:"International, with a plus sign; kept as E.164. It must be possible; whether it is assigned is not asked."`
	CountryCode string  `json:"country_code" example:"1" doc:"The calling code, the number's first digits."`
	AreaCode    *string `json:"area_code" example:"617" doc:"The digits after it; null where the country has none or the number doesn't tell."`
	Extension   *string `json:"extension" set:"create,update" pattern:"^[0-9]{1,10}$" example:"12"`
	Type        string  `json:"type" set:"create,update" catalog:"phone_types" column:"phone_type_id" default:"mobile" maxLength:"50" example:"mobile" doc:"A code of the catalog phone types."`
}

func phones(o collection.Options) *Collection[Phone] {
	table := resource.TableOf[Phone](func(c *ent.Client) *ent.PhoneClient { return c.Phone })
	return of(o, "phone", table, phone.FieldNumber, []string{"number", "extension"}, func(e *resource.Edit[Phone]) {
		if !e.Sets("number") {
			return
		}
		parsed, err := ParsePhone(e.After.Number)
		e.Refuse(err != nil, "/number", "format", "This is no international phone number such as +16175550100.")
		e.After.Number, e.After.CountryCode, e.After.AreaCode = parsed.Number, parsed.CountryCode, nil
		if parsed.AreaCode != "" {
			e.After.AreaCode = &parsed.AreaCode
		}
	})
}
