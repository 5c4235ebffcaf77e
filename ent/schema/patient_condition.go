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
	return []ent.Mixin{entry{table: "patient_conditions", about: "condition", of: MedicalCondition.Type}}
}

var (
	conditionStatuses = valueset.ConditionStatus("").Values()
	severities        = valueset.Severity("").Values()

	verificationStatuses = valueset.VerificationStatus("").Values()
)

// Fields of PatientCondition.
func (PatientCondition) Fields() []ent.Field {
	return []ent.Field{
		date("onset_date"),
		precision("onset_date"),
		date("abatement_date"),
		precision("abatement_date"),
		field.Enum("status").Values(conditionStatuses...).Default("active").SchemaType(varchar(20)).
			Comment("FHIR condition-clinical"),
		field.Enum("verification_status").Values(verificationStatuses...).Optional().Nillable().SchemaType(varchar(20)).
			Comment("FHIR condition-ver-status; NULL where the source doesn't say"),
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
	return []schema.Annotation{entsql.Checks(precisionChecks(map[string]string{
		"patient_conditions_status":                oneOf("status", conditionStatuses...),
		"patient_conditions_severity":              oneOf("severity", severities...),
		"patient_conditions_verification_status":   oneOf("verification_status", verificationStatuses...),
		"patient_conditions_abatement_after_onset": endsAfter("abatement_date", "onset_date"),
	}, "patient_conditions", "onset_date", "abatement_date"))}
}

// Policy of PatientCondition.
func (PatientCondition) Policy() ent.Policy { return rule.PatientCondition() }
