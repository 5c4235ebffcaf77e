package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// CMSUser is a member of the platform's staff, who may do what the role permits.
type CMSUser struct{ ent.Schema }

// Mixin of CMSUser.
func (CMSUser) Mixin() []ent.Mixin {
	return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}, signIn{}}
}

// Fields of CMSUser.
func (CMSUser) Fields() []ent.Field {
	return []ent.Field{
		field.Int("role_id"),
		field.String("first_name").MaxRuneLen(100).SchemaType(varchar(100)),
		field.String("last_name").MaxRuneLen(100).SchemaType(varchar(100)),
	}
}

// Edges of CMSUser.
func (CMSUser) Edges() []ent.Edge {
	return []ent.Edge{
		requires("cms_users", "role", "role_id", CMSRole.Type, entsql.Restrict),
		edge.To("credential", CMSUserCredential.Type).Unique().
			StorageKey(foreignKey("cms_user_credentials", "cms_user_id")).
			Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// Indexes of CMSUser.
func (CMSUser) Indexes() []ent.Index {
	return []ent.Index{
		// The users of a role; the foreign key.
		index.Fields("role_id"),
		// All CMS users, newest first.
		index.Fields("created_at", "id"),
	}
}

// Annotations of CMSUser.
func (CMSUser) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Table("cms_users"),
		entsql.Checks(map[string]string{
			"cms_users_email_format":          emailFormat("email"),
			"cms_users_first_name_not_blank":  mixin.NotBlank("first_name"),
			"cms_users_first_name_characters": mixin.Plain("first_name"),
			"cms_users_last_name_not_blank":   mixin.NotBlank("last_name"),
			"cms_users_last_name_characters":  mixin.Plain("last_name"),
			"cms_users_failed_logins":         "failed_logins >= 0",
		}),
	}
}

// Policy of CMSUser.
func (CMSUser) Policy() ent.Policy { return rule.SystemOnly() }
