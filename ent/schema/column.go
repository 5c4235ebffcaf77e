// Package schema declares the entities, one a file: their columns, edges, indexes, checks and policies. What ent can't
// say about a table stands in sql/tables.
package schema

import (
	"fmt"
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"
	"github.com/shopspring/decimal"
)

// postgres names the column type that ent would otherwise choose more loosely.
func postgres(columnType string) map[string]string {
	return map[string]string{dialect.Postgres: columnType}
}

// varchar is the type of a text column of at most n characters.
func varchar(n int) map[string]string {
	return postgres(fmt.Sprintf("varchar(%d)", n))
}

// ip is an IPv4 or IPv6 address, unknown when NULL.
func ip(name string) ent.Field {
	return field.String(name).Optional().Nillable().SchemaType(postgres("inet"))
}

// instant is a point in time, absent when NULL.
func instant(name string) ent.Field {
	return field.Time(name).Optional().Nillable().SchemaType(postgres("timestamptz"))
}

// instantNow is a point in time that is the present unless told.
func instantNow(name string) ent.Field {
	return field.Time(name).Default(time.Now).SchemaType(postgres("timestamptz")).
		Annotations(entsql.DefaultExpr("now()"))
}

// date is a calendar date without a time zone, absent when NULL.
func date(name string) ent.Field {
	return field.Time(name).Optional().Nillable().SchemaType(postgres("date"))
}

// measure is an exact number of the given precision and scale, absent when NULL.
func measure(name string, precision, scale int) ent.Field {
	return field.Other(name, decimal.Decimal{}).Optional().Nillable().
		SchemaType(postgres(fmt.Sprintf("numeric(%d,%d)", precision, scale)))
}

// foreignID is an optional reference to a row with a UUID key.
func foreignID(name string) ent.Field {
	return field.UUID(name, uuid.UUID{}).Optional().Nillable()
}

// generatedID is foreignID for a column that PostgreSQL computes: nobody writes it, and sql/tables makes it.
func generatedID(name string) ent.Field {
	return field.UUID(name, uuid.UUID{}).Optional().Nillable().Immutable().Annotations(entsql.Skip())
}

// belongsTo is a foreign key. It has no edge back: an edge costs hundreds of generated lines in the entity it goes from,
// and asking for the children of a row is a predicate on their column. Its constraint is called <table>_<column>_fkey, as PostgreSQL
// would call it, so that services can tell by the name which field is at fault.
func belongsTo(table, name, column string, target any, onDelete entsql.ReferenceOption) ent.Edge {
	return edge.To(name, target).Field(column).Unique().
		StorageKey(foreignKey(table, column)).
		Annotations(entsql.OnDelete(onDelete))
}

// requires is belongsTo for a column that is NOT NULL.
func requires(table, name, column string, target any, onDelete entsql.ReferenceOption) ent.Edge {
	return edge.To(name, target).Field(column).Unique().Required().
		StorageKey(foreignKey(table, column)).
		Annotations(entsql.OnDelete(onDelete))
}

// partOf is requires for what never changes hands and goes with its whole.
func partOf(table, name, column string, whole any) ent.Edge {
	return edge.To(name, whole).Field(column).Unique().Required().Immutable().
		StorageKey(foreignKey(table, column)).
		Annotations(entsql.OnDelete(entsql.Cascade))
}

// hasMany is the other side of an edge.From that holds the foreign key in table.column.
func hasMany(name string, target any, table, column string, onDelete entsql.ReferenceOption) ent.Edge {
	return edge.To(name, target).
		StorageKey(foreignKey(table, column)).
		Annotations(entsql.OnDelete(onDelete))
}

func foreignKey(table, column string) edge.StorageOption {
	return edge.Symbol(table + "_" + column + "_fkey")
}

// oneOf is a CHECK expression: the column holds one of the values.
func oneOf(column string, values ...string) string {
	list := ""
	for i, v := range values {
		if i > 0 {
			list += ", "
		}
		list += "'" + v + "'"
	}
	return column + " IN (" + list + ")"
}

// emailFormat is a CHECK expression: an address as the service stores it, lower case with one @ and a dotted domain.
func emailFormat(column string) string {
	return column + ` ~ '^[^@[:space:]]+@[^@[:space:].]+([.][^@[:space:].]+)+$' AND ` + column + ` = lower(` + column + `)`
}

// phoneFormat is a CHECK expression: E.164, a plus sign and 7 to 15 digits that don't start with 0.
func phoneFormat(column string) string {
	return column + ` ~ '^[+][1-9][0-9]{6,14}$'`
}

// licenceFormat is a CHECK expression: letters, digits and inner separators, at most 50 characters.
func licenceFormat(column string) string {
	return column + ` ~ '^[A-Za-z0-9]([A-Za-z0-9 ./-]{0,48}[A-Za-z0-9])?$'`
}
