package account

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/onetimetoken"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/mail"
)

// Invite mails a member of the staff who has no password a link to choose one, in place of the one before, in the
// context's unit of work. It is for services that have checked who may. It fails with NotFound, or with a Conflict when the
// account has a password (has_password) or is disabled (account_disabled).
func (s *Service) Invite(ctx context.Context, id uuid.UUID) error {
	expires, err := s.expiry(ctx, invitationLifetime)
	if err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		a, err := staff{}.byID(ctx, tx, id)
		switch {
		case err != nil:
			return err
		case a == nil:
			return service.Missing()
		case a.hash != "":
			return &service.Error{Code: service.Conflict, Reason: "has_password",
				Detail: "A password was chosen already: who has lost it asks for a new one at the sign-in."}
		case !a.active:
			return &service.Error{Code: service.Conflict, Reason: "account_disabled",
				Detail: "The account is disabled: enable it first."}
		}
		link, err := issue(ctx, tx, staff{}, a, onetimetoken.PurposeResetPassword, a.email, expires)
		if err != nil {
			return err
		}
		return s.tell(ctx, a, mail.Invitation, link)
	})
}
