package institution

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/resource"
)

// verifies is the permission to verify institutions: staff who may create them may also verify them.
const verifies = "institutions:create"

// Change changes an institution that has one of the versions. Active institutions may change their own website. Staff with
// institutions:read and institutions:update may change everything. A new licence number must be verified again. It fails as
// resource.Changes does, and with Conflict when another institution has the licence number.
func (s *Service) Change(
	ctx context.Context, id uuid.UUID, versions service.Versions, values resource.Values[Institution],
) (*Institution, error) {
	return s.changes().Change(ctx, id, versions, values)
}

func (s *Service) changes() *resource.Changes[Institution] {
	return &resource.Changes[Institution]{
		Store: s.options.Store, Cache: s.options.Cache, Trail: s.options.Trail, Table: table, Name: "institution",
		Tag: service.TagInstitutions, May: may,
		Check: func(_ context.Context, _ *ent.Client, e *resource.Edit[Institution]) error {
			e.After.Verified = e.Before.Verified && e.After.LicenceNumber == e.Before.LicenceNumber
			return nil
		},
		Event: func(i *Institution) audit.Event {
			return audit.Event{EntityType: "institution", EntityID: i.ID.String()}
		},
	}
}

// may returns which of the rights that members of an Institution name the viewer has.
func may(ctx context.Context, i *Institution) (func(right string) bool, error) {
	v, err := service.Viewer(ctx)
	return access.ToProfile(rule.InstitutionColumns(v, i.ID, i.Active)), err
}
