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
	return []ent.Mixin{entry{table: "patient_conditions", grain: []string{"onset_date", "condition_id"}}}
}

var (
	conditionStatuses = valueset.ConditionStatus("").Values()
	severities        = valueset.Severity("").Values()
)

// Fields of PatientCondition.
func (PatientCondition) Fields() []ent.Field {
	return []ent.Field{
		field.Int("condition_id"),
		day("onset_date"),
		date("abatement_date"),
		field.Enum("status").Values(conditionStatuses...).Default("active").SchemaType(varchar(20)).
			Comment("FHIR condition-clinical"),
		field.Enum("severity").Values(severities...).Optional().Nillable().SchemaType(varchar(20)),
	}
}

// Edges of PatientCondition.
func (PatientCondition) Edges() []ent.Edge {
	return []ent.Edge{
		requires("patient_conditions", "condition", "condition_id", MedicalCondition.Type, entsql.Restrict),
	}
}

// Indexes of PatientCondition.
func (PatientCondition) Indexes() []ent.Index {
	return []ent.Index{
		// Patients who have a condition now: filter by health condition, prevalence.
		index.Fields("condition_id", "patient_id").
			Annotations(entsql.IndexWhere("status IN ('active', 'recurrence', 'relapse')")),
		// The foreign key to the catalog, whatever the status.
		index.Fields("condition_id"),
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
