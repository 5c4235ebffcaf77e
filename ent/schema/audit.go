package schema

import (
	"encoding/json"
	"time"

	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
	"github.com/google/uuid"
)

// auditRecord holds the columns of an audit record: who did what to whom, from where, with what outcome. No reference is
// a foreign key, because the trail outlives the rows that it refers to.
type auditRecord struct{ mixin.Schema }

var (
	auditActors   = []string{"anonymous", "user", "cms_user", "service_account", "system"}
	auditOutcomes = []string{"success", "denied", "failure"}
)

// Fields of auditRecord.
func (auditRecord) Fields() []ent.Field {
	return []ent.Field{
		field.Time("occurred_at").GoType(time.Time{}).Immutable().SchemaType(postgres("timestamptz")),
		field.Enum("actor_type").Values(auditActors...).Immutable().SchemaType(varchar(20)),
		field.UUID("actor_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.String("action").MaxRuneLen(50).Immutable().SchemaType(varchar(50)).Comment("such as patient.read or auth.login"),
		field.Enum("outcome").Values(auditOutcomes...).Default("success").Immutable().SchemaType(varchar(20)),
		field.String("entity_type").MaxRuneLen(50).Optional().Nillable().Immutable().SchemaType(varchar(50)),
		field.String("entity_id").MaxRuneLen(50).Optional().Nillable().Immutable().SchemaType(varchar(50)),
		field.UUID("patient_id", uuid.UUID{}).Optional().Nillable().Immutable().Comment("whose record it concerns"),
		field.String("purpose_of_use").MaxRuneLen(50).Optional().Nillable().Immutable().SchemaType(varchar(50)).
			Comment("HL7 v3 PurposeOfUse, such as TREAT"),
		field.String("request_id").MaxRuneLen(64).Optional().Nillable().Immutable().SchemaType(varchar(64)),
		ip("source_ip"),
		field.Int("result_count").Optional().Nillable().Immutable(),
		field.JSON("payload", json.RawMessage{}).Optional().Comment("what changed; may be erased, its digest stays"),
	}
}
