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

// PatientAllergy is an allergy of a patient, or the statement that the patient has none (FHIR AllergyIntolerance).
type PatientAllergy struct{ ent.Schema }

// Mixin of PatientAllergy.
func (PatientAllergy) Mixin() []ent.Mixin {
	return []ent.Mixin{entry{table: "patient_allergies", about: "allergy", of: Allergy.Type}}
}

var (
	allergyStatuses      = valueset.AllergyStatus("").Values()
	allergyVerifications = valueset.AllergyVerification("").Values()
)

// Fields of PatientAllergy.
func (PatientAllergy) Fields() []ent.Field {
	return []ent.Field{
		field.Int("reaction_id").Optional().Nillable(),
		date("recorded_date"),
		precision("recorded_date"),
		field.Enum("status").Values(allergyStatuses...).Default("active").SchemaType(varchar(20)).
			Comment("FHIR allergyintolerance-clinical"),
		field.Enum("verification_status").Values(allergyVerifications...).Optional().Nillable().SchemaType(varchar(20)).
			Comment("FHIR allergyintolerance-verification; NULL where the source doesn't say"),
		field.Enum("severity").Values(severities...).Optional().Nillable().SchemaType(varchar(20)),
	}
}

// Edges of PatientAllergy.
func (PatientAllergy) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("patient_allergies", "reaction", "reaction_id", AllergicReaction.Type, entsql.Restrict),
	}
}

// Indexes of PatientAllergy.
func (PatientAllergy) Indexes() []ent.Index {
	return []ent.Index{
		// The foreign key.
		index.Fields("reaction_id"),
	}
}

// Annotations of PatientAllergy.
func (PatientAllergy) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(precisionChecks(map[string]string{
		"patient_allergies_status":              oneOf("status", allergyStatuses...),
		"patient_allergies_severity":            oneOf("severity", severities...),
		"patient_allergies_verification_status": oneOf("verification_status", allergyVerifications...),
	}, "patient_allergies", "recorded_date"))}
}

// Policy of PatientAllergy.
func (PatientAllergy) Policy() ent.Policy { return rule.PatientAllergy() }
