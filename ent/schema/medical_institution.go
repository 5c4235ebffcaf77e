package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// MedicalInstitution is an organization that cares for patients or pays for their care.
type MedicalInstitution struct{ ent.Schema }

// Mixin of MedicalInstitution.
func (MedicalInstitution) Mixin() []ent.Mixin {
	return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}}
}

// Fields of MedicalInstitution.
func (MedicalInstitution) Fields() []ent.Field {
	return []ent.Field{
		field.Int("institution_type_id"),
		field.String("name").MaxRuneLen(200).SchemaType(varchar(200)).Annotations(mixin.Sorted()),
		field.String("licence_number").MaxRuneLen(50).Unique().SchemaType(varchar(50)),
		field.String("website").MaxRuneLen(255).Optional().Nillable().SchemaType(varchar(255)),
		field.Bool("active").Default(true),
		field.Bool("verified").Default(false).Comment("an administrator has checked the licence"),
		sourceElements(),
	}
}

// Edges of MedicalInstitution.
func (MedicalInstitution) Edges() []ent.Edge {
	return []ent.Edge{
		requires("medical_institutions", "type", "institution_type_id", InstitutionType.Type, entsql.Restrict),
	}
}

// Indexes of MedicalInstitution.
func (MedicalInstitution) Indexes() []ent.Index {
	return []ent.Index{
		// Institutions of a type, by creation; the foreign key.
		index.Fields("institution_type_id", "created_at", "id"),
		// All institutions, by creation, name or last change.
		index.Fields("created_at", "id"),
		index.Fields("name", "id"),
		index.Fields("updated_at", "id"),
		// The few that are deactivated.
		index.Fields("created_at", "id").StorageKey("medical_institutions_inactive").
			Annotations(entsql.IndexWhere("NOT active")),
	}
}

// Annotations of MedicalInstitution.
func (MedicalInstitution) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"medical_institutions_name_not_blank":  mixin.NotBlank("name"),
		"medical_institutions_name_characters": mixin.Plain("name"),
		"medical_institutions_licence_format":  licenceFormat("licence_number"),
		"medical_institutions_website_format":  `website ~ '^https?://[^[:space:]/]+[^[:space:]]*$'`,
	})}
}

// Policy of MedicalInstitution.
func (MedicalInstitution) Policy() ent.Policy { return rule.Institution() }
