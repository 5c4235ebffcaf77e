package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
	"github.com/google/uuid"
)

// entityTypes are the kinds of row that contacts, identifiers and accounts belong to.
var entityTypes = []string{"patient", "doctor", "institution"}

// owned is a safe soft reference (entity_type, entity_id): PostgreSQL generates patient_id, doctor_id and institution_id
// from it, which are real foreign keys (sql/tables).
type owned struct{ mixin.Schema }

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

// contact is what e-mail addresses, phones and postal addresses share.
type contact struct{ mixin.Schema }

// Fields of contact. One primary per entity is a partial unique index in sql/tables.
func (contact) Fields() []ent.Field {
	return []ent.Field{
		field.Bool("is_primary").Default(false),
		instant("verified_at"),
	}
}
