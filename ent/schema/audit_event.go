package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/predicthealth/predicthealth/ent/rule"
)

// AuditEvent is a sealed audit record: numbered without gaps, and chained to the one before by its hash. The table is
// partitioned by month, which ent can't express: sql/tables creates it.
type AuditEvent struct{ ent.Schema }

// Mixin of AuditEvent.
func (AuditEvent) Mixin() []ent.Mixin { return []ent.Mixin{auditRecord{}} }

// Fields of AuditEvent.
func (AuditEvent) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id").StorageKey("number").Immutable(),
		field.Time("sealed_at").GoType(time.Time{}).Immutable().SchemaType(postgres("timestamptz")),
		field.Bytes("payload_digest").Optional().Nillable().Immutable().SchemaType(postgres("bytea")),
		field.Bytes("previous_hash").Immutable(),
		field.Bytes("hash").Immutable(),
	}
}

// Annotations of AuditEvent.
func (AuditEvent) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Table("audit_events"), entsql.Skip()}
}

// Policy of AuditEvent.
func (AuditEvent) Policy() ent.Policy { return rule.SystemOnly() }
