package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// AuditSpool says how far an instance's local spool of audit records has been shipped. It is updated in the transaction
// that inserts the records into AuditInbox, so that each arrives once.
type AuditSpool struct{ ent.Schema }

// Mixin of AuditSpool.
func (AuditSpool) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of AuditSpool.
func (AuditSpool) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("shipped_bytes").Default(0).Comment("all before this offset is in the inbox or sealed"),
	}
}

// Annotations of AuditSpool.
func (AuditSpool) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"audit_spools_shipped_bytes": "shipped_bytes >= 0",
	})}
}

// Policy of AuditSpool.
func (AuditSpool) Policy() ent.Policy { return rule.SystemOnly() }
