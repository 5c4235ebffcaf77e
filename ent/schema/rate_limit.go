package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// RateLimit is the state of a limit while Redis, which usually holds it, doesn't answer.
type RateLimit struct{ ent.Schema }

// Mixin of RateLimit.
func (RateLimit) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

// Fields of RateLimit.
func (RateLimit) Fields() []ent.Field {
	return []ent.Field{
		field.String("key").MaxRuneLen(200).Unique().Immutable().SchemaType(varchar(200)).Comment("the limit's name and who it limits"),
		field.Time("arrival_at").GoType(time.Time{}).SchemaType(postgres("timestamptz")).
			Comment("theoretical arrival time of the generic cell rate algorithm"),
	}
}

// Indexes of RateLimit.
func (RateLimit) Indexes() []ent.Index {
	return []ent.Index{
		// Limits that are full again, for the sweeper.
		index.Fields("arrival_at"),
	}
}

// Policy of RateLimit.
func (RateLimit) Policy() ent.Policy { return rule.SystemOnly() }
