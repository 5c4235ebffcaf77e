package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
	"github.com/predicthealth/predicthealth/internal/valueset"
)

// PatientMedication is a drug that a patient takes or took (FHIR MedicationStatement).
type PatientMedication struct{ ent.Schema }

// Mixin of PatientMedication.
func (PatientMedication) Mixin() []ent.Mixin {
	return []ent.Mixin{entry{table: "patient_medications", about: "medication", of: Medication.Type, by: "start_date"}}
}

var medicationStatuses = valueset.MedicationStatus("").Values()

// Fields of PatientMedication.
func (PatientMedication) Fields() []ent.Field {
	return []ent.Field{
		day("start_date"),
		date("end_date"),
		field.Enum("status").Values(medicationStatuses...).Default("active").SchemaType(varchar(20)).
			Comment("FHIR medicationrequest-status"),
		field.String("dosage").MaxRuneLen(500).Optional().Nillable().SchemaType(varchar(500)),
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
