package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// BloodTypeCompatibility says that red cells of the donor's group may be given to the recipient's.
type BloodTypeCompatibility struct{ ent.Schema }

// Mixin of BloodTypeCompatibility.
func (BloodTypeCompatibility) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Created{}} }

// Fields of BloodTypeCompatibility.
func (BloodTypeCompatibility) Fields() []ent.Field {
	return []ent.Field{field.Int("donor_id"), field.Int("recipient_id")}
}

// Edges of BloodTypeCompatibility.
func (BloodTypeCompatibility) Edges() []ent.Edge {
	const table = "blood_type_compatibilities"
	return []ent.Edge{
		requires(table, "donor", "donor_id", BloodType.Type, entsql.Cascade),
		requires(table, "recipient", "recipient_id", BloodType.Type, entsql.Cascade),
	}
}

// Indexes of BloodTypeCompatibility.
func (BloodTypeCompatibility) Indexes() []ent.Index {
	return []ent.Index{
		// Recipients of a group; the foreign key.
		index.Fields("donor_id", "recipient_id").Unique(),
		// Donors for a group; the foreign key.
		index.Fields("recipient_id"),
	}
}

// Policy of BloodTypeCompatibility.
func (BloodTypeCompatibility) Policy() ent.Policy { return rule.Catalog() }
