package patient

import (
	"context"
	"fmt"
	"slices"
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
	ctx context.Context, patientID uuid.UUID, versions service.Versions, change ProfileChange,
) (*HealthProfile, error) {
	var changed *profileRecord
	err := s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		record, err := s.profile(ctx, tx, patientID)
		if err != nil {
			return err
		}
		members := change.members(record.Profile)
		if err := permitted(record.rights, members); err != nil {
			return err
		}
		if err := versions.Check(record.Version); err != nil {
			return err
		}
		if err := change.check(ctx, tx, record, members); err != nil {
			return err
		}
		members = slices.DeleteFunc(members, func(m *member) bool { return m.same })
		if err := record.save(ctx, tx, members); err != nil {
			return err
		}
		if err := s.recordChange(ctx, patientID, members); err != nil {
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

// recordChange records the names of the fields that changed; what they hold stays in the record.
func (s *Service) recordChange(ctx context.Context, patientID uuid.UUID, members []*member) error {
	fields := make([]string, len(members))
	for i, m := range members {
		fields[i] = m.name()
	}
	return s.trail.Record(ctx, audit.Event{
		Action: "health_profile.update", EntityType: "patient", EntityID: patientID.String(), PatientID: patientID,
		Payload: map[string]any{"fields": fields},
	})
}

// member is a column that a change names.
type member struct {
	column string
	value  ent.Value // nil removes it
	same   bool      // as before
}

// name is what the API calls the column.
func (m *member) name() string {
	if m.column == healthprofile.FieldBloodTypeID {
		return "blood_type"
	}
	return m.column
}

// members are what the change names, compared with the profile before.
func (c ProfileChange) members(before Profile) []*member {
	all := []*member{
		memberOf(healthprofile.FieldHeightCm, rounded(c.HeightCM), before.HeightCM, decimal.Decimal.Equal),
		memberOf(healthprofile.FieldWeightKg, rounded(c.WeightKG), before.WeightKG, decimal.Decimal.Equal),
		memberOf(healthprofile.FieldBloodTypeID, c.BloodType, before.BloodType, equal),
		memberOf(healthprofile.FieldSmokingStatus, orUnknown(c.SmokingStatus), &before.SmokingStatus, equal),
		memberOf(healthprofile.FieldSmokingYears, c.SmokingYears, before.SmokingYears, equal),
		memberOf(healthprofile.FieldAlcoholFrequency, orUnknown(c.AlcoholFrequency), &before.AlcoholFrequency, equal),
		memberOf(healthprofile.FieldWeeklyActivityMinutes, c.WeeklyActivityMinutes, before.WeeklyActivityMinutes, equal),
		memberOf(healthprofile.FieldNotes, c.Notes, before.Notes, equal),
	}
	return slices.DeleteFunc(all, func(m *member) bool { return m == nil })
}

// memberOf is nil for what the change doesn't name.
func memberOf[T any](column string, o service.Optional[T], before *T, equal func(a, b T) bool) *member {
	if !o.Given {
		return nil
	}
	if o.Value == nil {
		return &member{column: column, same: before == nil}
	}
	return &member{column: column, value: *o.Value, same: before != nil && equal(*o.Value, *before)}
}

func equal[T comparable](a, b T) bool { return a == b }

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

// permitted returns a Forbidden error that names the members which the viewer may not change.
func permitted(rights access.Rights, members []*member) error {
	if rights.Clinical {
		return nil
	}
	if !rights.Lifestyle {
		return service.Errorf(service.Forbidden, "You may see this record, not change it.")
	}
	var refused []service.Field
	for _, m := range members {
		if !slices.Contains(rule.Lifestyle, m.column) {
			refused = append(refused, service.Field{
				Pointer: "/" + m.name(), Code: "forbidden", Detail: "This is not yours to change.",
			})
		}
	}
	if len(refused) == 0 {
		return nil
	}
	return &service.Error{
		Code: service.Forbidden, Detail: "Of this record you may change only the answers on your lifestyle.", Fields: refused,
	}
}

// check returns an Invalid error of all fields at fault, and gives the blood type its key.
func (c ProfileChange) check(ctx context.Context, tx *ent.Client, before *profileRecord, members []*member) error {
	var found checks
	for _, m := range members {
		code, ok := m.value.(string)
		if m.column != healthprofile.FieldBloodTypeID || !ok {
			continue
		}
		id, err := tx.BloodType.Query().Where(bloodtype.Code(code), bloodtype.Active(true)).OnlyID(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return fmt.Errorf("looking a blood type up: %w", err)
		}
		found.refuse(err != nil, "/blood_type", "unknown", "The catalog has no such code.")
		m.value = id
	}
	status := orUnknown(c.SmokingStatus).Or(&before.SmokingStatus)
	today := time.Now().UTC().Truncate(24 * time.Hour)
	found.smoking("", *status, c.SmokingYears.Or(before.SmokingYears), before.dateOfBirth, today)
	return service.InvalidFields(found.fields)
}

// save writes members to the version that was read, or the first version.
func (r *profileRecord) save(ctx context.Context, tx *ent.Client, members []*member) error {
	if len(members) == 0 {
		return nil
	}
	if r.Version == 0 {
		create := tx.HealthProfile.Create().SetPatientID(r.PatientID)
		if err := set(create.Mutation(), members); err != nil {
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
	if err := set(update.Mutation(), members); err != nil {
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

func set(mutation *ent.HealthProfileMutation, members []*member) error {
	for _, m := range members {
		value := m.value
		switch m.column {
		case healthprofile.FieldSmokingStatus:
			value = healthprofile.SmokingStatus(fmt.Sprint(value))
		case healthprofile.FieldAlcoholFrequency:
			value = healthprofile.AlcoholFrequency(fmt.Sprint(value))
		}
		var err error
		if value == nil {
			err = mutation.ClearField(m.column)
		} else {
			err = mutation.SetField(m.column, value)
		}
		if err != nil {
			return fmt.Errorf("changing a health profile: %w", err)
		}
	}
	return nil
}
