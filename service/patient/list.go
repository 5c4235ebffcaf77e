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

// The sort orders of patients: newest or oldest first, or by last and first name.
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

// Filter selects the patients to list.
type Filter struct {
	// Name is part of a name, in any case, with or without accents; empty for all.
	Name string
	// Active selects patients in care; false selects deactivated ones.
	Active bool
	// ValidationStatus selects one status; empty for all.
	ValidationStatus valueset.ValidationStatus
	// DoctorID selects the patients of one doctor; nil for all.
	DoctorID uuid.UUID
	// InstitutionID selects the patients of one institution; nil for all.
	InstitutionID uuid.UUID
	// Mine selects the patients of the doctor who is signed in.
	Mine bool
}

// List returns a page of the patients whom the viewer may see, and records that they were read. It fails with Invalid when
// the sort, the status, the limit or the cursor is not valid, or when Mine is set and the viewer isn't a doctor.
func (s *Service) List(ctx context.Context, f Filter, sortBy string, r page.Request) (page.Page[*Patient], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*Patient]{}, err
	}
	order, ok := orders.Parse(sortBy)
	if !ok {
		return page.Page[*Patient]{}, service.InvalidFields([]service.Field{
			{Pointer: "/sort", Code: "not_allowed", Detail: "Patients can't be sorted by this."},
		})
	}
	where, err := f.predicates(v)
	if err != nil {
		return page.Page[*Patient]{}, err
	}
	// A cursor is valid only for the viewer, the sort and the filter that it was made for.
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
				{Pointer: "/validation_status", Code: "not_allowed", Detail: "There is no such status."},
			})
		}
		where = append(where, patient.ValidationStatusEQ(status))
	}
	if f.Mine {
		if v.Kind != viewer.Doctor {
			return nil, service.InvalidFields([]service.Field{
				{Pointer: "/doctor_id", Code: "not_found", Detail: "Only doctors have patients of their own."},
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
