package contact

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/contact"
)

// EmailBody is an e-mail address in an answer.
type EmailBody struct {
	ContactBody
	Email string `json:"email" example:"ana@example.org"`
	Type  string `json:"type" example:"home" doc:"A code of the catalog e-mail types."`
}

func (b EmailBody) version() int { return b.Version }

// ToEmail is the body of an e-mail address.
func ToEmail(e *contact.Email) EmailBody { return EmailBody{toContact(e.Contact), e.Address, e.Type} }

type emailAdditionBody struct {
	Email string `json:"email" maxLength:"254" example:"ana@example.org" doc:"Kept in lower case."`
	Type  string `json:"type,omitempty" maxLength:"50" default:"home" doc:"A code of the catalog e-mail types."`
}

func (b emailAdditionBody) values() contact.EmailValues {
	return contact.EmailValues{Address: given(b.Email), Type: given(b.Type)}
}

type emailPatchBody struct {
	Email endpoint.Optional[string] `json:"email,omitempty" maxLength:"254" example:"ana@example.org" doc:"Kept in lower case."`
	Type  endpoint.Optional[string] `json:"type,omitempty" maxLength:"50" example:"home" doc:"A code of the catalog e-mail types."`
}

func (b emailPatchBody) values() contact.EmailValues {
	return contact.EmailValues{Address: b.Email.Optional, Type: b.Type.Optional}
}
