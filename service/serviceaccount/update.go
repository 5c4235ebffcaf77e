package serviceaccount

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

// Change is a change of a service account; nil leaves a value as it is.
type Change struct {
	Name, Role *string
	Scopes     []string
	Active     *bool
}

// Update changes a service account. The change applies to existing tokens within a second. Needs accounts:update and every
// permission that the account has, before and after the change; fails with Forbidden, NotFound, with Invalid, naming the
// fields at fault, with Conflict when the name is taken, or with Stale when the account has a different version.
func (s *Service) Update(ctx context.Context, id uuid.UUID, versions service.Versions, c Change) (*ServiceAccount, error) {
	var updated *ServiceAccount
	err := s.manage(ctx, id, func(ctx context.Context, tx *ent.Client, account *ServiceAccount) error {
		if err := versions.Check(account.Version); err != nil {
			return err
		}
		n, kept := NewAccount{Name: account.Name, Role: account.Role, Scopes: account.Scopes}, account.Scopes
		if c.Name != nil {
			n.Name = *c.Name
		}
		if c.Role != nil {
			n.Role, kept = *c.Role, nil
		}
		if c.Scopes != nil {
			n.Scopes = c.Scopes
		}
		roleID, err := s.check(ctx, tx, &n, kept)
		if err != nil {
			return err
		}
		err = tx.ServiceAccount.UpdateOneID(id).
			SetName(n.Name).SetRoleID(roleID).SetScopes(n.Scopes).SetNillableActive(c.Active).Exec(ctx)
		if err != nil {
			return service.FromDatabase(err, map[string]string{"service_accounts": ""})
		}
		if updated, err = read(ctx, tx, id); err != nil {
			return err
		}
		return s.options.Trail.Record(ctx, audit.Event{
			Action: "service_account.update", EntityType: entityType, EntityID: id.String(),
			Payload: map[string]any{"name": updated.Name, "role": updated.Role, "scopes": updated.Scopes, "active": updated.Active},
		})
	})
	return updated, err
}
