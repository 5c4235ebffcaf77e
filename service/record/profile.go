package record

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/patient"
)

// Profile is a patient's personal data, contacts and health profile.
type Profile struct {
	Patient *patient.Patient
	Contacts
	// HealthProfile is nil for viewers who see no clinical data.
	HealthProfile *patient.HealthProfile
}

// Contacts are the ways to reach a patient.
type Contacts struct {
	Emails    []*contact.Email
	Phones    []*contact.Phone
	Addresses []*contact.Address
}

// Profile returns a patient's profile and records the read. It is for viewers who may see the patient; insurers get no
// health profile. For other viewers it fails as if the patient did not exist.
func (s *Service) Profile(ctx context.Context, patientID uuid.UUID) (p *Profile, err error) {
	p = &Profile{}
	if p.Patient, err = s.options.Patients.Find(ctx, patientID); err != nil {
		return nil, err
	}
	if p.Contacts, err = s.contacts(ctx, patientID); err != nil {
		return nil, err
	}
	if p.HealthProfile, err = seen(s.options.Patients.FindHealthProfile(ctx, patientID)); err != nil {
		return nil, err
	}
	return p, s.note(ctx, "profile.read", patientID)
}

func (s *Service) contacts(ctx context.Context, patientID uuid.UUID) (c Contacts, err error) {
	owner := contact.Patient.OwnerOf(patientID)
	if c.Emails, err = s.options.Contacts.Emails.All(ctx, owner); err != nil {
		return c, err
	}
	if c.Phones, err = s.options.Contacts.Phones.All(ctx, owner); err != nil {
		return c, err
	}
	c.Addresses, err = s.options.Contacts.Addresses.All(ctx, owner)
	return c, err
}

// seen returns a part of the record of a patient whom the viewer sees; nil when the viewer may not see this part.
func seen[T any](part *T, err error) (*T, error) {
	if e := service.AsError(err); e != nil && (e.Code == service.NotFound || e.Code == service.Forbidden) {
		return nil, nil
	}
	return part, err
}
