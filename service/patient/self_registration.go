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
	"github.com/predicthealth/predicthealth/service/resource"
)

// SelfRegistration is a patient who registers themselves.
type SelfRegistration struct {
	DoctorID      uuid.UUID `json:"doctor_id" set:"create" format:"uuid" doc:"The doctor who will care for the patient; the institution's link contains the id."`
	InstitutionID uuid.UUID `json:"institution_id" set:"create" format:"uuid" doc:"The doctor's institution."`
	Reachable
	Account  account.NewAccount `json:"account" set:"create" column:"-" doc:"The account that the patient signs in with, once they have chosen a password with the link that the address gets."`
	Language *string            `json:"language" set:"create" enum:"en,es" doc:"The language of the mail that follows. The default is the platform's language."`
}

// PreparedSelf is a self-registration in which PrepareSelf found no error.
type PreparedSelf struct {
	Prepared
	language string
	refused  error // while nobody may register
}

// PrepareSelf does what Prepare and LookUp do, for patients who register themselves. If the setting
// auth.self_registration.enabled doesn't allow that, it reports no errors, and RegisterSelf fails. Nothing in the result
// depends on whether the account's address is taken.
func (s *Service) PrepareSelf(ctx context.Context, values resource.Values[SelfRegistration]) (PreparedSelf, []service.Field, error) {
	if err := s.accounts.MayRegister(ctx); service.CodeOf(err) == service.Forbidden {
		return PreparedSelf{refused: err}, nil, nil
	} else if err != nil {
		return PreparedSelf{}, nil, err
	}
	ctx = viewer.SystemContext(ctx)
	e := resource.NewEdit(values)
	e.CheckValues()
	n := e.After
	r := Registration{DoctorID: &n.DoctorID, InstitutionID: &n.InstitutionID, Reachable: n.Reachable}
	if e.Sets("account") {
		r.Account = &n.Account
	}
	p := prepare(r, &e.Checks, e.Codes)
	e.Refuse(n.InstitutionID == uuid.Nil, "/institution_id", "not_found", "This institution does not exist.")
	unknown, err := s.LookUp(ctx, p)
	var language string
	if n.Language != nil {
		language = *n.Language
	}
	return PreparedSelf{Prepared: p, language: language}, append(e.Fields, unknown...), err
}

// RegisterSelf registers a patient with an account that can't sign in until its owner has chosen a password with a link that
// is mailed to its address: whoever registers somebody else's address gets no account out of it. If the address already has an account, the result is the same, at the same moments, and its owner gets a
// mail. Call it outside a unit of work. It fails as Create does, but never because the address is taken, and with Forbidden
// (self_registration_off) if patients can't register themselves.
func (s *Service) RegisterSelf(ctx context.Context, p PreparedSelf) error {
	if p.refused != nil {
		return p.refused
	}
	defer s.passwords.HoldBack(ctx, time.Now())
	err := s.insertSelf(ctx, p)
	if addressTaken(err) { // and everything has been rolled back
		if err := s.tryWithoutAccount(ctx, p); err != nil {
			return err
		}
		err = s.accounts.AlreadyRegistered(ctx, p.email, p.language)
	}
	return err
}

var anonymous = audit.Actor{Type: "anonymous"}

func (s *Service) insertSelf(ctx context.Context, p PreparedSelf) error {
	return s.store.InTx(viewer.SystemContext(ctx), func(ctx context.Context, tx *ent.Client) error {
		_, userID, err := s.insert(ctx, tx, p.Prepared, &anonymous)
		if err != nil {
			return err
		}
		return s.accounts.Registered(ctx, userID, p.language)
	})
}

var errTried = errors.New("a trial is always rolled back")

// tryWithoutAccount returns what the database refuses apart from a taken address. The database finds a taken address before
// it looks at the contacts; without this, a caller who sends contacts that it refuses could find out that an address is taken.
func (s *Service) tryWithoutAccount(ctx context.Context, p PreparedSelf) error {
	p.email = ""
	err := s.store.InTx(viewer.SystemContext(ctx), func(ctx context.Context, tx *ent.Client) error {
		if _, _, err := s.insert(ctx, tx, p.Prepared, &anonymous); err != nil {
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
