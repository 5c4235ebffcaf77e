package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/internal/valueset"
)

// PatientCondition is a diagnosis of a patient (FHIR Condition).
type PatientCondition struct{ ent.Schema }

// Mixin of PatientCondition.
func (PatientCondition) Mixin() []ent.Mixin {
	return []ent.Mixin{entry{table: "patient_conditions", about: "condition", of: MedicalCondition.Type, by: "onset_date"}}
}

var (
	conditionStatuses = valueset.ConditionStatus("").Values()
	severities        = valueset.Severity("").Values()
)

// Fields of PatientCondition.
func (PatientCondition) Fields() []ent.Field {
	return []ent.Field{
		day("onset_date"),
		date("abatement_date"),
		field.Enum("status").Values(conditionStatuses...).Default("active").SchemaType(varchar(20)).
			Comment("FHIR condition-clinical"),
		field.Enum("severity").Values(severities...).Optional().Nillable().SchemaType(varchar(20)),
	}
}

// Indexes of PatientCondition.
func (PatientCondition) Indexes() []ent.Index {
	return []ent.Index{
		// Patients who have a condition now: filter by health condition, prevalence.
		index.Fields("condition_id", "patient_id").
			Annotations(entsql.IndexWhere("status IN ('active', 'recurrence', 'relapse')")),
	}
}

// Annotations of PatientCondition.
func (PatientCondition) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"patient_conditions_status":                oneOf("status", conditionStatuses...),
		"patient_conditions_severity":              oneOf("severity", severities...),
		"patient_conditions_abatement_after_onset": "abatement_date >= onset_date",
	})}
}

// Policy of PatientCondition.
func (PatientCondition) Policy() ent.Policy { return rule.PatientCondition() }
