package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// UserCredential is the bcrypt hash of a user's password.
type UserCredential struct{ ent.Schema }

// Mixin of UserCredential.
func (UserCredential) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of UserCredential.
func (UserCredential) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("user_id", uuid.UUID{}).Immutable(),
		passwordHash(),
	}
}

// passwordHash is a bcrypt hash, which never appears in an answer, a log or an error.
func passwordHash() ent.Field {
	return field.String("password_hash").Sensitive().SchemaType(postgres("char(60)"))
}

// bcryptFormat returns a CHECK expression: a bcrypt hash of cost 10 or more.
func bcryptFormat(column string) string {
	return column + ` ~ '^[$]2[aby][$](1[0-9]|2[0-9]|3[01])[$][./A-Za-z0-9]{53}$'`
}

// Edges of UserCredential.
func (UserCredential) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("user", User.Type).Ref("credential").Field("user_id").Unique().Required().Immutable(),
	}
}

// Annotations of UserCredential.
func (UserCredential) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"user_credentials_bcrypt": bcryptFormat("password_hash"),
	})}
}

// Policy of UserCredential.
func (UserCredential) Policy() ent.Policy { return rule.SystemOnly() }
