package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// BloodType is one of the eight ABO and RhD groups.
type BloodType struct{ ent.Schema }

// Mixin of BloodType.
func (BloodType) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Catalog{}} }

// Fields of BloodType.
func (BloodType) Fields() []ent.Field {
	return []ent.Field{
		field.String("code").MaxRuneLen(3).Unique().SchemaType(varchar(3)),
		field.String("name").MaxRuneLen(100).SchemaType(varchar(100)),
		field.String("abo").MaxRuneLen(2).SchemaType(varchar(2)),
		field.Bool("rh_positive"),
	}
}

// Annotations of BloodType.
func (BloodType) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"blood_types_abo":  oneOf("abo", "O", "A", "B", "AB"),
		"blood_types_code": "code = abo || CASE WHEN rh_positive THEN '+' ELSE '-' END",
	})}
}
