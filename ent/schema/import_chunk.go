package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// ImportChunk is a piece of the file that an ImportJob loads. Chunks are erased when the job ends.
type ImportChunk struct{ ent.Schema }

// Mixin of ImportChunk.
func (ImportChunk) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}} }

// Fields of ImportChunk.
func (ImportChunk) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("job_id", uuid.UUID{}).Immutable(),
		field.Int("position").NonNegative().Immutable(),
		field.Bytes("content").Immutable().Sensitive(),
	}
}

// Edges of ImportChunk.
func (ImportChunk) Edges() []ent.Edge {
	return []ent.Edge{
		partOf("import_chunks", "job", "job_id", ImportJob.Type),
	}
}

// Indexes of ImportChunk.
func (ImportChunk) Indexes() []ent.Index {
	return []ent.Index{
		// A job's file in order; the foreign key.
		index.Fields("job_id", "position").Unique(),
	}
}

// Policy of ImportChunk.
func (ImportChunk) Policy() ent.Policy { return rule.SystemOnly() }
