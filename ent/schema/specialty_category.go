package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// SpecialtyCategory groups medical specialties in a tree.
type SpecialtyCategory struct{ ent.Schema }

// Mixin of SpecialtyCategory.
func (SpecialtyCategory) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Named{}} }

// Fields of SpecialtyCategory.
func (SpecialtyCategory) Fields() []ent.Field {
	return []ent.Field{field.Int("parent_id").Optional().Nillable()}
}

// Edges of SpecialtyCategory.
func (SpecialtyCategory) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("children", SpecialtyCategory.Type).
			Annotations(entsql.OnDelete(entsql.Restrict)).
			From("parent").Field("parent_id").Unique(),
	}
}

// Indexes of SpecialtyCategory.
func (SpecialtyCategory) Indexes() []ent.Index {
	return []ent.Index{
		// The categories within a category; the foreign key.
		index.Fields("parent_id"),
	}
}

// Annotations of SpecialtyCategory.
func (SpecialtyCategory) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"specialty_categories_not_its_own_part": "parent_id <> id",
	})}
}
