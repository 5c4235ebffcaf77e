package patient

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// Invite mails the patient a new link to choose the account's first password. An address that isn't empty becomes the
// account's, or opens one. It is for those who may create a patient with an account: the patient's doctor, the institution
// unless it is an insurer, and staff with patients:create, patients:read and patients:update. It fails with Forbidden for
// others, for viewers who don't see the patient as for a missing record, and as account.InviteOwner does.
func (s *Service) Invite(ctx context.Context, id uuid.UUID, address string) error {
	_, err := s.changes().Act(ctx, id, "invite", func(ctx context.Context, _ *ent.Client, before *Patient) (map[string]any, error) {
		if err := s.mayInvite(ctx, before); err != nil {
			return nil, err
		}
		return nil, s.accounts.InviteOwner(ctx, viewer.Patient, id, address)
	})
	return err
}

func (s *Service) mayInvite(ctx context.Context, p *Patient) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	rights, err := p.rights(ctx)
	if err != nil {
		return err
	}
	if !rights.Identity {
		return service.Errorf(service.Forbidden, "You may see this patient but not invite them.")
	}
	switch v.Kind {
	case viewer.Doctor:
		return nil
	case viewer.Institution:
		gives, err := s.givesCare(ctx, v)
		if err != nil || gives {
			return err
		}
		return service.Errorf(service.Forbidden, "Insurers can't give patients accounts.")
	}
	return service.Require(ctx, "patients:create")
}
