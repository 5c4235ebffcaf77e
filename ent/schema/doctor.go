package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
	"github.com/predicthealth/predicthealth/internal/valueset"
)

var doctorStatuses = valueset.DoctorStatus("").Values()

// Doctor is a physician who practises at one institution.
type Doctor struct{ ent.Schema }

// Mixin of Doctor.
func (Doctor) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of Doctor.
func (Doctor) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("institution_id", uuid.UUID{}),
		field.Int("specialty_id"),
		field.Int("sex_id"),
		field.Int("gender_id").Optional().Nillable(),
		field.String("first_name").MaxRuneLen(100).SchemaType(varchar(100)).Annotations(mixin.Sorted()).
			Comment("empty for people with a single name"),
		field.String("last_name").MaxRuneLen(100).SchemaType(varchar(100)).Annotations(mixin.Sorted()),
		field.String("licence_number").MaxRuneLen(50).Unique().SchemaType(varchar(50)),
		field.Int("years_experience").Optional().Nillable().Range(0, 80).SchemaType(postgres("smallint")),
		field.Other("consultation_fee", decimal.Decimal{}).Optional().Nillable().
			SchemaType(postgres("numeric(7,2)")).Comment("in the currency of the institution's country, 0 to 10,000"),
		field.Enum("status").Values(doctorStatuses...).Default("active").SchemaType(varchar(20)),
		sourceElements(),
	}
}

// Edges of Doctor.
func (Doctor) Edges() []ent.Edge {
	return []ent.Edge{
		requires("doctors", "institution", "institution_id", MedicalInstitution.Type, entsql.Restrict),
		requires("doctors", "specialty", "specialty_id", DoctorSpecialty.Type, entsql.Restrict),
		requires("doctors", "sex", "sex_id", Sex.Type, entsql.Restrict),
		belongsTo("doctors", "gender", "gender_id", Gender.Type, entsql.Restrict),
	}
}

// Indexes of Doctor. Name search (trigram) is in sql/tables.
func (Doctor) Indexes() []ent.Index {
	return []ent.Index{
		// What the composite foreign key of patients refers to: is this doctor of that institution.
		index.Fields("id", "institution_id").Unique().StorageKey("doctors_id_institution_id_key"),
		// The doctors of an institution, by creation, name or last change; the foreign key.
		index.Fields("institution_id", "created_at", "id").Annotations(entsql.IncludeColumns("status")),
		index.Fields("institution_id", "last_name", "first_name", "id"),
		index.Fields("institution_id", "updated_at", "id"),
		// Doctors of a specialty, by creation; the foreign key.
		index.Fields("specialty_id", "created_at", "id").Annotations(entsql.IncludeColumns("status")),
		// All doctors, by creation, name or last change.
		index.Fields("created_at", "id").Annotations(entsql.IncludeColumns("status")),
		index.Fields("last_name", "first_name", "id"),
		index.Fields("updated_at", "id"),
		// The foreign keys to catalogs, when an entry is deleted.
		index.Fields("sex_id"),
		index.Fields("gender_id"),
	}
}

// Annotations of Doctor.
func (Doctor) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"doctors_first_name_not_blank":  mixin.EmptyOrNotBlank("first_name"),
		"doctors_first_name_characters": mixin.Plain("first_name"),
		"doctors_last_name_not_blank":   mixin.NotBlank("last_name"),
		"doctors_last_name_characters":  mixin.Plain("last_name"),
		"doctors_licence_format":        licenceFormat("licence_number"),
		"doctors_years_experience":      "years_experience BETWEEN 0 AND 80",
		"doctors_consultation_fee":      "consultation_fee BETWEEN 0 AND 10000",
		"doctors_status":                oneOf("status", doctorStatuses...),
	})}
}

// Policy of Doctor.
func (Doctor) Policy() ent.Policy { return rule.Doctor() }
