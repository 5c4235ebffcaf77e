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

// Phone is a phone number in E.164 for contacting an entity.
type Phone struct{ ent.Schema }

// Mixin of Phone.
func (Phone) Mixin() []ent.Mixin {
	return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}, owned{}, contact{}}
}

// Fields of Phone.
func (Phone) Fields() []ent.Field {
	return []ent.Field{
		field.Int("phone_type_id"),
		field.String("number").MaxRuneLen(16).SchemaType(varchar(16)).Comment("E.164, possible but not necessarily assigned"),
		field.String("country_code").MaxRuneLen(3).SchemaType(varchar(3)).Comment("calling code, the number's first digits"),
		field.String("area_code").MaxRuneLen(6).Optional().Nillable().SchemaType(varchar(6)),
		field.String("extension").MaxRuneLen(10).Optional().Nillable().SchemaType(varchar(10)),
	}
}

// Edges of Phone.
func (Phone) Edges() []ent.Edge {
	return []ent.Edge{requires("phones", "type", "phone_type_id", PhoneType.Type, entsql.Restrict)}
}

// Indexes of Phone. sql/tables has the one on entities and numbers, which ent can't express.
func (Phone) Indexes() []ent.Index {
	return []ent.Index{
		// The one primary number of an entity.
		index.Fields("entity_type", "entity_id").Unique().StorageKey("phones_one_primary").
			Annotations(entsql.IndexWhere("is_primary")),
		// Whose number is this.
		index.Fields("number"),
		// The foreign key.
		index.Fields("phone_type_id"),
	}
}

// Annotations of Phone.
func (Phone) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"phones_entity_type":      oneOf("entity_type", entityTypes...),
		"phones_number_format":    phoneFormat("number"),
		"phones_country_code":     "country_code ~ '^[1-9][0-9]{0,2}$' AND number LIKE '+' || country_code || '%'",
		"phones_area_code":        "area_code ~ '^[0-9]{1,6}$' AND number LIKE '+' || country_code || area_code || '%'",
		"phones_extension_format": "extension ~ '^[0-9]{1,10}$'",
	})}
}

// Policy of Phone.
func (Phone) Policy() ent.Policy { return rule.Phone() }
