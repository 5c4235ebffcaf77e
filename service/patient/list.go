package patient

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Sorts of patients: the newest or the oldest first, or by last and first name.
const (
	SortNewest   = "-created_at"
	SortOldest   = "created_at"
	SortName     = "name"
	SortNameDesc = "-name"
)

var orders = page.Orders{
	SortOldest: {patient.FieldCreatedAt, patient.FieldID},
	SortName:   {patient.FieldLastName, patient.FieldFirstName, patient.FieldID},
}

// Filter says which patients to list.
type Filter struct {
	// Name is part of a name, in any case, with or without accents; empty lists all.
	Name string
	// Active lists those in care; false lists the deactivated.
	Active bool
	// ValidationStatus lists one status; empty lists all.
	ValidationStatus valueset.ValidationStatus
	// DoctorID lists the patients of one doctor; nil lists those of all.
	DoctorID uuid.UUID
	// InstitutionID lists the patients of one institution; nil lists those of all.
	InstitutionID uuid.UUID
	// Mine lists the patients of the doctor who asks.
	Mine bool
}

// List returns a page of the patients whom the viewer may see, and notes that they were read. It fails with an Invalid
// error when the sort, the status, the limit or the cursor is none, or when Mine is asked by who is no doctor.
func (s *Service) List(ctx context.Context, f Filter, sortBy string, r page.Request) (page.Page[*Patient], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*Patient]{}, err
	}
	order, ok := orders.Parse(sortBy)
	if !ok {
		return page.Page[*Patient]{}, service.InvalidFields([]service.Field{
			{Pointer: "/sort", Code: "unknown", Detail: "Patients can't be sorted by this."},
		})
	}
	where, err := f.predicates(v)
	if err != nil {
		return page.Page[*Patient]{}, err
	}
	// A cursor holds for what it was given for: this viewer, sort and filter.
	list := page.Identify("patients", v.AccountID, sortBy, f)
	p, err := patients.Page(ctx, s.store.Client(ctx), s.cursors, resource.And(where...), r, order, list)
	if err != nil {
		return page.Page[*Patient]{}, fmt.Errorf("listing patients: %w", err)
	}
	read := make([]uuid.UUID, len(p.Items))
	for i, patient := range p.Items {
		read[i] = patient.ID
	}
	return p, s.noteRead(ctx, "patient.read", read...)
}

func (f Filter) predicates(v viewer.Viewer) ([]resource.Where, error) {
	where := []resource.Where{patient.Active(f.Active)}
	if f.ValidationStatus != "" {
		status := patient.ValidationStatus(f.ValidationStatus)
		if patient.ValidationStatusValidator(status) != nil {
			return nil, service.InvalidFields([]service.Field{
				{Pointer: "/validation_status", Code: "unknown", Detail: "There is no such status."},
			})
		}
		where = append(where, patient.ValidationStatusEQ(status))
	}
	if f.Mine {
		if v.Kind != viewer.Doctor {
			return nil, service.InvalidFields([]service.Field{
				{Pointer: "/doctor_id", Code: "unknown", Detail: "Only a doctor's account has patients of its own."},
			})
		}
		f.DoctorID = v.SubjectID
	}
	if f.DoctorID != uuid.Nil {
		where = append(where, patient.DoctorID(f.DoctorID))
	}
	if f.InstitutionID != uuid.Nil {
		where = append(where, patient.InstitutionID(f.InstitutionID))
	}
	if f.Name != "" {
		where = append(where, search.Name[resource.Where](f.Name, patient.FieldFirstName, patient.FieldLastName))
	}
	return where, nil
}
