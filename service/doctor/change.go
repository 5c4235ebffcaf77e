package doctor

import (
	"context"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/change"
)

// Change is a change of a doctor's professional data. Gender, years and fee can be removed.
type Change struct {
	FirstName       service.Optional[string]
	LastName        service.Optional[string]
	LicenceNumber   service.Optional[string]
	Specialty       service.Optional[string]
	Sex             service.Optional[string]
	Gender          service.Optional[string]
	YearsExperience service.Optional[int]
	ConsultationFee service.Optional[decimal.Decimal]
}

// Change changes a doctor when it has one of the versions. Active doctors may change their own gender, years of experience
// and consultation fee; their institution, and staff with doctors:read and doctors:update, may change everything. It fails
// as for a missing record for viewers who may not see the doctor; with Forbidden, naming the fields that the viewer may not
// change; with Stale when the doctor has a different version; with Invalid, naming all fields at fault; and with Conflict
// when another doctor has the licence number.
func (s *Service) Change(ctx context.Context, id uuid.UUID, versions service.Versions, c Change) (*Doctor, error) {
	var changed *Doctor
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		before, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		members := c.members(before)
		if err := permitted(ctx, before, members); err != nil {
			return err
		}
		if err := versions.Check(before.Version); err != nil {
			return err
		}
		if err := c.check(ctx, tx, members); err != nil {
			return err
		}
		if err := s.save(ctx, tx, before, members); err != nil {
			return err
		}
		changed, err = s.Get(ctx, id)
		return err
	})
	return changed, err
}

func (c Change) members(before *Doctor) []*change.Member {
	return change.Named(
		change.Of(doctor.FieldFirstName, c.FirstName, &before.FirstName),
		change.Of(doctor.FieldLastName, c.LastName, &before.LastName),
		change.Of(doctor.FieldLicenceNumber, c.LicenceNumber, &before.LicenceNumber),
		change.Of(doctor.FieldSpecialtyID, c.Specialty, &before.Specialty).As("specialty"),
		change.Of(doctor.FieldSexID, c.Sex, &before.Sex).As("sex"),
		change.Of(doctor.FieldGenderID, c.Gender, before.Gender).As("gender"),
		change.Of(doctor.FieldYearsExperience, c.YearsExperience, before.YearsExperience),
		change.OfFunc(doctor.FieldConsultationFee, c.ConsultationFee, before.ConsultationFee, decimal.Decimal.Equal),
	)
}

// permitted fails with Forbidden when the viewer may not change the doctor, or not all of the members.
func permitted(ctx context.Context, d *Doctor, members []*change.Member) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	return change.Permit(members, false, changeable(v, d)...)
}

// changeable returns the columns of the doctor that the viewer may set.
func changeable(v viewer.Viewer, d *Doctor) []string {
	return rule.DoctorColumns(v, d.ID, d.InstitutionID, doctor.Status(d.Status))
}

// check returns an Invalid error with all fields at fault, and replaces codes with their keys.
func (c Change) check(ctx context.Context, tx *ent.Client, members []*change.Member) error {
	var found service.Checks
	found.Fields = change.Removed(members, "first_name", "last_name", "licence_number", "specialty", "sex")
	if c.FirstName.Value != nil {
		found.NotBlank("/first_name", *c.FirstName.Value)
	}
	if c.LastName.Value != nil {
		found.NotBlank("/last_name", *c.LastName.Value)
	}
	checkFee(&found, c.ConsultationFee.Value)
	ids, unknown, err := codes{c.Specialty.Value, c.Sex.Value, c.Gender.Value}.ids(ctx, tx)
	if err != nil {
		return err
	}
	found.Fields = append(found.Fields, unknown...)
	for _, m := range members {
		for name, id := range map[string]*int{"specialty": ids.specialty, "sex": ids.sex, "gender": ids.gender} {
			if m.Field == name && id != nil {
				m.Value = *id
			}
		}
	}
	return found.Err()
}

// save writes members to the version that was read, and records their names.
func (s *Service) save(ctx context.Context, tx *ent.Client, before *Doctor, members []*change.Member) error {
	members = change.Different(members)
	if len(members) > 0 {
		update := tx.Doctor.Update().Where(doctor.ID(before.ID), doctor.Version(before.Version))
		if err := change.Set(update.Mutation(), members); err != nil {
			return err
		}
		n, err := update.Save(ctx)
		if err != nil {
			return service.FromDatabase(err, sentAs)
		}
		if n == 0 {
			return service.Changed()
		}
		s.changed(ctx)
	}
	return s.Trail.Record(ctx, audit.Event{
		Action: "doctor.update", EntityType: "doctor", EntityID: before.ID.String(),
		Payload: map[string]any{"fields": change.Fields(members)},
	})
}
