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

// PatientValidationEvent is a step of a patient's validation, written by a trigger. It outlives the patient, so its
// patient_id is not a foreign key.
type PatientValidationEvent struct{ ent.Schema }

// Mixin of PatientValidationEvent.
func (PatientValidationEvent) Mixin() []ent.Mixin {
	return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}}
}

// Fields of PatientValidationEvent.
func (PatientValidationEvent) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("patient_id", uuid.UUID{}).Immutable(),
		field.Enum("from_status").Values(validationStatuses...).Optional().Nillable().Immutable().
			SchemaType(varchar(30)).Comment("NULL at registration"),
		field.Enum("to_status").Values(validationStatuses...).Immutable().SchemaType(varchar(30)),
		field.String("reason").MaxRuneLen(500).Optional().Nillable().Immutable().SchemaType(varchar(500)),
		field.Enum("actor_type").Values(auditActors...).Default("system").Immutable().SchemaType(varchar(20)),
		field.UUID("actor_id", uuid.UUID{}).Optional().Nillable().Immutable(),
	}
}

// Indexes of PatientValidationEvent.
func (PatientValidationEvent) Indexes() []ent.Index {
	return []ent.Index{
		// A patient's validation history, newest first.
		index.Fields("patient_id", "created_at"),
	}
}

// Annotations of PatientValidationEvent.
func (PatientValidationEvent) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"patient_validation_events_from":       oneOf("from_status", validationStatuses...),
		"patient_validation_events_to":         oneOf("to_status", validationStatuses...),
		"patient_validation_events_actor_type": oneOf("actor_type", auditActors...),
	})}
}

// Policy of PatientValidationEvent.
func (PatientValidationEvent) Policy() ent.Policy { return rule.SystemOnly() }
