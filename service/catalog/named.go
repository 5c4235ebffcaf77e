package catalog

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctorspecialty"
	"github.com/predicthealth/predicthealth/ent/specialtycategory"
	"github.com/predicthealth/predicthealth/service/page"
)

// InstitutionTypes lists the types of institutions. Anyone may call it, and the functions below.
func (r *Reader) InstitutionTypes(ctx context.Context, q Query) (Cached[page.Page[Named]], error) {
	return listNamed(ctx, r, "institution_types", q, r.store.Pool().InstitutionType.Query(),
		func(row *ent.InstitutionType) place { return place{row.DisplayOrder, row.ID, row.Code, row.Name} })
}

// Sexes lists the administrative sexes that FHIR defines.
func (r *Reader) Sexes(ctx context.Context, q Query) (Cached[page.Page[Named]], error) {
	return listNamed(ctx, r, "sexes", q, r.store.Pool().Sex.Query(),
		func(row *ent.Sex) place { return place{row.DisplayOrder, row.ID, row.Code, row.Name} })
}

// Genders lists gender identities.
func (r *Reader) Genders(ctx context.Context, q Query) (Cached[page.Page[Named]], error) {
	return listNamed(ctx, r, "genders", q, r.store.Pool().Gender.Query(),
		func(row *ent.Gender) place { return place{row.DisplayOrder, row.ID, row.Code, row.Name} })
}

// EmailTypes lists the uses of e-mail addresses.
func (r *Reader) EmailTypes(ctx context.Context, q Query) (Cached[page.Page[Named]], error) {
	return listNamed(ctx, r, "email_types", q, r.store.Pool().EmailType.Query(),
		func(row *ent.EmailType) place { return place{row.DisplayOrder, row.ID, row.Code, row.Name} })
}

// PhoneTypes lists the uses of phone numbers.
func (r *Reader) PhoneTypes(ctx context.Context, q Query) (Cached[page.Page[Named]], error) {
	return listNamed(ctx, r, "phone_types", q, r.store.Pool().PhoneType.Query(),
		func(row *ent.PhoneType) place { return place{row.DisplayOrder, row.ID, row.Code, row.Name} })
}

// SpecialtyCategories lists the categories of specialties: all of them, or those inside one.
func (r *Reader) SpecialtyCategories(ctx context.Context, q Query) (Cached[page.Page[SpecialtyCategory]], error) {
	query := r.store.Pool().SpecialtyCategory.Query().WithParent()
	if len(q.In) > 0 {
		query.Where(specialtycategory.HasParentWith(specialtycategory.CodeIn(q.In...)))
	}
	return list(ctx, r, "specialty_categories", q, query, byPlace,
		func(row *ent.SpecialtyCategory) []any { return []any{row.DisplayOrder, row.ID} },
		func(row *ent.SpecialtyCategory) SpecialtyCategory {
			entry := SpecialtyCategory{Code: row.Code, Name: row.Name}
			if row.Edges.Parent != nil {
				entry.Parent = &row.Edges.Parent.Code
			}
			return entry
		})
}

// DoctorSpecialties lists the specialties by name: all of them, or those of one category.
func (r *Reader) DoctorSpecialties(ctx context.Context, q Query) (Cached[page.Page[DoctorSpecialty]], error) {
	query := r.store.Pool().DoctorSpecialty.Query().WithCategory()
	if len(q.Of) > 0 {
		query.Where(doctorspecialty.HasCategoryWith(specialtycategory.CodeIn(q.Of...)))
	}
	return list(ctx, r, "doctor_specialties", q, query, page.Order{Columns: []string{doctorspecialty.FieldName}},
		func(row *ent.DoctorSpecialty) []any { return []any{row.Name} },
		func(row *ent.DoctorSpecialty) DoctorSpecialty {
			return DoctorSpecialty{row.Code, row.Name, row.Edges.Category.Code, row.Description}
		})
}

// byPlace is the order that administrators give small catalogs.
var byPlace = page.Order{Columns: []string{"display_order", "id"}}

// place is an entry of a small catalog, with its position.
type place struct {
	order, id  int
	code, name string
}

// listNamed lists a catalog whose entries have only a code and a name.
func listNamed[Q page.Query[Q, P, O, E, S], P, O ~func(*sql.Selector), E any, S page.Scanner](
	ctx context.Context, r *Reader, name string, q Query, query Q, placeOf func(*E) place,
) (Cached[page.Page[Named]], error) {
	return list(ctx, r, name, q, query, byPlace,
		func(row *E) []any { p := placeOf(row); return []any{p.order, p.id} },
		func(row *E) Named { p := placeOf(row); return Named{p.code, p.name} })
}
