package doctor

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/doctorspecialty"
	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// The sort orders of doctors: newest or oldest first, or by last and first name.
const (
	SortNewest   = "-created_at"
	SortOldest   = "created_at"
	SortName     = "name"
	SortNameDesc = "-name"
)

var orders = page.Orders{
	SortOldest: {doctor.FieldCreatedAt, doctor.FieldID},
	SortName:   {doctor.FieldLastName, doctor.FieldFirstName, doctor.FieldID},
}

// Filter selects the doctors to list.
type Filter struct {
	// Name is part of a name, in any case, with or without accents; empty for all.
	Name string
	// Status is active, suspended or retired.
	Status string
	// Specialty is a code; empty for all.
	Specialty string
	// InstitutionID selects the doctors of one institution; nil for all.
	InstitutionID uuid.UUID
}

// List returns a page of the doctors whom the viewer may see (see Get). It fails with Invalid, naming all of sort, status,
// specialty, limit and cursor that are not valid, and with Forbidden for staff without doctors:read.
func (s *Service) List(ctx context.Context, f Filter, sortBy string, r page.Request) (page.Page[*Doctor], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*Doctor]{}, err
	}
	order, sortable := orders.Parse(sortBy)
	where, err := f.where(ctx, s.options.Store.Client(ctx), sortable)
	if err != nil {
		return page.Page[*Doctor]{}, err
	}
	// A cursor is valid only for the viewer, the sort and the filter that it was made for.
	list := page.Identify("doctors", v.AccountID, sortBy, f)
	doctors, err := table.Page(ctx, s.options.Store.Client(ctx), s.options.Cursors, where, r, order, list)
	if err != nil {
		return page.Page[*Doctor]{}, fmt.Errorf("listing doctors: %w", err)
	}
	return doctors, nil
}

// where narrows a statement to the doctors that the filter lets through.
func (f Filter) where(ctx context.Context, client *ent.Client, sortable bool) (resource.Where, error) {
	var c service.Checks
	c.Refuse(!sortable, "/sort", "not_allowed", "Doctors can't be sorted by this.")
	status := doctor.Status(f.Status)
	c.Refuse(doctor.StatusValidator(status) != nil, "/status", "not_allowed", "There is no such status.")
	all := []resource.Where{doctor.StatusEQ(status)}
	if f.Specialty != "" {
		id, err := c.Entry(ctx, client.DoctorSpecialty.Query().Where(doctorspecialty.Code(f.Specialty)), "/specialty")
		if err != nil {
			return nil, err
		}
		all = append(all, doctor.SpecialtyID(id))
	}
	if f.InstitutionID != uuid.Nil {
		all = append(all, doctor.InstitutionID(f.InstitutionID))
	}
	if f.Name != "" {
		all = append(all, search.Name[resource.Where](f.Name, doctor.FieldFirstName, doctor.FieldLastName))
	}
	return resource.And(all...), c.Err()
}
