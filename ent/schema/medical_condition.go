package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// MedicalCondition is a diagnosis or finding, by ICD-10-CM or SNOMED CT code.
type MedicalCondition struct{ ent.Schema }

// Mixin of MedicalCondition.
func (MedicalCondition) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Coded{}} }

// Fields of MedicalCondition.
func (MedicalCondition) Fields() []ent.Field {
	return []ent.Field{
		field.String("condition_group").MaxRuneLen(50).Optional().Nillable().SchemaType(varchar(50)).
			Comment("what statistics count together, such as diabetes; given by code, never by name"),
		field.Bool("chronic").Optional().Nillable().
			Comment("AHRQ's Chronic Condition Indicator; NULL where no source says"),
	}
}

// Indexes of MedicalCondition.
func (MedicalCondition) Indexes() []ent.Index {
	return []ent.Index{
		// Filter by health condition: the codes of a group, for statistics and lists of patients.
		index.Fields("condition_group").Annotations(entsql.IndexWhere("condition_group IS NOT NULL")),
	}
}

// Annotations of MedicalCondition.
func (MedicalCondition) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"medical_conditions_group_format": "condition_group ~ '^[a-z][a-z0-9_]*$'",
	})}
}
