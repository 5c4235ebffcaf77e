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

// PatientValidationTransition is an allowed step of a patient's validation; a trigger refuses all others.
type PatientValidationTransition struct{ ent.Schema }

// Mixin of PatientValidationTransition.
func (PatientValidationTransition) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Created{}} }

// Fields of PatientValidationTransition.
func (PatientValidationTransition) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("from_status").Values(validationStatuses...).SchemaType(varchar(30)),
		field.Enum("to_status").Values(validationStatuses...).SchemaType(varchar(30)),
		field.Bool("on_reassignment").Default(false).
			Comment("allowed only when the patient's doctor or institution changes"),
	}
}

// Indexes of PatientValidationTransition.
func (PatientValidationTransition) Indexes() []ent.Index {
	return []ent.Index{
		// The trigger's look-up of a step; the steps possible from a status.
		index.Fields("from_status", "to_status").Unique(),
	}
}

// Annotations of PatientValidationTransition.
func (PatientValidationTransition) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"patient_validation_transitions_from": oneOf("from_status", validationStatuses...),
		"patient_validation_transitions_to":   oneOf("to_status", validationStatuses...),
		"patient_validation_transitions_step": "from_status <> to_status",
	})}
}

// Policy of PatientValidationTransition.
func (PatientValidationTransition) Policy() ent.Policy { return rule.Catalog() }
