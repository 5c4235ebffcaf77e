package patient

import (
	"context"
	"errors"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

// SelfRegistration is a patient who registers themselves. Doctor, institution and account must be given.
type SelfRegistration struct {
	Registration
	// Language is that of the mail that follows; empty for the platform's.
	Language string
}

// RegisterSelf registers a patient with an account that can't sign in before its address is confirmed, by a link that is
// mailed there. An address that has an account is answered alike, at the same moments; its owner gets a mail. Anyone may call
// it, outside a unit of work, where the setting auth.self_registration.enabled lets them; else it is Forbidden
// (self_registration_off). It fails with an Invalid error that names all fields at fault, at once: nothing of it depends on
// whether the address is taken.
func (s *Service) RegisterSelf(ctx context.Context, n SelfRegistration) error {
	began := time.Now()
	if err := s.accounts.MayRegister(ctx); err != nil {
		return err
	}
	fields, err := s.CheckSelf(ctx, &n)
	if err != nil {
		return err
	}
	if err := service.InvalidFields(fields); err != nil {
		return err
	}
	defer s.passwords.HoldBack(ctx, began)
	hash, err := s.passwords.Hash(ctx, n.Account.Password)
	if err != nil {
		return err
	}
	args, err := n.arguments(hash)
	if err != nil {
		return err
	}
	err = s.insertSelf(ctx, n, args)
	if addressTaken(err) { // and rolled back
		if err := s.tryWithoutAccount(ctx, n); err != nil {
			return err
		}
		err = s.accounts.AlreadyRegistered(ctx, n.Account.Email, n.Language)
	}
	return err
}

// CheckSelf returns all that is wrong with the fields, with pointers into the body that the API takes; nothing while nobody
// may register by themselves.
func (s *Service) CheckSelf(ctx context.Context, n *SelfRegistration) ([]service.Field, error) {
	err := s.accounts.MayRegister(ctx)
	if service.CodeOf(err) == service.Forbidden {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	fields, err := s.checkFields(ctx, &n.Registration)
	if err != nil {
		return nil, err
	}
	_, err = takesOver(viewer.SystemContext(ctx), s.store.Client(ctx), n.DoctorID, n.InstitutionID)
	if refused := (*service.Error)(nil); errors.As(err, &refused) && refused.Code == service.Invalid {
		return append(fields, refused.Fields...), nil
	}
	return fields, err
}

func (s *Service) insertSelf(ctx context.Context, n SelfRegistration, args []any) error {
	return s.store.InTx(viewer.SystemContext(ctx), func(ctx context.Context, tx *ent.Client) error {
		id, userID, err := s.insert(ctx, tx, n.Registration, args)
		if err != nil {
			return err
		}
		if err := s.accounts.ConfirmFirst(ctx, *userID, n.Language); err != nil {
			return err
		}
		event := n.event(id)
		event.Actor = &audit.Actor{Type: "anonymous"}
		return s.trail.Record(ctx, event)
	})
}

var errTried = errors.New("nothing of a trial stays")

// tryWithoutAccount returns what the database refuses besides an address that is taken, which it finds before the contacts:
// else who sends contacts that it refuses would learn that the address is taken.
func (s *Service) tryWithoutAccount(ctx context.Context, n SelfRegistration) error {
	n.Account = nil
	args, err := n.arguments("")
	if err != nil {
		return err
	}
	err = s.store.InTx(viewer.SystemContext(ctx), func(ctx context.Context, tx *ent.Client) error {
		if _, _, err := s.insert(ctx, tx, n.Registration, args); err != nil {
			return err
		}
		return errTried
	})
	if errors.Is(err, errTried) {
		return nil
	}
	return err
}

// addressTaken says whether another account has the address.
func addressTaken(err error) bool {
	var refused *service.Error
	return errors.As(err, &refused) && refused.Code == service.Conflict &&
		len(refused.Fields) == 1 && refused.Fields[0].Pointer == "/account/email"
}
