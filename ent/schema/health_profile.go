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

// HealthProfile holds what is known about a patient's body and habits; each patient has at most one.
type HealthProfile struct{ ent.Schema }

var (
	smokingStatuses    = valueset.SmokingStatus("").Values()
	alcoholFrequencies = valueset.AlcoholFrequency("").Values()
)

// Mixin of HealthProfile.
func (HealthProfile) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of HealthProfile.
func (HealthProfile) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("patient_id", uuid.UUID{}).Immutable(),
		measure("height_cm", 5, 2),
		date("height_measured_on"),
		origin("height_source"),
		measure("weight_kg", 5, 2),
		date("weight_measured_on"),
		origin("weight_source"),
		field.Int("blood_type_id").Optional().Nillable(),
		field.Enum("smoking_status").Values(smokingStatuses...).Default("unknown").SchemaType(varchar(20)),
		date("smoking_recorded_on"),
		origin("smoking_source"),
		field.Int("smoking_years").Optional().Nillable().SchemaType(postgres("smallint")),
		field.Enum("alcohol_frequency").Values(alcoholFrequencies...).
			Default("unknown").SchemaType(varchar(20)),
		field.Int("weekly_activity_minutes").Optional().Nillable().SchemaType(postgres("smallint")),
		field.String("notes").MaxRuneLen(4000).Optional().Nillable().SchemaType(varchar(4000)),
	}
}

var origins = valueset.Origin("").Values()

// origin says where a value comes from; NULL where nobody kept it.
func origin(name string) ent.Field {
	return field.Enum(name).Values(origins...).Optional().Nillable().SchemaType(varchar(10))
}

// Edges of HealthProfile.
func (HealthProfile) Edges() []ent.Edge {
	return []ent.Edge{
		partOf("health_profiles", "patient", "patient_id", Patient.Type),
		belongsTo("health_profiles", "blood_type", "blood_type_id", BloodType.Type, entsql.Restrict),
	}
}

// Indexes of HealthProfile.
func (HealthProfile) Indexes() []ent.Index {
	return []ent.Index{
		// The profile of a patient; the foreign key.
		index.Fields("patient_id").Unique().StorageKey("health_profiles_patient_id_key"),
		// Donors of a blood type; the foreign key.
		index.Fields("blood_type_id"),
	}
}

// Annotations of HealthProfile. A trigger makes sure that smoking_years doesn't exceed the age, because it looks at patients.
func (HealthProfile) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"health_profiles_height_cm":               "height_cm BETWEEN 20 AND 272",
		"health_profiles_weight_kg":               "weight_kg BETWEEN 0.2 AND 650",
		"health_profiles_height_source":           oneOf("height_source", origins...),
		"health_profiles_weight_source":           oneOf("weight_source", origins...),
		"health_profiles_smoking_source":          oneOf("smoking_source", origins...),
		"health_profiles_smoking_status":          oneOf("smoking_status", smokingStatuses...),
		"health_profiles_smoking_years":           "smoking_years IS NULL OR (smoking_years > 0 AND smoking_status IN ('current', 'former'))",
		"health_profiles_alcohol_frequency":       oneOf("alcohol_frequency", alcoholFrequencies...),
		"health_profiles_weekly_activity_minutes": "weekly_activity_minutes BETWEEN 0 AND 10080",
	})}
}

// Policy of HealthProfile.
func (HealthProfile) Policy() ent.Policy { return rule.HealthProfile() }
