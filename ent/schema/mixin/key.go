// Package mixin holds the columns that several tables share.
package mixin

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
	"github.com/google/uuid"
)

// UUIDKey is the key of people and records: a version 7 UUID from the application, so that rows written together are
// stored together. Rows written by plain SQL get gen_random_uuid().
type UUIDKey struct{ mixin.Schema }

// Fields of UUIDKey.
func (UUIDKey) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("id", uuid.UUID{}).
			Default(func() uuid.UUID { return uuid.Must(uuid.NewV7()) }).
			Immutable().
			Annotations(entsql.DefaultExpr("gen_random_uuid()")),
	}
}
