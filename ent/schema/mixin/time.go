package mixin

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
)

// Created stamps rows that never change once written.
type Created struct{ mixin.Schema }

// Fields of Created.
func (Created) Fields() []ent.Field {
	return []ent.Field{
		field.Time("created_at").
			Default(time.Now).
			Immutable().
			SchemaType(map[string]string{dialect.Postgres: "timestamptz"}).
			Annotations(entsql.DefaultExpr("now()")),
	}
}

// Mutable stamps rows that change. The trigger set_updated_at, which migrations add to every such table, maintains
// updated_at and version, whoever writes. ETags are made from version, and `UPDATE … WHERE version` compares it.
type Mutable struct{ mixin.Schema }

// Fields of Mutable.
func (Mutable) Fields() []ent.Field {
	return append(Created{}.Fields(),
		field.Time("updated_at").
			Default(time.Now).
			SchemaType(map[string]string{dialect.Postgres: "timestamptz"}).
			Annotations(entsql.DefaultExpr("now()")),
		field.Int("version").
			Default(1).
			SchemaType(map[string]string{dialect.Postgres: "integer"}),
	)
}
