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
	return []ent.Mixin{entry{table: "patient_medications", about: "medication", of: Medication.Type}}
}

var medicationStatuses = valueset.MedicationStatus("").Values()

// Fields of PatientMedication.
func (PatientMedication) Fields() []ent.Field {
	return []ent.Field{
		date("start_date"),
		precision("start_date"),
		date("end_date"),
		precision("end_date"),
		field.Enum("status").Values(medicationStatuses...).Default("active").SchemaType(varchar(20)).
			Comment("FHIR medicationrequest-status"),
		field.String("dosage").MaxRuneLen(4000).Optional().Nillable().SchemaType(varchar(4000)),
	}
}

// Annotations of PatientMedication.
func (PatientMedication) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(precisionChecks(map[string]string{
		"patient_medications_status":           oneOf("status", medicationStatuses...),
		"patient_medications_end_after_start":  endsAfter("end_date", "start_date"),
		"patient_medications_dosage_not_blank": mixin.NotBlank("dosage"),
	}, "patient_medications", "start_date", "end_date"))}
}

// Policy of PatientMedication.
func (PatientMedication) Policy() ent.Policy { return rule.PatientMedication() }
