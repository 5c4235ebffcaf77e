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

// Region is a subdivision in ISO 3166-2; in some countries regions lie within other regions.
type Region struct{ ent.Schema }

// Mixin of Region.
func (Region) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Catalog{}} }

// Fields of Region.
func (Region) Fields() []ent.Field {
	return []ent.Field{
		field.Int("country_id"),
		field.Int("parent_id").Optional().Nillable(),
		field.String("code").MaxRuneLen(6).Unique().SchemaType(varchar(6)).Comment("such as US-MA"),
		field.String("name").MaxRuneLen(150).SchemaType(varchar(150)),
		field.String("category").MaxRuneLen(100).SchemaType(varchar(100)).Comment("such as state or province"),
	}
}

// Edges of Region. A composite foreign key in sql/tables makes sure that the parent lies in the same country.
func (Region) Edges() []ent.Edge {
	return []ent.Edge{
		requires("regions", "country", "country_id", Country.Type, entsql.Restrict),
		edge.To("children", Region.Type).
			Annotations(entsql.OnDelete(entsql.Restrict)).
			From("parent").Field("parent_id").Unique(),
	}
}

// Indexes of Region.
func (Region) Indexes() []ent.Index {
	return []ent.Index{
		// The regions of a country by name; the foreign key.
		index.Fields("country_id", "name"),
		// The regions within a region; the foreign key.
		index.Fields("parent_id", "country_id"),
	}
}

// Annotations of Region.
func (Region) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"regions_code_format":      "code ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'",
		"regions_name_not_blank":   mixin.NotBlank("name"),
		"regions_not_its_own_part": "parent_id <> id",
	})}
}
