package auth

import (
	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/service/auth"
)

// realm is where one kind of accounts finds the operations; both have the same.
type realm struct {
	of auth.Realm
	// path is before every operation's, prefix before every operation's id.
	path, prefix string
	// who tells in a summary whom the operation is for.
	who string
}

var realms = []realm{
	{auth.Users, "/api/v1/auth", "", ""},
	{auth.Staff, "/api/v1/cms/auth", "cms-", " (staff)"},
}

// operation completes an operation of the realm, whose id, path and summary are those of users.
func (r realm) operation(op huma.Operation) huma.Operation {
	op.OperationID = r.prefix + op.OperationID
	op.Path = r.path + op.Path
	op.Summary += r.who
	op.Tags = []string{"auth"}
	return op
}

// nothing is an answer without a body.
type nothing struct{}
