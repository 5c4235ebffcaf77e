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

// CMSRolePermission gives a permission to a role.
type CMSRolePermission struct{ ent.Schema }

// Mixin of CMSRolePermission.
func (CMSRolePermission) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Created{}} }

// Fields of CMSRolePermission.
func (CMSRolePermission) Fields() []ent.Field {
	return []ent.Field{
		field.Int("role_id").Immutable(),
		field.Int("permission_id").Immutable(),
	}
}

// Edges of CMSRolePermission.
func (CMSRolePermission) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("role", CMSRole.Type).Ref("role_permissions").Field("role_id").Unique().Required().Immutable(),
		partOf("cms_role_permissions", "permission", "permission_id", CMSPermission.Type),
	}
}

// Indexes of CMSRolePermission.
func (CMSRolePermission) Indexes() []ent.Index {
	return []ent.Index{
		// The permissions of a role; the foreign key.
		index.Fields("role_id", "permission_id").Unique(),
		// Which roles have a permission; the foreign key.
		index.Fields("permission_id"),
	}
}

// Annotations of CMSRolePermission.
func (CMSRolePermission) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Table("cms_role_permissions")}
}

// Policy of CMSRolePermission.
func (CMSRolePermission) Policy() ent.Policy { return rule.SystemOnly() }
