package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	entmixin "entgo.io/ent/schema/mixin"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// entry is what all entries of a patient's record have in common.
type entry struct {
	entmixin.Schema

	table string
	// grain are the columns that no two entries of a patient share; lists are in their order.
	grain []string
}

// Fields of an entry.
func (entry) Fields() []ent.Field {
	fields := append(mixin.UUIDKey{}.Fields(), mixin.Mutable{}.Fields()...)
	return append(fields,
		field.UUID("patient_id", uuid.UUID{}).Immutable(),
		field.String("notes").MaxRuneLen(4000).Optional().Nillable().SchemaType(varchar(4000)),
	)
}

// Edges of an entry.
func (e entry) Edges() []ent.Edge {
	return []ent.Edge{partOf(e.table, "patient", "patient_id", Patient.Type)}
}

// Indexes of an entry.
func (e entry) Indexes() []ent.Index {
	return []ent.Index{
		// A patient's entries in order; the grain; the foreign key.
		index.Fields(append([]string{"patient_id"}, e.grain...)...).Unique(),
	}
}
