package account

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/mail"
	"github.com/predicthealth/predicthealth/service/setting"
)

// forgotPasswordPage is that of the web application which asks for the address.
const forgotPasswordPage = "/forgot-password"

var selfRegistration = setting.Boolean("auth.self_registration.enabled", false)

// MayRegister returns nil when patients may register by themselves, else a Forbidden error (self_registration_off).
func (s *Service) MayRegister(ctx context.Context) error {
	values, err := s.Settings.Read(ctx)
	if err != nil || setting.Get(values, selfRegistration) {
		return err
	}
	return &service.Error{Code: service.Forbidden, Reason: "self_registration_off",
		Detail: "Patients don't register by themselves here: ask your doctor or institution to register you."}
}

// ConfirmFirst makes an account that a stranger has just opened wait until its address is confirmed: before nobody signs
// in. The address gets the link, in a language, empty for the platform's. It is for services, in the unit of work that
// makes the account; it fails only with the database.
func (s *Service) ConfirmFirst(ctx context.Context, id uuid.UUID, language string) error {
	return s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		// A password counts from when it is known whose it is: see auth.
		if err := tx.User.UpdateOneID(id).ClearPasswordChangedAt().Exec(ctx); err != nil {
			return fmt.Errorf("making an account wait: %w", err)
		}
		return s.sendVerification(ctx, users{}, id, mail.Message{Template: mail.Registration, Language: language})
	})
}

// AlreadyRegistered tells the owner of an account's address, as it is stored, that somebody wanted to register with it,
// unless strangers have caused too many mails to it. It is for services, outside a unit of work; it fails only with the database.
func (s *Service) AlreadyRegistered(ctx context.Context, address, language string) error {
	may, err := s.mayWrite(ctx, address)
	if err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		a, err := users{}.byEmail(ctx, tx, address)
		if err != nil || a == nil { // gone meanwhile
			return err
		}
		refused := event(users{}, a, "auth.register", audit.Denied, nil)
		refused.Actor = &audit.Actor{Type: "anonymous"}
		if err := s.Trail.Record(ctx, refused); err != nil || !may {
			return err
		}
		return s.Mails.Enqueue(ctx, mail.Message{
			To: address, Template: mail.RegistrationTaken, Language: language, Link: mail.Link{Page: forgotPasswordPage},
		})
	})
}
