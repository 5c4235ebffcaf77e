package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// Allergy is an allergy or intolerance, or the statement that there is none.
type Allergy struct{ ent.Schema }

// Mixin of Allergy.
func (Allergy) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Coded{}} }

// Fields of Allergy.
func (Allergy) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("category").Values("food", "medication", "environment", "biologic").
			Optional().Nillable().SchemaType(varchar(20)).Comment("FHIR AllergyIntolerance.category"),
		field.Bool("statement").Default(false).
			Comment("a statement about allergies, such as 'no known allergy', not an allergy"),
	}
}

// Annotations of Allergy.
func (Allergy) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"allergies_category": oneOf("category", "food", "medication", "environment", "biologic"),
	})}
}
