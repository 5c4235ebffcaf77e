package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
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
	about string // what the entry is about, an entry of the catalog of
	of    any
	by    string // the column that tells a patient's entries about the same thing apart; lists are in its order
}

// Fields of an entry.
func (e entry) Fields() []ent.Field {
	fields := append(mixin.UUIDKey{}.Fields(), mixin.Mutable{}.Fields()...)
	return append(fields,
		field.UUID("patient_id", uuid.UUID{}).Immutable(),
		field.Int(e.about+"_id"),
		field.String("notes").MaxRuneLen(4000).Optional().Nillable().SchemaType(varchar(4000)),
		sourceElements(),
	)
}

// Edges of an entry.
func (e entry) Edges() []ent.Edge {
	return []ent.Edge{
		partOf(e.table, "patient", "patient_id", Patient.Type),
		requires(e.table, e.about, e.about+"_id", e.of, entsql.Restrict),
	}
}

// Indexes of an entry. Where a date that may be unknown tells entries apart, sql/tables has the first.
func (e entry) Indexes() []ent.Index {
	var indexes []ent.Index
	if e.by != "" {
		// A patient's entries in order; the grain; the foreign key.
		indexes = append(indexes, index.Fields("patient_id", e.by, e.about+"_id").Unique())
	}
	return append(indexes,
		// Patients with the same entry, for example when a drug is recalled; the foreign key to the catalog.
		index.Fields(e.about+"_id"),
	)
}
