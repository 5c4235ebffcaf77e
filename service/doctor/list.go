package doctor

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/doctorspecialty"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

var orders = page.Orders{
	page.SortOldest:  {doctor.FieldCreatedAt, doctor.FieldID},
	page.SortName:    {doctor.FieldLastName, doctor.FieldFirstName, doctor.FieldID},
	page.SortChanged: {doctor.FieldUpdatedAt, doctor.FieldID},
}

// Filter selects the doctors to list. Empty and nil values select all.
type Filter struct {
	page.Selection
	contact.Lookup
	// LicenceNumber selects the doctor with this licence.
	LicenceNumber string
	// Status selects doctors who are active, suspended or retired.
	Status []valueset.DoctorStatus
	// Specialty has codes.
	Specialty []string
	// InstitutionID selects the doctors of one institution.
	InstitutionID uuid.UUID
}

// List returns a page of the doctors whom the viewer may see (see Get), and records who was searched for in vain. It fails with Invalid, naming all of sort, filters,
// limit and cursor that are not valid, and with Forbidden for staff without doctors:read. Only institutions and staff may look
// doctors up by their contacts and identifiers: others get Forbidden. Without a sort, it takes the one of [page.Selection.Sort].
func (s *Service) List(ctx context.Context, f Filter, sortBy string, r page.Request) (page.Page[*Doctor], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*Doctor]{}, err
	}
	if f.Given() && (v.Kind == viewer.Patient || v.Kind == viewer.Doctor) {
		return page.Page[*Doctor]{}, service.Errorf(service.Forbidden,
			"Only institutions and staff can look doctors up by identifier, phone or e-mail address.")
	}
	sortBy = f.Sort(sortBy)
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
	if sought := f.sought(); len(doctors.Items) == 0 && len(sought) > 0 {
		return doctors, s.options.Trail.Note(ctx, audit.Event{Action: "doctor.search", EntityType: "doctor", Payload: sought})
	}
	return doctors, nil
}

// sought says who is searched for, for the trail.
func (f Filter) sought() map[string]string {
	sought := f.Lookup.Sought(f.Selection.Sought())
	if f.LicenceNumber != "" {
		sought["licence_number"] = f.LicenceNumber
	}
	return sought
}

// where narrows a statement to the doctors that the filter lets through.
func (f Filter) where(ctx context.Context, client *ent.Client, sortable bool) (resource.Where, error) {
	var c service.Checks
	c.Refuse(!sortable, "/sort", "not_allowed", "Doctors can't be sorted by this.")
	all := []resource.Where{
		f.Active.Where(practising),
		f.Selection.Where(doctor.FieldFirstName, doctor.FieldLastName),
		f.Lookup.Where(contact.Doctor, &c),
	}
	if len(f.Status) > 0 {
		statuses := make([]doctor.Status, len(f.Status))
		for i, status := range f.Status {
			statuses[i] = doctor.Status(status)
			c.Refuse(doctor.StatusValidator(statuses[i]) != nil, "/status", "not_allowed", "There is no such status.")
		}
		all = append(all, doctor.StatusIn(statuses...))
	}
	if len(f.Specialty) > 0 {
		ids, err := c.Entries(ctx, "/specialty", f.Specialty, func(code string) service.Entry {
			return client.DoctorSpecialty.Query().Where(doctorspecialty.Code(code))
		})
		if err != nil {
			return nil, err
		}
		all = append(all, doctor.SpecialtyIDIn(ids...))
	}
	if f.LicenceNumber != "" {
		all = append(all, doctor.LicenceNumber(f.LicenceNumber))
	}
	if f.InstitutionID != uuid.Nil {
		all = append(all, doctor.InstitutionID(f.InstitutionID))
	}
	return resource.And(all...), c.Err()
}

// practising matches doctors who are active or not.
func practising(active bool) resource.Where {
	if active {
		return doctor.StatusEQ(doctor.StatusActive)
	}
	return doctor.StatusNEQ(doctor.StatusActive)
}
