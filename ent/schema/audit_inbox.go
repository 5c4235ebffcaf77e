package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// AuditInbox is where writers put audit records; the sequencer moves them to AuditEvent.
type AuditInbox struct{ ent.Schema }

// Mixin of AuditInbox.
func (AuditInbox) Mixin() []ent.Mixin {
	return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}, auditRecord{}}
}

// Fields of AuditInbox.
func (AuditInbox) Fields() []ent.Field {
	return []ent.Field{
		foreignID("spool_id"),
		field.Int64("spool_offset").Optional().Nillable().Immutable().
			Comment("where the record ended in its instance's spool, so that it is shipped once"),
	}
}

// Indexes of AuditInbox.
func (AuditInbox) Indexes() []ent.Index {
	return []ent.Index{
		// A spooled record arrives once.
		index.Fields("spool_id", "spool_offset").Unique(),
	}
}

// Annotations of AuditInbox.
func (AuditInbox) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Table("audit_inbox"),
		entsql.Checks(map[string]string{
			"audit_inbox_actor_type":       oneOf("actor_type", auditActors...),
			"audit_inbox_outcome":          oneOf("outcome", auditOutcomes...),
			"audit_inbox_action_not_blank": notBlank("action"),
			"audit_inbox_spool":            "(spool_id IS NULL) = (spool_offset IS NULL)",
		}),
	}
}

// Policy of AuditInbox.
func (AuditInbox) Policy() ent.Policy { return rule.SystemOnly() }
