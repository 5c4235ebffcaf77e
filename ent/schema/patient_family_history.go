package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/internal/valueset"
)

// PatientFamilyHistory is a condition of a patient's relative (FHIR FamilyMemberHistory).
type PatientFamilyHistory struct{ ent.Schema }

// Mixin of PatientFamilyHistory.
func (PatientFamilyHistory) Mixin() []ent.Mixin {
	return []ent.Mixin{entry{table: "patient_family_history", about: "condition", of: MedicalCondition.Type, by: "relative"}}
}

var relatives = valueset.Relationship("").Values()

// Fields of PatientFamilyHistory.
func (PatientFamilyHistory) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("relative").Values(relatives...).SchemaType(varchar(30)),
		field.Int("age_at_onset").Optional().Nillable().SchemaType(postgres("smallint")).Comment("in years"),
	}
}

// Annotations of PatientFamilyHistory.
func (PatientFamilyHistory) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Table("patient_family_history"),
		entsql.Checks(map[string]string{
			"patient_family_history_relative":     oneOf("relative", relatives...),
			"patient_family_history_age_at_onset": "age_at_onset BETWEEN 0 AND 120",
		}),
	}
}

// Policy of PatientFamilyHistory.
func (PatientFamilyHistory) Policy() ent.Policy { return rule.PatientFamilyHistory() }
