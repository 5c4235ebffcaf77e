package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
	"github.com/predicthealth/predicthealth/internal/valueset"
)

// PatientAllergy is an allergy of a patient, or the statement that the patient has none (FHIR AllergyIntolerance).
type PatientAllergy struct{ ent.Schema }

// Mixin of PatientAllergy.
func (PatientAllergy) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

var allergyStatuses = valueset.AllergyStatus("").Values()

// Fields of PatientAllergy.
func (PatientAllergy) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("patient_id", uuid.UUID{}).Immutable(),
		field.Int("allergy_id"),
		field.Int("reaction_id").Optional().Nillable(),
		field.Time("recorded_date").GoType(time.Time{}).SchemaType(postgres("date")),
		field.Enum("status").Values(allergyStatuses...).Default("active").SchemaType(varchar(20)).
			Comment("FHIR allergyintolerance-clinical"),
		field.Enum("severity").Values(severities...).Optional().Nillable().SchemaType(varchar(20)),
		field.String("notes").MaxRuneLen(4000).Optional().Nillable().SchemaType(varchar(4000)),
	}
}

// Edges of PatientAllergy.
func (PatientAllergy) Edges() []ent.Edge {
	return []ent.Edge{
		partOf("patient_allergies", "patient", "patient_id", Patient.Type),
		requires("patient_allergies", "allergy", "allergy_id", Allergy.Type, entsql.Restrict),
		belongsTo("patient_allergies", "reaction", "reaction_id", AllergicReaction.Type, entsql.Restrict),
	}
}

// Indexes of PatientAllergy.
func (PatientAllergy) Indexes() []ent.Index {
	return []ent.Index{
		// A patient's allergies by date; the grain; the foreign key.
		index.Fields("patient_id", "recorded_date", "allergy_id").Unique(),
		// Patients with an allergy; the foreign key.
		index.Fields("allergy_id"),
		// The foreign key.
		index.Fields("reaction_id"),
	}
}

// Annotations of PatientAllergy.
func (PatientAllergy) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"patient_allergies_status":   oneOf("status", allergyStatuses...),
		"patient_allergies_severity": oneOf("severity", severities...),
	})}
}

// Policy of PatientAllergy.
func (PatientAllergy) Policy() ent.Policy { return rule.PatientAllergy() }
