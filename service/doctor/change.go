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
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Change changes a doctor who has one of the versions. Active doctors may change their own gender, years of experience and
// consultation fee. Their institution, and staff with doctors:read and doctors:update, may change everything. It fails as
// resource.Changes does, and with Conflict when another doctor has the licence number.
func (s *Service) Change(ctx context.Context, id uuid.UUID, versions service.Versions, values resource.Values[Doctor]) (*Doctor, error) {
	return s.changes().Change(ctx, id, versions, values)
}

func (s *Service) changes() *resource.Changes[Doctor] {
	return &resource.Changes[Doctor]{
		Store: s.options.Store, Cache: s.options.Cache, Trail: s.options.Trail, Table: table, Name: "doctor",
		Tag: service.TagDoctors, May: may,
		Check: func(_ context.Context, _ *ent.Client, e *resource.Edit[Doctor]) error {
			checkFee(&e.Checks, e.After.ConsultationFee)
			return nil
		},
		Event: func(d *Doctor) audit.Event { return audit.Event{EntityType: "doctor", EntityID: d.ID.String()} },
	}
}

// may returns which of the rights that members of a Doctor name the viewer has.
func may(ctx context.Context, d *Doctor) (func(right string) bool, error) {
	v, err := service.Viewer(ctx)
	return access.ToProfile(changeable(v, d)), err
}

// changeable returns the columns of the doctor that the viewer may set.
func changeable(v viewer.Viewer, d *Doctor) []string {
	return rule.DoctorColumns(v, d.ID, d.InstitutionID, doctor.Status(d.Status))
}

// maxFee is the highest consultation fee.
var maxFee = decimal.NewFromInt(10_000)

func checkFee(c *service.Checks, fee *resource.Money) {
	if fee != nil {
		c.Refuse(fee.IsNegative() || fee.GreaterThan(maxFee), "/consultation_fee", "out_of_range", "A fee must be from 0 to 10,000.")
		c.Refuse(!fee.Equal(fee.Round(2)), "/consultation_fee", "format", "A fee can have at most two decimals.")
	}
}
