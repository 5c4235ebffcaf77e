package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// AuditInbox receives new audit records; the sequencer moves them to AuditEvent.
type AuditInbox struct{ ent.Schema }

// Mixin of AuditInbox.
func (AuditInbox) Mixin() []ent.Mixin {
	return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}, auditRecord{}}
}

// Annotations of AuditInbox.
func (AuditInbox) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Table("audit_inbox"),
		entsql.Checks(map[string]string{
			"audit_inbox_actor_type":       oneOf("actor_type", auditActors...),
			"audit_inbox_outcome":          oneOf("outcome", auditOutcomes...),
			"audit_inbox_action_not_blank": mixin.NotBlank("action"),
		}),
	}
}

// Policy of AuditInbox.
func (AuditInbox) Policy() ent.Policy { return rule.SystemOnly() }
