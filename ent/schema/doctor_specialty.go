package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// DoctorSpecialty is a medical specialty that a doctor practises.
type DoctorSpecialty struct{ ent.Schema }

// Mixin of DoctorSpecialty.
func (DoctorSpecialty) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Named{}} }

// Fields of DoctorSpecialty.
func (DoctorSpecialty) Fields() []ent.Field {
	return []ent.Field{
		field.Int("category_id"),
		field.String("description").MaxRuneLen(500).Optional().Nillable().SchemaType(varchar(500)),
	}
}

// Edges of DoctorSpecialty.
func (DoctorSpecialty) Edges() []ent.Edge {
	return []ent.Edge{
		requires("doctor_specialties", "category", "category_id", SpecialtyCategory.Type, entsql.Restrict),
	}
}

// Indexes of DoctorSpecialty.
func (DoctorSpecialty) Indexes() []ent.Index {
	return []ent.Index{
		// No two specialties of one name; look-up by name.
		index.Fields("name").Unique(),
		// The specialties of a category; the foreign key.
		index.Fields("category_id"),
	}
}
