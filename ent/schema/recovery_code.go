package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// RecoveryCode takes the place of an authenticator that is lost, once. It is stored as its SHA-256.
type RecoveryCode struct{ ent.Schema }

// Mixin of RecoveryCode.
func (RecoveryCode) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}} }

// Fields of RecoveryCode.
func (RecoveryCode) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("second_factor_id", uuid.UUID{}).Immutable(),
		field.Bytes("code_hash").Immutable().Sensitive(),
		instant("used_at"),
	}
}

// Edges of RecoveryCode.
func (RecoveryCode) Edges() []ent.Edge {
	return []ent.Edge{
		partOf("recovery_codes", "second_factor", "second_factor_id", SecondFactor.Type),
	}
}

// Indexes of RecoveryCode.
func (RecoveryCode) Indexes() []ent.Index {
	return []ent.Index{
		// Whether this is a code of the factor; the foreign key.
		index.Fields("second_factor_id", "code_hash").Unique(),
	}
}

// Annotations of RecoveryCode.
func (RecoveryCode) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"recovery_codes_code_hash": "length(code_hash) = 32",
	})}
}

// Policy of RecoveryCode.
func (RecoveryCode) Policy() ent.Policy { return rule.SystemOnly() }
