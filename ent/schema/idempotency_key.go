package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// IdempotencyKey stores the answer to an unsafe request, so that a repeated request gets the same answer and does nothing.
type IdempotencyKey struct{ ent.Schema }

// Mixin of IdempotencyKey.
func (IdempotencyKey) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}} }

// Fields of IdempotencyKey.
func (IdempotencyKey) Fields() []ent.Field {
	return []ent.Field{
		field.String("caller").MaxRuneLen(100).Immutable().SchemaType(varchar(100)).Comment("type and id of who asked"),
		field.String("operation").MaxRuneLen(100).Immutable().SchemaType(varchar(100)).Comment("OpenAPI operationId"),
		field.String("key").MaxRuneLen(255).Immutable().SchemaType(varchar(255)),
		field.Bytes("request_hash").Immutable(),
		field.Int("status").Optional().Nillable().SchemaType(postgres("smallint")).Comment("HTTP status of the answer"),
		field.Bytes("response").Optional().Nillable().Sensitive().Comment("headers and body, encrypted"),
		field.Time("expires_at").GoType(time.Time{}).Immutable().SchemaType(postgres("timestamptz")),
	}
}

// Indexes of IdempotencyKey.
func (IdempotencyKey) Indexes() []ent.Index {
	return []ent.Index{
		// Whether this request was answered before.
		index.Fields("caller", "operation", "key").Unique(),
		// Expired keys, for the sweeper.
		index.Fields("expires_at"),
	}
}

// Annotations of IdempotencyKey.
func (IdempotencyKey) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"idempotency_keys_key_not_blank": mixin.NotBlank("key"),
		"idempotency_keys_status":        "status BETWEEN 200 AND 599",
	})}
}

// Policy of IdempotencyKey.
func (IdempotencyKey) Policy() ent.Policy { return rule.SystemOnly() }
