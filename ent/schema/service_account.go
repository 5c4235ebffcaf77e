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

// ServiceAccount is a machine that signs in with OAuth 2.0 client credentials; its key is the client_id.
type ServiceAccount struct{ ent.Schema }

// Mixin of ServiceAccount.
func (ServiceAccount) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of ServiceAccount.
func (ServiceAccount) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").MaxRuneLen(100).Unique().SchemaType(varchar(100)),
		field.Int("role_id"),
		field.JSON("scopes", []string{}).Comment("OAuth 2.0 scopes; they narrow what the role permits"),
		field.Bool("active").Default(true),
		instant("last_used_at"),
	}
}

// Edges of ServiceAccount.
func (ServiceAccount) Edges() []ent.Edge {
	return []ent.Edge{
		requires("service_accounts", "role", "role_id", CMSRole.Type, entsql.Restrict),
		hasMany("secrets", ServiceAccountSecret.Type, "service_account_secrets", "service_account_id", entsql.Cascade),
	}
}

// Indexes of ServiceAccount.
func (ServiceAccount) Indexes() []ent.Index {
	return []ent.Index{
		// The service accounts of a role; the foreign key.
		index.Fields("role_id"),
	}
}

// Annotations of ServiceAccount.
func (ServiceAccount) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"service_accounts_name_not_blank": mixin.NotBlank("name"),
		"service_accounts_scopes_list":    "jsonb_typeof(scopes) = 'array'",
	})}
}

// Policy of ServiceAccount.
func (ServiceAccount) Policy() ent.Policy { return rule.SystemOnly() }
