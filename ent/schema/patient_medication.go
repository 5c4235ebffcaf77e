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

// PatientMedication is a drug that a patient takes or took (FHIR MedicationStatement).
type PatientMedication struct{ ent.Schema }

// Mixin of PatientMedication.
func (PatientMedication) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

var medicationStatuses = valueset.MedicationStatus("").Values()

// Fields of PatientMedication.
func (PatientMedication) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("patient_id", uuid.UUID{}).Immutable(),
		field.Int("medication_id"),
		field.Time("start_date").GoType(time.Time{}).SchemaType(postgres("date")),
		date("end_date"),
		field.Enum("status").Values(medicationStatuses...).Default("active").SchemaType(varchar(20)).
			Comment("FHIR medicationrequest-status"),
		field.String("dosage").MaxRuneLen(500).Optional().Nillable().SchemaType(varchar(500)),
		field.String("notes").MaxRuneLen(4000).Optional().Nillable().SchemaType(varchar(4000)),
	}
}

// Edges of PatientMedication.
func (PatientMedication) Edges() []ent.Edge {
	return []ent.Edge{
		partOf("patient_medications", "patient", "patient_id", Patient.Type),
		requires("patient_medications", "medication", "medication_id", Medication.Type, entsql.Restrict),
	}
}

// Indexes of PatientMedication.
func (PatientMedication) Indexes() []ent.Index {
	return []ent.Index{
		// A patient's medications by date; the grain; the foreign key.
		index.Fields("patient_id", "start_date", "medication_id").Unique(),
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
