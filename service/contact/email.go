package contact

import (
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/email"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Email is an e-mail address for contact. The address that an account signs in with is part of the account.
type Email struct {
	Contact
	Address string `json:"email" set:"create,update" maxLength:"254" example:"ana@example.org" doc:"Stored in lower case."`
	Type    string `json:"type" set:"create,update" catalog:"email_types" column:"email_type_id" default:"home" maxLength:"50" example:"home" doc:"A code from the catalog of e-mail types."`
}

func emails(o collection.Options) *Collection[Email] {
	table := resource.TableOf[Email](func(c *ent.Client) *ent.EmailClient { return c.Email })
	return of(o, "email", table, []string{email.FieldEmail}, []string{"email"}, func(e *resource.Edit[Email]) {
		if !e.Sets("email") {
			return
		}
		normal, fault := auth.NormalizeEmail("/email", e.After.Address)
		if fault != nil {
			e.Fields = append(e.Fields, *fault)
		}
		e.After.Address = normal
	})
}
