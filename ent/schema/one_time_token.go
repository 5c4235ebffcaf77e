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

// OneTimeToken is a token in a mail that verifies an address, resets a password or changes an address, or one that proves
// a right password while the second factor is asked for. It is stored as the SHA-256 of its secret and used at most once.
type OneTimeToken struct{ ent.Schema }

// Mixin of OneTimeToken.
func (OneTimeToken) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}} }

var tokenPurposes = []string{"verify_email", "reset_password", "change_email", "sign_in"}

// Fields of OneTimeToken.
func (OneTimeToken) Fields() []ent.Field {
	return []ent.Field{
		foreignID("user_id"),
		foreignID("cms_user_id"),
		field.Enum("purpose").Values(tokenPurposes...).Immutable().SchemaType(varchar(20)),
		field.Bytes("token_hash").Unique().Immutable().Sensitive(),
		field.String("email").MaxRuneLen(254).Immutable().SchemaType(varchar(254)).Comment("the address that the mail went to, or that signs in"),
		field.Time("expires_at").GoType(time.Time{}).Immutable().SchemaType(postgres("timestamptz")),
		instant("used_at"),
	}
}

// Edges of OneTimeToken.
func (OneTimeToken) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("one_time_tokens", "user", "user_id", User.Type, entsql.Cascade),
		belongsTo("one_time_tokens", "cms_user", "cms_user_id", CMSUser.Type, entsql.Cascade),
	}
}

// Indexes of OneTimeToken.
func (OneTimeToken) Indexes() []ent.Index {
	return []ent.Index{
		// A user's open tokens, which a new one replaces; the foreign key.
		index.Fields("user_id", "purpose"),
		// The same for CMS users; the foreign key.
		index.Fields("cms_user_id", "purpose"),
		// Expired tokens, for the sweeper.
		index.Fields("expires_at"),
	}
}

// Annotations of OneTimeToken.
func (OneTimeToken) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"one_time_tokens_one_owner":    "num_nonnulls(user_id, cms_user_id) = 1",
		"one_time_tokens_purpose":      oneOf("purpose", tokenPurposes...),
		"one_time_tokens_email_format": emailFormat("email"),
	})}
}

// Policy of OneTimeToken.
func (OneTimeToken) Policy() ent.Policy { return rule.SystemOnly() }
