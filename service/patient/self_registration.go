package patient

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
)

// SelfRegistration is a patient who registers themselves. Doctor, institution and account are required.
type SelfRegistration struct {
	Registration
	// Language is the language of the mail that follows; empty for the platform's default.
	Language string
}

// PreparedSelf is a self-registration in which PrepareSelf found no error.
type PreparedSelf struct {
	Prepared
	language string
	refused  error // while nobody may register
}

// PrepareSelf does what Prepare does, for patients who register themselves. If the setting auth.self_registration.enabled
// doesn't allow that, it reports no errors, and RegisterSelf fails. Nothing in the result depends on whether the account's
// address is taken.
func (s *Service) PrepareSelf(ctx context.Context, n SelfRegistration) (PreparedSelf, []service.Field, error) {
	if err := s.accounts.MayRegister(ctx); service.CodeOf(err) == service.Forbidden {
		return PreparedSelf{refused: err}, nil, nil
	} else if err != nil {
		return PreparedSelf{}, nil, err
	}
	p, fields, err := s.prepare(viewer.SystemContext(ctx), n.Registration, nil)
	if n.InstitutionID == uuid.Nil { // it is required
		fields = append(fields, service.Field{Pointer: "/institution_id", Code: "unknown", Detail: "This institution does not exist."})
	}
	if err != nil || len(fields) > 0 {
		return PreparedSelf{}, fields, err
	}
	return PreparedSelf{Prepared: p, language: n.Language}, nil, nil
}

// RegisterSelf registers a patient with an account that can't sign in until its address is confirmed by a link that is
// mailed there. If the address already has an account, the result is the same, at the same moments, and its owner gets a
// mail. Call it outside a unit of work. It fails as Create does, but never because the address is taken, and with Forbidden
// (self_registration_off) if patients can't register themselves.
func (s *Service) RegisterSelf(ctx context.Context, p PreparedSelf) error {
	if p.refused != nil {
		return p.refused
	}
	defer s.passwords.HoldBack(ctx, time.Now())
	opened, err := s.accounts.Hash(ctx, p.account)
	if err != nil {
		return err
	}
	err = s.insertSelf(ctx, p, opened)
	if addressTaken(err) { // and everything has been rolled back
		if err := s.tryWithoutAccount(ctx, p); err != nil {
			return err
		}
		err = s.accounts.AlreadyRegistered(ctx, p.account.Email(), p.language)
	}
	return err
}

func (s *Service) insertSelf(ctx context.Context, p PreparedSelf, opened *account.Hashed) error {
	return s.store.InTx(viewer.SystemContext(ctx), func(ctx context.Context, tx *ent.Client) error {
		id, userID, err := s.insert(ctx, tx, p.Prepared, opened)
		if err != nil {
			return err
		}
		if err := s.accounts.ConfirmFirst(ctx, *userID, p.language); err != nil {
			return err
		}
		event := p.event(id)
		event.Actor = &audit.Actor{Type: "anonymous"}
		return s.trail.Record(ctx, event)
	})
}

var errTried = errors.New("a trial is always rolled back")

// tryWithoutAccount returns what the database refuses apart from a taken address. The database finds a taken address before
// it looks at the contacts; without this, a caller who sends contacts that it refuses could find out that an address is taken.
func (s *Service) tryWithoutAccount(ctx context.Context, p PreparedSelf) error {
	err := s.store.InTx(viewer.SystemContext(ctx), func(ctx context.Context, tx *ent.Client) error {
		if _, _, err := s.insert(ctx, tx, p.Prepared, nil); err != nil {
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
