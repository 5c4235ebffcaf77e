package contact

import (
	"strings"

	"github.com/predicthealth/predicthealth/ent/email"
	"github.com/predicthealth/predicthealth/ent/identifier"
	"github.com/predicthealth/predicthealth/ent/phone"
	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Lookup finds people by what identifies them or how to reach them, exactly. Empty values select all.
type Lookup struct {
	// Identifier is another system's number: the system's URI and the value with a bar between them, or only the value.
	Identifier string
	// Phone is an international number in any notation, Email an address in any case; one of the person's several matches.
	Phone, Email string
}

// Given says whether the look-up selects anything.
func (l Lookup) Given() bool { return l != Lookup{} }

// Sought adds what is looked up to what a list says of its search; see [page.Selection.Sought].
func (l Lookup) Sought(sought map[string]string) map[string]string {
	for name, value := range map[string]string{"identifier": l.Identifier, "phone": l.Phone, "email": l.Email} {
		if value != "" {
			sought[name] = value
		}
	}
	return sought
}

// Where narrows a statement on the owners of a kind. It adds to the checks what is wrong with the look-up.
func (l Lookup) Where(kind OwnerKind, c *service.Checks) resource.Where {
	owner := string(kind) + "_id"
	var all []resource.Where
	if l.Identifier != "" {
		values := map[string]string{identifier.FieldValue: l.Identifier}
		if system, value, both := strings.Cut(l.Identifier, "|"); both {
			values = map[string]string{identifier.FieldSystem: system, identifier.FieldValue: value}
		}
		all = append(all, search.Having[resource.Where](identifier.Table, owner, values))
	}
	if l.Phone != "" {
		number := CheckDirectPhone(c, "/phone", "+"+strings.TrimLeft(l.Phone, "+ ")) // in a URL, a bare plus sign is a space
		all = append(all, search.Having[resource.Where](phone.Table, owner, map[string]string{phone.FieldNumber: number.E164}))
	}
	if l.Email != "" {
		address, fault := auth.NormalizeEmail("/email", l.Email)
		if fault != nil {
			c.Fields = append(c.Fields, *fault)
		}
		all = append(all, search.Having[resource.Where](email.Table, owner, map[string]string{email.FieldEmail: address}))
	}
	return resource.And(all...)
}
