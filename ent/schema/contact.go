package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
	"github.com/google/uuid"
)

// entityTypes are the kinds of row that contacts, identifiers and accounts belong to.
var entityTypes = []string{"patient", "doctor", "institution"}

// owned is the soft reference (entity_type, entity_id) made safe: patient_id, doctor_id and institution_id are
// generated from it by PostgreSQL and are real foreign keys (sql/tables). ref is the name of the edge back.
type owned struct {
	mixin.Schema
	ref string
}

// Fields of owned.
func (owned) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("entity_type").Values(entityTypes...).Immutable().SchemaType(varchar(20)),
		field.UUID("entity_id", uuid.UUID{}).Immutable(),
		generatedID("patient_id"),
		generatedID("doctor_id"),
		generatedID("institution_id"),
	}
}

// Edges of owned.
func (o owned) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("patient", Patient.Type).Ref(o.ref).Field("patient_id").Unique().Immutable(),
		edge.From("doctor", Doctor.Type).Ref(o.ref).Field("doctor_id").Unique().Immutable(),
		edge.From("institution", MedicalInstitution.Type).Ref(o.ref).Field("institution_id").Unique().Immutable(),
	}
}

// contact is what e-mail addresses, phones and postal addresses share.
type contact struct{ mixin.Schema }

// Fields of contact. One primary per entity is a partial unique index in sql/tables.
func (contact) Fields() []ent.Field {
	return []ent.Field{
		field.Bool("is_primary").Default(false),
		instant("verified_at"),
	}
}
