package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// User is the account of a patient, a doctor or an institution; each of them has at most one.
type User struct{ ent.Schema }

// Mixin of User.
func (User) Mixin() []ent.Mixin {
	return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}, signIn{}}
}

// Fields of User. As for contacts, reference_id is a soft reference that generated columns turn into real foreign keys.
func (User) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("user_type").Values(entityTypes...).Immutable().SchemaType(varchar(20)),
		field.UUID("reference_id", uuid.UUID{}).Immutable(),
		generatedID("patient_id"),
		generatedID("doctor_id"),
		generatedID("institution_id"),
	}
}

// Edges of User.
func (User) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("credential", UserCredential.Type).Unique().
			StorageKey(foreignKey("user_credentials", "user_id")).
			Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// Indexes of User. A unique index on each generated column (sql/tables) allows one account for each domain row.
func (User) Indexes() []ent.Index {
	return []ent.Index{
		// Accounts of a type, newest first.
		index.Fields("user_type", "created_at", "id"),
		// All accounts, by last change.
		index.Fields("updated_at", "id"),
	}
}

// Annotations of User.
func (User) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"users_email_format":  emailFormat("email"),
		"users_user_type":     oneOf("user_type", entityTypes...),
		"users_failed_logins": "failed_logins >= 0",
	})}
}

// Policy of User.
func (User) Policy() ent.Policy { return rule.User() }
