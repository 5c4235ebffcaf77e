package patient

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/bloodtype"
	"github.com/predicthealth/predicthealth/ent/healthprofile"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/change"
)

// ProfileChange is a change of a health profile. Without a status or a frequency it is unknown.
type ProfileChange struct {
	HeightCM              service.Optional[decimal.Decimal]
	WeightKG              service.Optional[decimal.Decimal]
	BloodType             service.Optional[string]
	SmokingStatus         service.Optional[string]
	SmokingYears          service.Optional[int]
	AlcoholFrequency      service.Optional[string]
	WeeklyActivityMinutes service.Optional[int]
	Notes                 service.Optional[string]
}

// ChangeHealthProfile changes a patient's health profile when it has one of the versions. The patient may change the
// answers on smoking, alcohol and activity; their doctor, their institution unless it is an insurer, and staff with
// patients:read and patients:update everything. It fails with the error of a missing record for who may not see the
// profile, with a Forbidden one that names the fields that the viewer may not change, a Stale one when the version is
// another, and an Invalid one that names all fields at fault.
func (s *Service) ChangeHealthProfile(
	ctx context.Context, patientID uuid.UUID, versions service.Versions, c ProfileChange,
) (*HealthProfile, error) {
	var changed *profileRecord
	err := s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		record, err := s.profile(ctx, tx, patientID)
		if err != nil {
			return err
		}
		members := c.members(record.Profile)
		all, some := profileColumns(record.rights)
		if err := change.Permit(members, all, some...); err != nil {
			return err
		}
		if err := versions.Check(record.Version); err != nil {
			return err
		}
		if err := c.check(ctx, tx, record, members); err != nil {
			return err
		}
		members = change.Different(members)
		if err := record.save(ctx, tx, members); err != nil {
			return err
		}
		s.store.AfterCommit(ctx, func(ctx context.Context) { s.cache.Invalidate(ctx, service.TagPatients) })
		if err := s.trail.Record(ctx, audit.Event{
			Action: "health_profile.update", EntityType: "patient", EntityID: patientID.String(), PatientID: patientID,
			Payload: map[string]any{"fields": change.Fields(members)},
		}); err != nil {
			return err
		}
		changed, err = s.profile(ctx, tx, patientID)
		return err
	})
	if err != nil {
		return nil, err
	}
	return changed.visible(), nil
}

// members are what the change names, compared with the profile before.
func (c ProfileChange) members(before Profile) []*change.Member {
	return change.Named(
		change.OfFunc(healthprofile.FieldHeightCm, rounded(c.HeightCM), before.HeightCM, decimal.Decimal.Equal),
		change.OfFunc(healthprofile.FieldWeightKg, rounded(c.WeightKG), before.WeightKG, decimal.Decimal.Equal),
		change.Of(healthprofile.FieldBloodTypeID, c.BloodType, before.BloodType).As("blood_type"),
		change.Enum[healthprofile.SmokingStatus](healthprofile.FieldSmokingStatus, orUnknown(c.SmokingStatus), &before.SmokingStatus),
		change.Of(healthprofile.FieldSmokingYears, c.SmokingYears, before.SmokingYears),
		change.Enum[healthprofile.AlcoholFrequency](healthprofile.FieldAlcoholFrequency, orUnknown(c.AlcoholFrequency), &before.AlcoholFrequency),
		change.Of(healthprofile.FieldWeeklyActivityMinutes, c.WeeklyActivityMinutes, before.WeeklyActivityMinutes),
		change.Of(healthprofile.FieldNotes, c.Notes, before.Notes),
	)
}

// rounded is a measure with the digits that are stored.
func rounded(o service.Optional[decimal.Decimal]) service.Optional[decimal.Decimal] {
	if o.Value != nil {
		stored := o.Value.Round(2)
		o.Value = &stored
	}
	return o
}

func orUnknown(o service.Optional[string]) service.Optional[string] {
	if o.Given && o.Value == nil {
		unknown := "unknown"
		o.Value = &unknown
	}
	return o
}

// profileColumns are the columns that may be changed: all of them, or some.
func profileColumns(rights access.Rights) (all bool, some []string) {
	if rights.Lifestyle {
		some = rule.Lifestyle
	}
	return rights.Clinical, some
}

// check returns an Invalid error of all fields at fault, and gives the blood type its key.
func (c ProfileChange) check(ctx context.Context, tx *ent.Client, before *profileRecord, members []*change.Member) error {
	var found checks
	for _, m := range members {
		code, ok := m.Value.(string)
		if m.Column != healthprofile.FieldBloodTypeID || !ok {
			continue
		}
		id, err := tx.BloodType.Query().Where(bloodtype.Code(code), bloodtype.Active(true)).OnlyID(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return fmt.Errorf("looking a blood type up: %w", err)
		}
		found.refuse(err != nil, "/blood_type", "unknown", "The catalog has no such code.")
		m.Value = id
	}
	status := orUnknown(c.SmokingStatus).Or(&before.SmokingStatus)
	today := time.Now().UTC().Truncate(24 * time.Hour)
	found.smoking("", *status, c.SmokingYears.Or(before.SmokingYears), before.dateOfBirth, today)
	return service.InvalidFields(found.fields)
}

// save writes members to the version that was read, or the first version.
func (r *profileRecord) save(ctx context.Context, tx *ent.Client, members []*change.Member) error {
	if len(members) == 0 {
		return nil
	}
	if r.Version == 0 {
		create := tx.HealthProfile.Create().SetPatientID(r.PatientID)
		if err := change.Set(create.Mutation(), members); err != nil {
			return err
		}
		err := service.FromDatabase(create.Exec(ctx), sentAsProfile)
		if service.CodeOf(err) == service.Conflict { // somebody else was first
			return service.Changed()
		}
		return err
	}
	update := tx.HealthProfile.Update().
		Where(healthprofile.PatientID(r.PatientID), healthprofile.Version(r.Version))
	if err := change.Set(update.Mutation(), members); err != nil {
		return err
	}
	n, err := update.Save(ctx)
	if err == nil && n == 0 {
		return service.Changed()
	}
	return service.FromDatabase(err, sentAsProfile)
}

// sentAsProfile is where the API takes the columns of a health profile that is changed by itself.
var sentAsProfile = map[string]string{"health_profiles": ""}
