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

// CMSPermission is the permission for an action on a resource, such as patients:update.
type CMSPermission struct{ ent.Schema }

// Mixin of CMSPermission.
func (CMSPermission) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Mutable{}} }

var (
	permissionResources = []string{
		"patients", "doctors", "institutions", "catalogs", "accounts", "cms_users", "roles",
		"settings", "reports", "analytics", "audit",
	}
	permissionActions = []string{"create", "read", "update", "delete", "validate", "export", "introspect"}
)

// Fields of CMSPermission.
func (CMSPermission) Fields() []ent.Field {
	return []ent.Field{
		field.Int("id"),
		field.Enum("resource").Values(permissionResources...).SchemaType(varchar(50)),
		field.Enum("action").Values(permissionActions...).SchemaType(varchar(20)),
		field.String("description").MaxRuneLen(200).Optional().Nillable().SchemaType(varchar(200)),
	}
}

// Indexes of CMSPermission.
func (CMSPermission) Indexes() []ent.Index {
	return []ent.Index{
		// Look-up of a permission by resource and action.
		index.Fields("resource", "action").Unique(),
	}
}

// Annotations of CMSPermission.
func (CMSPermission) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Table("cms_permissions"),
		entsql.Checks(map[string]string{
			"cms_permissions_resource": oneOf("resource", permissionResources...),
			"cms_permissions_action":   oneOf("action", permissionActions...),
		}),
	}
}

// Policy of CMSPermission.
func (CMSPermission) Policy() ent.Policy { return rule.SystemOnly() }
