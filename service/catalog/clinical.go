package catalog

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service/page"
)

// The orders of coded catalogs: that of the unique index and, in searches, what is recorded most first.
var (
	byCode  = page.Order{Columns: []string{"code_system", "code"}}
	byUsage = page.Order{Columns: []string{"usage_rank", "code_system", "code"}}
)

// Conditions lists diagnoses and findings, by code system and code; a search returns the most recorded first. Anyone may call
// it, and the functions below.
func (r *Reader) Conditions(ctx context.Context, q Query) (Cached[page.Page[Condition]], error) {
	return listCoded(ctx, r, "medical_conditions", q, r.store.Pool().MedicalCondition.Query(),
		func(row *ent.MedicalCondition) standing { return standing{row.UsageRank, row.CodeSystem, row.Code} },
		func(row *ent.MedicalCondition) Condition {
			return Condition{row.CodeSystem, row.Code, row.Name, row.ConditionGroup, row.Chronic}
		})
}

// Medications lists drugs as Conditions lists diagnoses.
func (r *Reader) Medications(ctx context.Context, q Query) (Cached[page.Page[Coded]], error) {
	return listCoded(ctx, r, "medications", q, r.store.Pool().Medication.Query(),
		func(row *ent.Medication) standing { return standing{row.UsageRank, row.CodeSystem, row.Code} },
		func(row *ent.Medication) Coded { return Coded{row.CodeSystem, row.Code, row.Name} })
}

// Allergies lists allergies, intolerances and statements about them as Conditions lists diagnoses.
func (r *Reader) Allergies(ctx context.Context, q Query) (Cached[page.Page[Allergy]], error) {
	return listCoded(ctx, r, "allergies", q, r.store.Pool().Allergy.Query(),
		func(row *ent.Allergy) standing { return standing{row.UsageRank, row.CodeSystem, row.Code} },
		func(row *ent.Allergy) Allergy {
			return Allergy{row.CodeSystem, row.Code, row.Name, (*string)(row.Category), row.Statement}
		})
}

// AllergicReactions lists reactions as Conditions lists diagnoses.
func (r *Reader) AllergicReactions(ctx context.Context, q Query) (Cached[page.Page[Coded]], error) {
	return listCoded(ctx, r, "allergic_reactions", q, r.store.Pool().AllergicReaction.Query(),
		func(row *ent.AllergicReaction) standing { return standing{row.UsageRank, row.CodeSystem, row.Code} },
		func(row *ent.AllergicReaction) Coded { return Coded{row.CodeSystem, row.Code, row.Name} })
}

// standing is where an entry of a coded catalog stands in the orders.
type standing struct {
	rank         int
	system, code string
}

func listCoded[Q page.Query[Q, P, O, E, S], P, O ~func(*sql.Selector), E, T any, S page.Scanner](
	ctx context.Context, r *Reader, name string, q Query, query Q, standingOf func(*E) standing, convert func(*E) T,
) (Cached[page.Page[T]], error) {
	if q.text() == "" {
		return list(ctx, r, name, q, query, byCode,
			func(row *E) []any { at := standingOf(row); return []any{at.system, at.code} }, convert)
	}
	return list(ctx, r, name, q, query, byUsage,
		func(row *E) []any { at := standingOf(row); return []any{at.rank, at.system, at.code} }, convert)
}
