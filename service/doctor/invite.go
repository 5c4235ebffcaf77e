package doctor

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// Invite mails the doctor a new link to choose the account's first password. An address that isn't empty becomes the
// account's, or opens one; institutions may name one only before staff have let the doctor practise, because staff make sure
// whose account it is. It is for the doctor's institution, and for staff with doctors:create, doctors:read and
// doctors:update. It fails with Forbidden for others, for viewers who don't see the doctor as for a missing record, and as
// account.InviteOwner does.
func (s *Service) Invite(ctx context.Context, id uuid.UUID, address string) error {
	_, err := s.changes().Act(ctx, id, "invite", func(ctx context.Context, _ *ent.Client, before *Doctor) (map[string]any, error) {
		if err := mayInvite(ctx, before, address); err != nil {
			return nil, err
		}
		return nil, s.options.Accounts.InviteOwner(ctx, viewer.Doctor, id, address)
	})
	return err
}

func mayInvite(ctx context.Context, d *Doctor, address string) error {
	v, err := service.Viewer(ctx)
	switch {
	case err != nil:
		return err
	case !slices.Contains(changeable(v, d), doctor.FieldStatus):
		return service.Errorf(service.Forbidden, "You may see this doctor but not invite them.")
	case v.Kind != viewer.Institution:
		return service.Require(ctx, "doctors:create")
	case address != "" && doctor.Status(d.Status) == doctor.StatusActive:
		const detail = "Staff have made sure whose account this is. Ask them to change its address, or suspend the doctor first."
		refusal := service.Errorf(service.Forbidden, detail)
		refusal.Fields = []service.Field{{Pointer: "/email", Code: "forbidden", Detail: detail}}
		return refusal
	}
	return nil
}
