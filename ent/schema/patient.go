package schema

import (
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

// validationStatuses are the states of a patient's validation.
var validationStatuses = valueset.ValidationStatus("").Values()

// CHECK expressions about a patient's life.
const (
	// lifetime is longer than anybody has lived, from the first day on which the patient may have been born.
	lifetime = "CASE date_of_birth_precision WHEN 'year' THEN interval '122 years' WHEN 'month' THEN interval '121 years 1 month' " +
		"ELSE interval '121 years' END"
	// deceasedOnDate: a time of death is on the date of death, wherever the patient died.
	deceasedOnDate = "deceased_at IS NULL OR deceased_date IS NOT NULL AND deceased_date_precision = 'day' " +
		"AND (deceased_at AT TIME ZONE 'UTC')::date BETWEEN deceased_date - 1 AND deceased_date + 1"
)

// Patient is a person in the care of a doctor at that doctor's institution.
type Patient struct{ ent.Schema }

// Mixin of Patient.
func (Patient) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of Patient.
func (Patient) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("doctor_id", uuid.UUID{}),
		field.UUID("institution_id", uuid.UUID{}),
		field.Int("sex_id"),
		field.Int("gender_id").Optional().Nillable(),
		field.String("first_name").MaxRuneLen(100).SchemaType(varchar(100)).Annotations(mixin.Sorted()).
			Comment("empty for people with a single name"),
		field.String("last_name").MaxRuneLen(100).SchemaType(varchar(100)).Annotations(mixin.Sorted()),
		day("date_of_birth"),
		precision("date_of_birth"),
		field.Bool("deceased").Default(false),
		date("deceased_date"),
		precision("deceased_date"),
		instant("deceased_at"),
		field.String("emergency_contact_name").MaxRuneLen(200).Optional().Nillable().SchemaType(varchar(200)),
		field.String("emergency_contact_phone").MaxRuneLen(16).Optional().Nillable().SchemaType(varchar(16)).Comment("E.164"),
		field.Enum("validation_status").Values(validationStatuses...).Default("pending").SchemaType(varchar(30)),
		field.String("rejection_reason").MaxRuneLen(500).Optional().Nillable().SchemaType(varchar(500)).
			Comment("why the validation was rejected; present exactly then"),
		field.Bool("active").Default(true),
		sourceElements(),
	}
}

// Edges of Patient. A composite foreign key in sql/tables makes sure that the doctor belongs to the institution.
func (Patient) Edges() []ent.Edge {
	return []ent.Edge{
		requires("patients", "doctor", "doctor_id", Doctor.Type, entsql.Restrict),
		requires("patients", "institution", "institution_id", MedicalInstitution.Type, entsql.Restrict),
		requires("patients", "sex", "sex_id", Sex.Type, entsql.Restrict),
		belongsTo("patients", "gender", "gender_id", Gender.Type, entsql.Restrict),
	}
}

// Indexes of Patient. Name search (trigram) is in sql/tables, because ent can't express it.
func (Patient) Indexes() []ent.Index {
	return []ent.Index{
		// A doctor's patients whatever their state; the composite foreign key to doctors.
		index.Fields("doctor_id", "institution_id"),
		// A doctor's patients, by creation, name or last change.
		index.Fields("doctor_id", "created_at", "id").Annotations(entsql.IncludeColumns("active")),
		index.Fields("doctor_id", "last_name", "first_name", "id"),
		index.Fields("doctor_id", "updated_at", "id"),
		// An institution's patients, by creation, name or last change; the foreign key.
		index.Fields("institution_id", "created_at", "id").Annotations(entsql.IncludeColumns("active")),
		index.Fields("institution_id", "last_name", "first_name", "id"),
		index.Fields("institution_id", "updated_at", "id"),
		// All patients, by creation, name or last change; registrations by month.
		index.Fields("created_at", "id").Annotations(entsql.IncludeColumns("active")),
		index.Fields("last_name", "first_name", "id"),
		index.Fields("updated_at", "id"),
		// The few who are deactivated, of a doctor, an institution or all.
		index.Fields("doctor_id", "created_at", "id").StorageKey("patients_inactive_of_doctor").
			Annotations(entsql.IndexWhere("NOT active")),
		index.Fields("institution_id", "created_at", "id").StorageKey("patients_inactive_of_institution").
			Annotations(entsql.IndexWhere("NOT active")),
		index.Fields("created_at", "id").StorageKey("patients_inactive").Annotations(entsql.IndexWhere("NOT active")),
		// Patients born on a day.
		index.Fields("date_of_birth"),
		// Patients waiting for validation, at an institution or anywhere.
		index.Fields("institution_id", "validation_status", "created_at", "id").
			Annotations(entsql.IndexWhere("active AND validation_status <> 'full_access'")),
		index.Fields("validation_status", "created_at", "id").
			Annotations(entsql.IndexWhere("active AND validation_status <> 'full_access'")),
		// The foreign keys to catalogs, when an entry is deleted.
		index.Fields("sex_id"),
		index.Fields("gender_id"),
	}
}

// Annotations of Patient.
func (Patient) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(precisionChecks(map[string]string{
		"patients_first_name_not_blank":              mixin.EmptyOrNotBlank("first_name"),
		"patients_first_name_characters":             mixin.Plain("first_name"),
		"patients_last_name_not_blank":               mixin.NotBlank("last_name"),
		"patients_last_name_characters":              mixin.Plain("last_name"),
		"patients_deceased_date_of_the_deceased":     "deceased OR deceased_date IS NULL",
		"patients_deceased_at_on_date":               deceasedOnDate,
		"patients_deceased_after_birth":              endsAfter("deceased_date", "date_of_birth"),
		"patients_age_at_death":                      "deceased_date < date_of_birth + " + lifetime,
		"patients_emergency_contact_both_or_neither": "(emergency_contact_name IS NULL) = (emergency_contact_phone IS NULL)",
		"patients_emergency_contact_name_not_blank":  mixin.NotBlank("emergency_contact_name"),
		"patients_emergency_contact_name_characters": mixin.Plain("emergency_contact_name"),
		"patients_emergency_contact_phone_format":    phoneFormat("emergency_contact_phone"),
		"patients_validation_status":                 oneOf("validation_status", validationStatuses...),
		"patients_rejection_reason":                  "(validation_status = 'rejected') = (rejection_reason IS NOT NULL)",
		"patients_rejection_reason_not_blank":        mixin.NotBlank("rejection_reason"),
	}, "patients", "date_of_birth", "deceased_date"))}
}

// Policy of Patient.
func (Patient) Policy() ent.Policy { return rule.Patient() }
