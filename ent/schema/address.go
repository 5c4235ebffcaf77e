package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
	"github.com/predicthealth/predicthealth/internal/valueset"
)

// Address is a postal address of an entity.
type Address struct{ ent.Schema }

// Mixin of Address.
func (Address) Mixin() []ent.Mixin {
	return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}, owned{}, contact{}}
}

var addressUses = valueset.AddressUse("").Values()

// Fields of Address.
func (Address) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("use").Values(addressUses...).Default("home").SchemaType(varchar(20)).Comment("FHIR Address.use"),
		field.String("line1").MaxRuneLen(200).SchemaType(varchar(200)),
		field.String("line2").MaxRuneLen(200).Optional().Nillable().SchemaType(varchar(200)),
		field.String("city").MaxRuneLen(100).SchemaType(varchar(100)),
		field.String("postal_code").MaxRuneLen(20).Optional().Nillable().SchemaType(varchar(20)),
		field.Int("region_id").Optional().Nillable(),
		field.Int("country_id"),
		measure("latitude", 8, 6),
		measure("longitude", 9, 6),
	}
}

// Edges of Address. A composite foreign key in sql/tables makes sure that the region belongs to the country.
func (Address) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("addresses", "region", "region_id", Region.Type, entsql.Restrict),
		requires("addresses", "country", "country_id", Country.Type, entsql.Restrict),
	}
}

// Indexes of Address.
func (Address) Indexes() []ent.Index {
	return []ent.Index{
		// The one primary address of an entity.
		index.Fields("entity_type", "entity_id").Unique().StorageKey("addresses_one_primary").
			Annotations(entsql.IndexWhere("is_primary")),
		// Addresses in a region; the composite foreign key.
		index.Fields("region_id", "country_id"),
		// Addresses in a country; the foreign key.
		index.Fields("country_id"),
	}
}

// Annotations of Address.
func (Address) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"addresses_entity_type":              oneOf("entity_type", entityTypes...),
		"addresses_use":                      oneOf("use", addressUses...),
		"addresses_line1_not_blank":          mixin.NotBlank("line1"),
		"addresses_city_not_blank":           mixin.NotBlank("city"),
		"addresses_position_both_or_neither": "(latitude IS NULL) = (longitude IS NULL)",
		"addresses_latitude":                 "latitude BETWEEN -90 AND 90",
		"addresses_longitude":                "longitude BETWEEN -180 AND 180",
	})}
}

// Policy of Address.
func (Address) Policy() ent.Policy { return rule.Address() }
