package catalog

import (
	"context"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service/page"
)

// byCode is the order of the unique index of coded catalogs.
var byCode = page.Order{Columns: []string{"code_system", "code"}}

// Conditions lists diagnoses and findings, by code system and code. Anyone may call it, and the functions below.
func (r *Reader) Conditions(ctx context.Context, q Query) (Cached[page.Page[Condition]], error) {
	return list(ctx, r, "medical_conditions", q, r.store.Pool().MedicalCondition.Query(), byCode,
		func(row *ent.MedicalCondition) []any { return []any{row.CodeSystem, row.Code} },
		func(row *ent.MedicalCondition) Condition {
			return Condition{row.CodeSystem, row.Code, row.Name, row.ConditionGroup, row.Chronic}
		})
}

// Medications lists drugs, by code system and code.
func (r *Reader) Medications(ctx context.Context, q Query) (Cached[page.Page[Coded]], error) {
	return list(ctx, r, "medications", q, r.store.Pool().Medication.Query(), byCode,
		func(row *ent.Medication) []any { return []any{row.CodeSystem, row.Code} },
		func(row *ent.Medication) Coded { return Coded{row.CodeSystem, row.Code, row.Name} })
}

// Allergies lists allergies, intolerances and statements about them, by code system and code.
func (r *Reader) Allergies(ctx context.Context, q Query) (Cached[page.Page[Allergy]], error) {
	return list(ctx, r, "allergies", q, r.store.Pool().Allergy.Query(), byCode,
		func(row *ent.Allergy) []any { return []any{row.CodeSystem, row.Code} },
		func(row *ent.Allergy) Allergy {
			return Allergy{row.CodeSystem, row.Code, row.Name, (*string)(row.Category), row.Statement}
		})
}

// AllergicReactions lists reactions, by code system and code.
func (r *Reader) AllergicReactions(ctx context.Context, q Query) (Cached[page.Page[Coded]], error) {
	return list(ctx, r, "allergic_reactions", q, r.store.Pool().AllergicReaction.Query(), byCode,
		func(row *ent.AllergicReaction) []any { return []any{row.CodeSystem, row.Code} },
		func(row *ent.AllergicReaction) Coded { return Coded{row.CodeSystem, row.Code, row.Name} })
}
