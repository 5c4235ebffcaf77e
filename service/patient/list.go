package patient

import (
	"context"
	"crypto/sha256"
	"fmt"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
)

// Sorts of patients: the newest or the oldest first, or by last and first name.
const (
	SortNewest   = "-created_at"
	SortOldest   = "created_at"
	SortName     = "name"
	SortNameDesc = "-name"
)

type sort struct {
	order page.Order
	keys  func(*ent.Patient) []any
}

var (
	byCreation = []string{patient.FieldCreatedAt, patient.FieldID}
	byName     = []string{patient.FieldLastName, patient.FieldFirstName, patient.FieldID}

	sorts = map[string]sort{
		SortNewest:   {page.Order{Columns: byCreation, Desc: true}, creationKeys},
		SortOldest:   {page.Order{Columns: byCreation}, creationKeys},
		SortName:     {page.Order{Columns: byName}, nameKeys},
		SortNameDesc: {page.Order{Columns: byName, Desc: true}, nameKeys},
	}
)

func creationKeys(p *ent.Patient) []any { return []any{p.CreatedAt, p.ID} }
func nameKeys(p *ent.Patient) []any     { return []any{p.LastName, p.FirstName, p.ID} }

// Filter says which patients to list.
type Filter struct {
	// Name is part of a name, in any case, with or without accents; empty lists all.
	Name string
	// Active lists those in care; false lists the deactivated.
	Active bool
	// ValidationStatus lists one status; empty lists all.
	ValidationStatus string
}

// List returns a page of the patients whom the viewer may see. It fails with an Invalid error when the sort, the
// status, the limit or the cursor is none.
func (s *Service) List(ctx context.Context, f Filter, sortBy string, r page.Request) (page.Page[*Patient], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*Patient]{}, err
	}
	by, ok := sorts[sortBy]
	if !ok {
		return page.Page[*Patient]{}, service.InvalidFields([]service.Field{
			{Pointer: "/sort", Code: "unknown", Detail: "Patients can't be sorted by this."},
		})
	}
	where, err := f.predicates()
	if err != nil {
		return page.Page[*Patient]{}, err
	}
	// A cursor holds for what it was given for: this viewer, sort and filter.
	list := fmt.Sprintf("%x", sha256.Sum256(fmt.Appendf(nil, "patients %s %q %q %t %q", v.AccountID, sortBy,
		f.Name, f.Active, f.ValidationStatus)))
	query := withCodes(s.store.Client(ctx).Patient.Query().Where(where...))
	rows, err := page.List(ctx, s.cursors, query, r, by.order, list, by.keys)
	if err != nil {
		return page.Page[*Patient]{}, fmt.Errorf("listing patients: %w", err)
	}
	p := page.Page[*Patient]{Items: make([]*Patient, len(rows.Items)), Next: rows.Next, Prev: rows.Prev}
	for i, row := range rows.Items {
		if p.Items[i], err = fromRow(row); err != nil {
			return page.Page[*Patient]{}, err
		}
	}
	return p, nil
}

func (f Filter) predicates() ([]predicate.Patient, error) {
	where := []predicate.Patient{patient.Active(f.Active)}
	if f.ValidationStatus != "" {
		status := patient.ValidationStatus(f.ValidationStatus)
		if patient.ValidationStatusValidator(status) != nil {
			return nil, service.InvalidFields([]service.Field{
				{Pointer: "/validation_status", Code: "unknown", Detail: "There is no such status."},
			})
		}
		where = append(where, patient.ValidationStatusEQ(status))
	}
	if f.Name != "" {
		where = append(where, search.Name[predicate.Patient](f.Name, patient.FieldFirstName, patient.FieldLastName))
	}
	return where, nil
}
