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

// CMSUserCredential is the bcrypt hash of a CMS user's password.
type CMSUserCredential struct{ ent.Schema }

// Mixin of CMSUserCredential.
func (CMSUserCredential) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of CMSUserCredential.
func (CMSUserCredential) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("cms_user_id", uuid.UUID{}).Immutable(),
		passwordHash(),
	}
}

// Edges of CMSUserCredential.
func (CMSUserCredential) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("cms_user", CMSUser.Type).Ref("credential").Field("cms_user_id").Unique().Required().Immutable(),
	}
}

// Annotations of CMSUserCredential.
func (CMSUserCredential) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Table("cms_user_credentials"),
		entsql.Checks(map[string]string{"cms_user_credentials_bcrypt": bcryptFormat("password_hash")}),
	}
}

// Policy of CMSUserCredential.
func (CMSUserCredential) Policy() ent.Policy { return rule.SystemOnly() }
