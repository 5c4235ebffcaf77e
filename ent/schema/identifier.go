package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// Identifier is another system's identifier for an entity (FHIR Identifier). With it, records keep their numbers, and
// loading the same records twice finds them again.
type Identifier struct{ ent.Schema }

// Mixin of Identifier.
func (Identifier) Mixin() []ent.Mixin {
	return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}, owned{}}
}

// Fields of Identifier.
func (Identifier) Fields() []ent.Field {
	return []ent.Field{
		field.String("system").MaxRuneLen(255).Immutable().SchemaType(varchar(255)).Comment("the naming system's URI"),
		field.String("value").MaxRuneLen(255).Immutable().SchemaType(varchar(255)),
	}
}

// Indexes of Identifier.
func (Identifier) Indexes() []ent.Index {
	return []ent.Index{
		// Whose identifier is this; no two rows share one.
		index.Fields("system", "value").Unique(),
		// Whose number is this, whatever the system.
		index.Fields("value"),
	}
}

// Annotations of Identifier.
func (Identifier) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"identifiers_entity_type":      oneOf("entity_type", entityTypes...),
		"identifiers_system_not_blank": mixin.NotBlank("system"),
		"identifiers_value_not_blank":  mixin.NotBlank("value"),
	})}
}

// Policy of Identifier.
func (Identifier) Policy() ent.Policy { return rule.Identifier() }
