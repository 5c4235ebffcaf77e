package patient

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/gender"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/sex"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/contact"
)

// Change is a change of who a patient is, and of whom to call. Only Gender, DeceasedAt and EmergencyContact can be
// removed.
type Change struct {
	FirstName        service.Optional[string]
	LastName         service.Optional[string]
	DateOfBirth      service.Optional[time.Time]
	DeceasedAt       service.Optional[time.Time]
	Sex              service.Optional[string]
	Gender           service.Optional[string]
	EmergencyContact service.Optional[EmergencyContactChange]
}

// EmergencyContactChange is a change of whom to call.
type EmergencyContactChange struct{ Name, Phone service.Optional[string] }

// Change changes a patient who has one of the versions. Patients may change their emergency contact; their doctor, their
// institution, and staff with patients:read and patients:update everything. It fails with the error of a missing record
// for who may not see the patient, with a Forbidden one that names the fields that the viewer may not change, a Stale one
// when the version is another, and an Invalid one that names all fields at fault.
func (s *Service) Change(ctx context.Context, id uuid.UUID, versions service.Versions, c Change) (*Patient, error) {
	return s.edit(ctx, id, "patient.update", func(ctx context.Context, tx *ent.Client, before *Patient, rights access.Rights) (map[string]any, error) {
		var found checks
		members := c.members(before, &found)
		if err := change.Permit(members, rights.Identity, patientColumns(rights)...); err != nil {
			return nil, err
		}
		if err := versions.Check(before.Version); err != nil {
			return nil, err
		}
		if err := c.check(ctx, tx, before, members, &found); err != nil {
			return nil, err
		}
		members = change.Different(members)
		payload := map[string]any{"fields": change.Fields(members)}
		if len(members) == 0 {
			return payload, nil
		}
		update := tx.Patient.Update().Where(patient.ID(id), patient.Version(before.Version))
		if err := change.Set(update.Mutation(), members); err != nil {
			return nil, err
		}
		n, err := update.Save(ctx)
		if err == nil && n == 0 {
			return nil, service.Changed()
		}
		return payload, service.FromDatabase(err, sentAsPatient)
	})
}

// patientColumns are those that may be changed by who may not change all.
func patientColumns(rights access.Rights) []string {
	if rights.EmergencyContact {
		return rule.EmergencyContact
	}
	return nil
}

// members are what the change names, compared with the patient before. A phone that is none is at fault.
func (c Change) members(before *Patient, found *checks) []*change.Member {
	members := change.Named(
		change.Of(patient.FieldFirstName, c.FirstName, &before.FirstName),
		change.Of(patient.FieldLastName, c.LastName, &before.LastName),
		change.OfFunc(patient.FieldDateOfBirth, c.DateOfBirth, &before.DateOfBirth, time.Time.Equal),
		change.OfFunc(patient.FieldDeceasedAt, c.DeceasedAt, before.DeceasedAt, time.Time.Equal),
		change.Of(patient.FieldSexID, c.Sex, &before.Sex).As("sex"),
		change.Of(patient.FieldGenderID, c.Gender, before.Gender).As("gender"),
	)
	if !c.EmergencyContact.Given {
		return members
	}
	name, phone := c.emergencyContact()
	var nameBefore, phoneBefore *string
	if e := before.EmergencyContact; e != nil {
		nameBefore, phoneBefore = &e.Name, &e.Phone
	}
	if phone.Value != nil {
		parsed, err := contact.ParsePhone(*phone.Value)
		found.refuse(err != nil, "/emergency_contact/phone", "format", "This is no international phone number such as +16175550100.")
		phone.Value = &parsed.Number
	}
	found.refuse((name.Or(nameBefore) == nil) && (phone.Or(phoneBefore) != nil), "/emergency_contact/name", "required",
		"An emergency contact needs a name and a phone.")
	found.refuse((name.Or(nameBefore) != nil) && (phone.Or(phoneBefore) == nil), "/emergency_contact/phone", "required",
		"An emergency contact needs a name and a phone.")
	return append(members, change.Named(
		change.Of(patient.FieldEmergencyContactName, name, nameBefore).As("emergency_contact/name"),
		change.Of(patient.FieldEmergencyContactPhone, phone, phoneBefore).As("emergency_contact/phone"),
	)...)
}

// emergencyContact is the change of name and phone; removing the contact removes both.
func (c Change) emergencyContact() (name, phone service.Optional[string]) {
	if c.EmergencyContact.Value == nil {
		return service.Optional[string]{Given: true}, service.Optional[string]{Given: true}
	}
	return c.EmergencyContact.Value.Name, c.EmergencyContact.Value.Phone
}

// removable are the columns of a patient that may be empty.
var removable = map[string]bool{
	patient.FieldDeceasedAt: true, patient.FieldGenderID: true,
	patient.FieldEmergencyContactName: true, patient.FieldEmergencyContactPhone: true,
}

// check returns an Invalid error of all fields at fault, and gives catalog entries their keys.
func (c Change) check(ctx context.Context, tx *ent.Client, before *Patient, members []*change.Member, found *checks) error {
	for _, m := range members {
		pointer := "/" + m.Field
		found.refuse(m.Value == nil && !removable[m.Column], pointer, "required", "This is required.")
		switch text, _ := m.Value.(string); m.Column {
		case patient.FieldFirstName, patient.FieldLastName, patient.FieldEmergencyContactName:
			found.refuse(m.Value != nil && strings.TrimSpace(text) == "", pointer, "blank", "A name must not be blank.")
		case patient.FieldSexID, patient.FieldGenderID:
			if m.Value == nil {
				continue
			}
			id, err := codeKey(ctx, tx, m.Column, text)
			if err != nil && !ent.IsNotFound(err) {
				return fmt.Errorf("looking a code up: %w", err)
			}
			found.refuse(err != nil, pointer, "unknown", "The catalog has no such code.")
			m.Value = id
		}
	}
	c.checkLife(before, found)
	return service.InvalidFields(found.fields)
}

func codeKey(ctx context.Context, tx *ent.Client, column, code string) (int, error) {
	if column == patient.FieldSexID {
		return tx.Sex.Query().Where(sex.Code(code), sex.Active(true)).OnlyID(ctx)
	}
	return tx.Gender.Query().Where(gender.Code(code), gender.Active(true)).OnlyID(ctx)
}

// checkLife checks birth and death when one of them changes.
func (c Change) checkLife(before *Patient, found *checks) {
	born, died := c.DateOfBirth.Or(&before.DateOfBirth), c.DeceasedAt.Or(before.DeceasedAt)
	if born == nil || !c.DateOfBirth.Given && !c.DeceasedAt.Given {
		return
	}
	now := time.Now().UTC()
	found.refuse(born.After(now), "/date_of_birth", "in_future", "A birth in the future.")
	oldest := born.AddDate(maxAge+1, 0, 0)
	if died == nil {
		found.refuse(!oldest.After(now.Truncate(24*time.Hour)), "/date_of_birth", "out_of_range", "A living patient is at most 120 years old.")
		return
	}
	found.refuse(died.After(now), "/deceased_at", "in_future", "A death in the future.")
	found.refuse(died.Before(*born), "/deceased_at", "before_birth", "This is before the patient's birth.")
	found.refuse(!died.After(now) && !died.UTC().Truncate(24*time.Hour).Before(oldest), "/deceased_at", "out_of_range", "A patient was at most 120 years old.")
}
