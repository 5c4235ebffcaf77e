package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// Country is an entry of ISO 3166-1.
type Country struct{ ent.Schema }

// Mixin of Country.
func (Country) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Catalog{}} }

// Fields of Country.
func (Country) Fields() []ent.Field {
	return []ent.Field{
		field.String("code").SchemaType(postgres("char(2)")).Unique().Comment("alpha-2"),
		field.String("alpha3").SchemaType(postgres("char(3)")).Unique(),
		field.String("numeric_code").SchemaType(postgres("char(3)")).Unique(),
		field.String("name").MaxRuneLen(100).SchemaType(varchar(100)).Annotations(mixin.Sorted()),
		field.String("other_names").MaxRuneLen(300).Default("").SchemaType(varchar(300)).
			Comment("what else people call it, in its own languages and in English, with semicolons between"),
		field.String("calling_code").MaxRuneLen(8).Optional().Nillable().SchemaType(varchar(8)).
			Comment("ITU-T E.164 country code, digits only"),
		field.String("currency_code").Optional().Nillable().SchemaType(postgres("char(3)")).Comment("ISO 4217"),
		field.String("currency_name").MaxRuneLen(100).Optional().Nillable().SchemaType(varchar(100)),
	}
}

// Annotations of Country.
func (Country) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"countries_code_format":         "code ~ '^[A-Z]{2}$'",
		"countries_alpha3_format":       "alpha3 ~ '^[A-Z]{3}$'",
		"countries_numeric_code_format": "numeric_code ~ '^[0-9]{3}$'",
		"countries_calling_code_format": "calling_code ~ '^[1-9][0-9]{0,6}$'",
		"countries_currency_format":     "currency_code ~ '^[A-Z]{3}$'",
		"countries_name_not_blank":      mixin.NotBlank("name"),
	})}
}
