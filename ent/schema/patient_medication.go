package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
	"github.com/predicthealth/predicthealth/internal/valueset"
)

// PatientMedication is a drug that a patient takes or took (FHIR MedicationStatement).
type PatientMedication struct{ ent.Schema }

// Mixin of PatientMedication.
func (PatientMedication) Mixin() []ent.Mixin {
	return []ent.Mixin{entry{table: "patient_medications", grain: []string{"start_date", "medication_id"}}}
}

var medicationStatuses = valueset.MedicationStatus("").Values()

// Fields of PatientMedication.
func (PatientMedication) Fields() []ent.Field {
	return []ent.Field{
		field.Int("medication_id"),
		day("start_date"),
		date("end_date"),
		field.Enum("status").Values(medicationStatuses...).Default("active").SchemaType(varchar(20)).
			Comment("FHIR medicationrequest-status"),
		field.String("dosage").MaxRuneLen(500).Optional().Nillable().SchemaType(varchar(500)),
	}
}

// Edges of PatientMedication.
func (PatientMedication) Edges() []ent.Edge {
	return []ent.Edge{
		requires("patient_medications", "medication", "medication_id", Medication.Type, entsql.Restrict),
	}
}

// Indexes of PatientMedication.
func (PatientMedication) Indexes() []ent.Index {
	return []ent.Index{
		// Patients who take a drug, for example when it is recalled; the foreign key.
		index.Fields("medication_id"),
	}
}

// Annotations of PatientMedication.
func (PatientMedication) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"patient_medications_status":           oneOf("status", medicationStatuses...),
		"patient_medications_end_after_start":  "end_date >= start_date",
		"patient_medications_dosage_not_blank": mixin.NotBlank("dosage"),
	})}
}

// Policy of PatientMedication.
func (PatientMedication) Policy() ent.Policy { return rule.PatientMedication() }
