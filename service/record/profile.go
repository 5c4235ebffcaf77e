package record

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/patient"
)

// Profile is who a patient is, how they are reached and how they live.
type Profile struct {
	Patient *patient.Patient
	Contacts
	// HealthProfile is nil for who sees no clinical data.
	HealthProfile *patient.HealthProfile
}

// Contacts are how a patient is reached.
type Contacts struct {
	Emails    []*contact.Email
	Phones    []*contact.Phone
	Addresses []*contact.Address
}

// Profile returns a patient's profile, and notes that it was read. Whoever may see the patient may call it; insurers get no
// health profile. It fails with the error of a missing record for others.
func (s *Service) Profile(ctx context.Context, patientID uuid.UUID) (p *Profile, err error) {
	p = &Profile{}
	if p.Patient, err = s.Patients.Find(ctx, patientID); err != nil {
		return nil, err
	}
	if p.Contacts, err = s.contacts(ctx, patientID); err != nil {
		return nil, err
	}
	if p.HealthProfile, err = seen(s.Patients.FindHealthProfile(ctx, patientID)); err != nil {
		return nil, err
	}
	return p, s.note(ctx, "profile.read", patientID)
}

func (s *Service) contacts(ctx context.Context, patientID uuid.UUID) (c Contacts, err error) {
	owner := contact.Patient.OwnerOf(patientID)
	if c.Emails, err = s.Contacts.Emails.All(ctx, owner); err != nil {
		return c, err
	}
	if c.Phones, err = s.Contacts.Phones.All(ctx, owner); err != nil {
		return c, err
	}
	c.Addresses, err = s.Contacts.Addresses.All(ctx, owner)
	return c, err
}

// seen is a part of the record of a patient whom the viewer sees; nil when this part is not theirs to see.
func seen[T any](part *T, err error) (*T, error) {
	if e := service.AsError(err); e != nil && (e.Code == service.NotFound || e.Code == service.Forbidden) {
		return nil, nil
	}
	return part, err
}
