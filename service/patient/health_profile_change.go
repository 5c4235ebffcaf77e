package patient

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/healthprofile"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/resource"
)

// ChangeHealthProfile changes a patient's health profile that has one of the versions. Patients may change their answers on
// smoking, alcohol and activity. Their doctor, their institution unless it is an insurer, and staff with patients:read and
// patients:update may change everything. It fails as resource.Changes does.
func (s *Service) ChangeHealthProfile(
	ctx context.Context, patientID uuid.UUID, versions service.Versions, values resource.Values[HealthProfile],
) (*HealthProfile, error) {
	changes := resource.Changes[HealthProfile]{
		Store: s.store, Cache: s.cache, Trail: s.trail, Table: profiles, Name: "health_profile", Tag: service.TagPatients,
		Find: s.profile,
		May: func(ctx context.Context, p *HealthProfile) (func(string) bool, error) {
			rights, err := p.rights(ctx)
			return rights.May, err
		},
		Check:  checkSmoking,
		At:     func(p *HealthProfile) resource.Where { return sql.FieldEQ(healthprofile.FieldPatientID, p.PatientID) },
		Insert: insertProfile,
		Event: func(p *HealthProfile) audit.Event {
			return audit.Event{EntityType: "patient", EntityID: p.PatientID.String(), PatientID: p.PatientID}
		},
	}
	changed, err := changes.Change(ctx, patientID, versions, values)
	if err != nil {
		return nil, err
	}
	return changed.visible(ctx)
}

func checkSmoking(_ context.Context, _ *ent.Client, e *resource.Edit[HealthProfile]) error {
	e.After.stamp(e)
	e.After.checkSmoking(&e.Checks, "", e.Before.born)
	return nil
}

// stamp notes of what the caller changes that it was entered today.
func (p *HealthProfile) stamp(e *resource.Edit[HealthProfile]) {
	changed := resource.Names(e.Changed())
	for member, to := range map[string]struct {
		day    **resource.Date
		source **valueset.Origin
		known  bool
	}{
		"height_cm":      {&p.HeightMeasuredOn, &p.HeightSource, p.HeightCM != nil},
		"weight_kg":      {&p.WeightMeasuredOn, &p.WeightSource, p.WeightKG != nil},
		"smoking_status": {&p.SmokingRecordedOn, &p.SmokingSource, p.SmokingStatus != valueset.SmokingUnknown},
	} {
		switch {
		case !slices.Contains(changed, member):
		case to.known:
			today, source := resource.Date{Time: service.Today()}, valueset.Entered
			*to.day, *to.source = &today, &source
		default:
			*to.day, *to.source = nil, nil
		}
	}
}

// insertProfile stores the first version of a profile.
func insertProfile(ctx context.Context, tx *ent.Client, e *resource.Edit[HealthProfile]) error {
	if len(e.Changed()) == 0 {
		return nil
	}
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	err = profiles.Insert(ctx, tx, id, e, map[string]any{healthprofile.FieldPatientID: e.Before.PatientID})
	if service.CodeOf(err) == service.Conflict { // somebody else was first
		return service.Changed()
	}
	return err
}
