package patient

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

var orders = page.Orders{
	page.SortOldest:  {patient.FieldCreatedAt, patient.FieldID},
	page.SortName:    {patient.FieldLastName, patient.FieldFirstName, patient.FieldID},
	page.SortChanged: {patient.FieldUpdatedAt, patient.FieldID},
}

// Filter selects the patients to list. Empty and nil values select all.
type Filter struct {
	page.Selection
	contact.Lookup
	// DateOfBirth selects patients born on this day.
	DateOfBirth time.Time
	// ValidationStatus selects patients with one of these statuses.
	ValidationStatus []valueset.ValidationStatus
	// DoctorID selects the patients of one doctor.
	DoctorID uuid.UUID
	// InstitutionID selects the patients of one institution.
	InstitutionID uuid.UUID
	// Mine selects the patients of the doctor who is signed in.
	Mine bool
}

// List returns a page of the patients whom the viewer may see, and records that they were read, or who was searched for
// in vain. It fails with Invalid when
// the sort, the filter, the limit or the cursor is not valid, or when Mine is set and the viewer isn't a doctor. Without a sort,
// it takes the one of [page.Selection.Sort].
func (s *Service) List(ctx context.Context, f Filter, sortBy string, r page.Request) (page.Page[*Patient], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*Patient]{}, err
	}
	sortBy = f.Sort(sortBy)
	order, sortable := orders.Parse(sortBy)
	where, err := f.where(v, sortable)
	if err != nil {
		return page.Page[*Patient]{}, err
	}
	// A cursor is valid only for the viewer, the sort and the filter that it was made for.
	list := page.Identify("patients", v.AccountID, sortBy, f)
	p, err := patients.Page(ctx, s.store.Client(ctx), s.cursors, where, r, order, list)
	if err != nil {
		return page.Page[*Patient]{}, fmt.Errorf("listing patients: %w", err)
	}
	read := make([]uuid.UUID, len(p.Items))
	for i, patient := range p.Items {
		read[i], patient.SourceElements = patient.ID, nil
	}
	if sought := f.sought(); len(read) == 0 && len(sought) > 0 {
		return p, s.trail.Note(ctx, audit.Event{Action: "patient.search", EntityType: "patient", Payload: sought})
	}
	return p, s.noteRead(ctx, "patient.read", read...)
}

// sought says who is searched for, for the trail.
func (f Filter) sought() map[string]string {
	sought := f.Lookup.Sought(f.Selection.Sought())
	if !f.DateOfBirth.IsZero() {
		sought["date_of_birth"] = f.DateOfBirth.Format(time.DateOnly)
	}
	return sought
}

// where narrows a statement to the patients that the filter lets through.
func (f Filter) where(v viewer.Viewer, sortable bool) (resource.Where, error) {
	var c service.Checks
	c.Refuse(!sortable, "/sort", "not_allowed", "Patients can't be sorted by this.")
	c.Refuse(f.Mine && v.Kind != viewer.Doctor, "/doctor_id", "not_found", "Only doctors have patients of their own.")
	all := []resource.Where{
		f.Active.Where(func(active bool) resource.Where { return patient.Active(active) }),
		f.Selection.Where(patient.FieldFirstName, patient.FieldLastName),
		f.Lookup.Where(contact.Patient, &c),
	}
	add := func(given bool, narrow resource.Where) {
		if given {
			all = append(all, narrow)
		}
	}
	statuses := make([]patient.ValidationStatus, len(f.ValidationStatus))
	for i, status := range f.ValidationStatus {
		statuses[i] = patient.ValidationStatus(status)
		c.Refuse(patient.ValidationStatusValidator(statuses[i]) != nil, "/validation_status", "not_allowed", "There is no such status.")
	}
	add(len(statuses) > 0, patient.ValidationStatusIn(statuses...))
	add(!f.DateOfBirth.IsZero(), patient.DateOfBirth(f.DateOfBirth))
	add(f.Mine, patient.DoctorID(v.SubjectID))
	add(f.DoctorID != uuid.Nil, patient.DoctorID(f.DoctorID))
	add(f.InstitutionID != uuid.Nil, patient.InstitutionID(f.InstitutionID))
	return resource.And(all...), c.Err()
}
