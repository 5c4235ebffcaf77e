package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// ServiceAccountSecret is a client secret, stored as its SHA-256. Two may be valid at a time, so that a secret can be
// changed without interruption.
type ServiceAccountSecret struct{ ent.Schema }

// Mixin of ServiceAccountSecret.
func (ServiceAccountSecret) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}} }

// Fields of ServiceAccountSecret.
func (ServiceAccountSecret) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("service_account_id", uuid.UUID{}).Immutable(),
		field.Bytes("secret_hash").Immutable().Sensitive(),
		instant("expires_at"),
	}
}

// Edges of ServiceAccountSecret.
func (ServiceAccountSecret) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("service_account", ServiceAccount.Type).Ref("secrets").
			Field("service_account_id").Unique().Required().Immutable(),
	}
}

// Indexes of ServiceAccountSecret.
func (ServiceAccountSecret) Indexes() []ent.Index {
	return []ent.Index{
		// The secrets of a service account, when it signs in; the foreign key.
		index.Fields("service_account_id"),
	}
}

// Policy of ServiceAccountSecret.
func (ServiceAccountSecret) Policy() ent.Policy { return rule.SystemOnly() }
