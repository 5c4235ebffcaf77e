package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// Session is a sign-in of a user or a CMS user: a family of refresh tokens that ends.
type Session struct{ ent.Schema }

// Mixin of Session.
func (Session) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of Session.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		foreignID("user_id"),
		foreignID("cms_user_id"),
		field.String("user_agent").MaxRuneLen(255).Optional().Nillable().SchemaType(varchar(255)),
		ip("ip"),
		instantNow("last_seen_at"),
		instant("second_factor_at"),
		field.Time("idle_expires_at").GoType(time.Time{}).SchemaType(postgres("timestamptz")),
		field.Time("expires_at").GoType(time.Time{}).SchemaType(postgres("timestamptz")),
		instant("ended_at"),
		field.Enum("end_reason").
			Values("logout", "revoked", "reuse", "password_changed", "disabled", "expired").
			Optional().Nillable().SchemaType(varchar(30)),
	}
}

// Edges of Session.
func (Session) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("sessions", "user", "user_id", User.Type, entsql.Cascade),
		belongsTo("sessions", "cms_user", "cms_user_id", CMSUser.Type, entsql.Cascade),
	}
}

// Indexes of Session.
func (Session) Indexes() []ent.Index {
	return []ent.Index{
		// A user's sessions, newest first; the foreign key.
		index.Fields("user_id", "created_at", "id"),
		// A CMS user's sessions, newest first; the foreign key.
		index.Fields("cms_user_id", "created_at", "id"),
		// Sessions past their end, for the sweeper.
		index.Fields("expires_at"),
	}
}

// Annotations of Session.
func (Session) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"sessions_one_owner": "num_nonnulls(user_id, cms_user_id) = 1",
		"sessions_end":       "(ended_at IS NULL) = (end_reason IS NULL)",
		"sessions_end_reason": oneOf("end_reason",
			"logout", "revoked", "reuse", "password_changed", "disabled", "expired"),
		"sessions_lifetime": "idle_expires_at <= expires_at",
	})}
}

// Policy of Session.
func (Session) Policy() ent.Policy { return rule.SystemOnly() }
