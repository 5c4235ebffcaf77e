package authentication

import (
	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/service/auth"
)

// realm is where one kind of account has its operations; both kinds have the same ones.
type realm struct {
	of auth.Realm
	// path is the start of every operation's path, prefix the start of every operation's id.
	path, prefix string
	// who says in a summary whom the operation is for.
	who string
}

var realms = []realm{
	{auth.Users, "/api/v1/auth", "", ""},
	{auth.Staff, "/api/v1/cms/auth", "cms-", " (staff)"},
}

// operation completes an operation of the realm; op has the id, path and summary that it has for users.
func (r realm) operation(op huma.Operation) huma.Operation {
	op.OperationID = r.prefix + op.OperationID
	op.Path = r.path + op.Path
	op.Summary += r.who
	op.Tags = []string{"auth"}
	return op
}

// nothing is a response without a body.
type nothing struct{}
