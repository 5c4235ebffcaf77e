package account

import (
	"context"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/mail"
	"github.com/predicthealth/predicthealth/service/setting"
)

// forgotPasswordPage is the web application's page that asks for an address to send the link to.
const forgotPasswordPage = "/forgot-password"

var selfRegistration = setting.Boolean("auth.self_registration.enabled", false)

// MayRegister returns nil when patients may register themselves, otherwise a Forbidden error (self_registration_off).
func (s *Service) MayRegister(ctx context.Context) error {
	values, err := s.options.Settings.Read(ctx)
	if err != nil || setting.Get(values, selfRegistration) {
		return err
	}
	return &service.Error{Code: service.Forbidden, Reason: "self_registration_off",
		Detail: "Patients can't register themselves here. Ask your doctor or institution to create a record for you."}
}

// AlreadyRegistered tells the owner of an account's address, as it is stored, that somebody wanted to register with it,
// unless strangers have caused too many mails to it. It is for services, outside a unit of work; it fails only with the database.
func (s *Service) AlreadyRegistered(ctx context.Context, address, language string) error {
	may, err := s.mayWrite(ctx, address)
	if err != nil {
		return err
	}
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		a, err := users{}.byEmail(ctx, tx, address)
		if err != nil || a == nil { // deleted in the meantime
			return err
		}
		refused := event(users{}, a, "auth.register", audit.Denied, nil)
		refused.Actor = &audit.Actor{Type: "anonymous"}
		if err := s.options.Trail.Record(ctx, refused); err != nil || !may {
			return err
		}
		return s.options.Mails.Enqueue(ctx, mail.Message{
			To: address, Template: mail.RegistrationTaken, Language: language, Link: mail.Link{Page: forgotPasswordPage},
		})
	})
}
