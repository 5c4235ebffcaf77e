package rule

import (
	entgo "entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// User is the policy of accounts.
func User() entgo.Policy { return policy(reads[*ent.UserQuery](users)) }

// users: an account is visible to its holder and to staff who may read accounts.
func users(v viewer.Viewer) (predicate.User, bool) {
	switch v.Kind {
	case viewer.Patient, viewer.Doctor, viewer.Institution:
		return user.ID(v.AccountID), true
	default:
		return nil, v.Can("accounts:read")
	}
}
