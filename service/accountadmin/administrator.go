package accountadmin

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsrole"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/service"
)

// administrator is the code of the role that has every permission.
const administrator = "admin"

// notLastAdministrator fails with Conflict when an account is the only active administrator's. It locks the role, so that
// when two administrators leave at once the second one is refused.
func notLastAdministrator(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	role, err := tx.CMSRole.Query().Where(cmsrole.Code(administrator)).ForUpdate().OnlyID(ctx)
	if err != nil {
		return fmt.Errorf("holding the administrators' role: %w", err)
	}
	active, err := tx.CMSUser.Query().Where(cmsuser.RoleID(role), cmsuser.Active(true)).Limit(2).IDs(ctx)
	if err != nil {
		return fmt.Errorf("looking for another administrator: %w", err)
	}
	if len(active) == 1 && active[0] == id {
		return &service.Error{Code: service.Conflict, Reason: "last_administrator",
			Detail: "This is the last active administrator. Make somebody else an administrator first."}
	}
	return nil
}
