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

// Mail is a message that is queued or was sent. Its parameters may contain one-time tokens: they are stored encrypted, and
// erased once the message is sent or given up.
type Mail struct{ ent.Schema }

// Mixin of Mail.
func (Mail) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of Mail.
func (Mail) Fields() []ent.Field {
	return []ent.Field{
		field.String("recipient").MaxRuneLen(254).Immutable().SchemaType(varchar(254)),
		field.String("template").MaxRuneLen(50).Immutable().SchemaType(varchar(50)),
		field.String("language").MaxRuneLen(10).Default("en").Immutable().SchemaType(varchar(10)).Comment("BCP 47"),
		field.Bytes("parameters").Optional().Nillable().Sensitive(),
		field.Int("attempts").Default(0).SchemaType(postgres("smallint")),
		instantNow("next_attempt_at"),
		field.String("last_error").MaxRuneLen(500).Optional().Nillable().SchemaType(varchar(500)),
		instant("sent_at"),
		instant("failed_at"),
	}
}

// Indexes of Mail.
func (Mail) Indexes() []ent.Index {
	return []ent.Index{
		// What to send next.
		index.Fields("next_attempt_at").Annotations(entsql.IndexWhere("sent_at IS NULL AND failed_at IS NULL")),
	}
}

// Annotations of Mail.
func (Mail) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Table("mail_queue"),
		entsql.Checks(map[string]string{
			"mail_queue_recipient_format": emailFormat("recipient"),
			"mail_queue_attempts":         "attempts >= 0",
			"mail_queue_outcome":          "num_nonnulls(sent_at, failed_at) <= 1",
		}),
	}
}

// Policy of Mail.
func (Mail) Policy() ent.Policy { return rule.SystemOnly() }
