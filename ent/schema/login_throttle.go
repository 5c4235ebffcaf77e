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

// LoginThrottle counts failed sign-ins to an account from one network, or from all networks, and says until when further
// ones are refused. The account is a hash of its address, so that addresses without an account are counted in the same way.
type LoginThrottle struct{ ent.Schema }

// Mixin of LoginThrottle.
func (LoginThrottle) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of LoginThrottle.
func (LoginThrottle) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("account_hash").Immutable().Comment("SHA-256 of who signs in where"),
		field.String("network").MaxRuneLen(50).Default("").Immutable().SchemaType(varchar(50)).
			Comment("an IPv4 address or an IPv6 /64; empty counts all of them"),
		field.Int("failures").Default(0).SchemaType(postgres("integer")).Comment("in the window"),
		instantNow("window_started_at"),
		field.Int("locks").Default(0).SchemaType(postgres("integer")).Comment("in a row; each is longer than the one before"),
		instant("locked_until"),
	}
}

// Indexes of LoginThrottle.
func (LoginThrottle) Indexes() []ent.Index {
	return []ent.Index{
		// Whether this sign-in may be tried.
		index.Fields("account_hash", "network").Unique(),
		// Counts that no longer matter, for the sweeper.
		index.Fields("updated_at"),
	}
}

// Annotations of LoginThrottle.
func (LoginThrottle) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"login_throttles_account_hash": "length(account_hash) = 32",
		"login_throttles_counts":       "failures >= 0 AND locks >= 0",
	})}
}

// Policy of LoginThrottle.
func (LoginThrottle) Policy() ent.Policy { return rule.SystemOnly() }
