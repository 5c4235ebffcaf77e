package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// CMSRole is a named set of permissions.
type CMSRole struct{ ent.Schema }

// Mixin of CMSRole.
func (CMSRole) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Mutable{}} }

// Fields of CMSRole.
func (CMSRole) Fields() []ent.Field {
	return []ent.Field{
		field.Int("id"),
		field.String("code").MaxRuneLen(50).Unique().SchemaType(varchar(50)),
		field.String("name").MaxRuneLen(100).Unique().SchemaType(varchar(100)),
		field.String("description").MaxRuneLen(500).Optional().Nillable().SchemaType(varchar(500)),
		field.Bool("built_in").Default(false).Comment("came with the platform; can't be deleted"),
	}
}

// Edges of CMSRole.
func (CMSRole) Edges() []ent.Edge {
	return []ent.Edge{
		hasMany("role_permissions", CMSRolePermission.Type, "cms_role_permissions", "role_id", entsql.Cascade),
	}
}

// Annotations of CMSRole.
func (CMSRole) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Table("cms_roles"),
		entsql.Checks(map[string]string{
			"cms_roles_code_format":    "code ~ '^[a-z][a-z0-9_]*$'",
			"cms_roles_name_not_blank": mixin.NotBlank("name"),
		}),
	}
}

// Policy of CMSRole.
func (CMSRole) Policy() ent.Policy { return rule.SystemOnly() }
