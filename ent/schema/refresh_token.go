package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// RefreshToken is a token of a session, stored as the SHA-256 of its secret. Used tokens stay, so that reuse is noticed.
type RefreshToken struct{ ent.Schema }

// Mixin of RefreshToken.
func (RefreshToken) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}} }

// Fields of RefreshToken.
func (RefreshToken) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("session_id", uuid.UUID{}).Immutable(),
		field.Bytes("token_hash").Unique().Immutable().Sensitive(),
		field.Time("expires_at").GoType(time.Time{}).Immutable().SchemaType(postgres("timestamptz")),
		instant("used_at"),
	}
}

// Edges of RefreshToken.
func (RefreshToken) Edges() []ent.Edge {
	return []ent.Edge{
		partOf("refresh_tokens", "session", "session_id", Session.Type),
	}
}

// Indexes of RefreshToken.
func (RefreshToken) Indexes() []ent.Index {
	return []ent.Index{
		// The tokens of a session; the foreign key.
		index.Fields("session_id"),
	}
}

// Policy of RefreshToken.
func (RefreshToken) Policy() ent.Policy { return rule.SystemOnly() }
