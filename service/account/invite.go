package account

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/onetimetoken"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/mail"
)

// Invite mails a staff member who has no password a link to set one, which replaces any previous link. It runs in the
// context's unit of work and is for services that have checked the caller's permissions. It fails with NotFound, or with
// Conflict when the account has a password (has_password) or is disabled (account_disabled).
func (s *Service) Invite(ctx context.Context, id uuid.UUID) error {
	expires, err := s.expiry(ctx, invitationLifetime)
	if err != nil {
		return err
	}
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		a, err := staff{}.byID(ctx, tx, id)
		switch {
		case err != nil:
			return err
		case a == nil:
			return service.Missing()
		case a.hash != "":
			return &service.Error{Code: service.Conflict, Reason: "has_password",
				Detail: "The account already has a password. Anyone who has lost it can ask for a new one on the sign-in page."}
		case !a.active:
			return &service.Error{Code: service.Conflict, Reason: "account_disabled",
				Detail: "The account is disabled. Enable it first."}
		}
		link, err := issue(ctx, tx, staff{}, a, onetimetoken.PurposeResetPassword, a.email, expires)
		if err != nil {
			return err
		}
		return s.tell(ctx, a, mail.Invitation, link)
	})
}
