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

// SecondFactor is the secret that an account's authenticator makes codes from (TOTP, RFC 6238). It counts once a code has
// confirmed it.
type SecondFactor struct{ ent.Schema }

// Mixin of SecondFactor.
func (SecondFactor) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}} }

// Fields of SecondFactor.
func (SecondFactor) Fields() []ent.Field {
	return []ent.Field{
		foreignID("user_id"),
		foreignID("cms_user_id"),
		field.Bytes("secret").Sensitive().Comment("encrypted"),
		instant("confirmed_at"),
		field.Int64("last_step").Default(0).Comment("the time step of the last code that was used: neither it nor an older one counts again"),
	}
}

// Edges of SecondFactor.
func (SecondFactor) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("second_factors", "user", "user_id", User.Type, entsql.Cascade),
		belongsTo("second_factors", "cms_user", "cms_user_id", CMSUser.Type, entsql.Cascade),
	}
}

// Indexes of SecondFactor.
func (SecondFactor) Indexes() []ent.Index {
	return []ent.Index{
		// A user's factor, of which there is one; the foreign key.
		index.Fields("user_id").Unique(),
		// The same for CMS users; the foreign key.
		index.Fields("cms_user_id").Unique(),
	}
}

// Annotations of SecondFactor.
func (SecondFactor) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"second_factors_one_owner": "num_nonnulls(user_id, cms_user_id) = 1",
		"second_factors_last_step": "last_step >= 0",
	})}
}

// Policy of SecondFactor.
func (SecondFactor) Policy() ent.Policy { return rule.SystemOnly() }
