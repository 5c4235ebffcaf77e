package institution

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// Invite mails the institution a new link to choose the account's first password. An address that isn't empty becomes the
// account's, or opens one. It is for staff with institutions:create, institutions:read and institutions:update. It fails with
// Forbidden for others, for viewers who don't see the institution as for a missing record, and as account.InviteOwner does.
func (s *Service) Invite(ctx context.Context, id uuid.UUID, address string) error {
	_, err := s.changes().Act(ctx, id, "invite", func(ctx context.Context, _ *ent.Client, _ *Institution) (map[string]any, error) {
		for _, permission := range []string{"institutions:create", "institutions:update"} {
			if err := service.Require(ctx, permission); err != nil {
				return nil, err
			}
		}
		return nil, s.options.Accounts.InviteOwner(ctx, viewer.Institution, id, address)
	})
	return err
}
