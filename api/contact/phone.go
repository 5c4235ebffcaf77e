package contact

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/contact"
)

// PhoneBody is a phone in an answer.
type PhoneBody struct {
	ContactBody
	Number      string  `json:"number" example:"+16175550100" doc:"E.164."`
	CountryCode string  `json:"country_code" example:"1" doc:"The calling code, the number's first digits."`
	AreaCode    *string `json:"area_code" example:"617" doc:"The digits after it; null where the country has none or the number doesn't tell."`
	Extension   *string `json:"extension" example:"12"`
	Type        string  `json:"type" example:"mobile" doc:"A code of the catalog phone types."`
}

func (b PhoneBody) version() int { return b.Version }

// ToPhone is the body of a phone.
func ToPhone(p *contact.Phone) PhoneBody {
	return PhoneBody{toContact(p.Contact), p.Number, p.CountryCode, p.AreaCode, p.Extension, p.Type}
}

type phoneAdditionBody struct {
	Number    string  `json:"number" maxLength:"40" example:"+16175550100" doc:"International, with a plus sign; kept as E.164. It must be possible; whether it is assigned is not asked."`
	Extension *string `json:"extension,omitempty" pattern:"^[0-9]{1,10}$" example:"12"`
	Type      string  `json:"type,omitempty" maxLength:"50" default:"mobile" doc:"A code of the catalog phone types."`
}

func (b phoneAdditionBody) values() contact.PhoneValues {
	return contact.PhoneValues{Number: given(b.Number), Extension: optional(b.Extension), Type: given(b.Type)}
}

type phonePatchBody struct {
	Number    endpoint.Optional[string] `json:"number,omitempty" maxLength:"40" example:"+16175550100" doc:"International, with a plus sign; kept as E.164."`
	Extension endpoint.Optional[string] `json:"extension,omitempty" pattern:"^[0-9]{1,10}$" example:"12"`
	Type      endpoint.Optional[string] `json:"type,omitempty" maxLength:"50" example:"mobile" doc:"A code of the catalog phone types."`
}

func (b phonePatchBody) values() contact.PhoneValues {
	return contact.PhoneValues{Number: b.Number.Optional, Extension: b.Extension.Optional, Type: b.Type.Optional}
}
