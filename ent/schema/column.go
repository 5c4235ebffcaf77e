// Package schema declares the entities, one in each file: their columns, edges, indexes, checks and policies. sql/tables
// has what ent can't express about a table.
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

	"github.com/predicthealth/predicthealth/internal/valueset"
)

// postgres sets the column type, where ent would choose a looser one.
func postgres(columnType string) map[string]string {
	return map[string]string{dialect.Postgres: columnType}
}

// varchar is the type of a text column of at most n characters.
func varchar(n int) map[string]string {
	return postgres(fmt.Sprintf("varchar(%d)", n))
}

// ip is an IPv4 or IPv6 address; NULL means unknown.
func ip(name string) ent.Field {
	return field.String(name).Optional().Nillable().SchemaType(postgres("inet"))
}

// instant is a point in time; NULL means absent.
func instant(name string) ent.Field {
	return field.Time(name).Optional().Nillable().SchemaType(postgres("timestamptz"))
}

// instantNow is a point in time whose default is the current time.
func instantNow(name string) ent.Field {
	return field.Time(name).Default(time.Now).SchemaType(postgres("timestamptz")).
		Annotations(entsql.DefaultExpr("now()"))
}

// date is a calendar date without a time zone; NULL means absent.
func date(name string) ent.Field {
	return field.Time(name).Optional().Nillable().SchemaType(postgres("date"))
}

// day is date for a column that is NOT NULL.
func day(name string) ent.Field {
	return field.Time(name).GoType(time.Time{}).SchemaType(postgres("date"))
}

// precision says how much of the date in a column is known; the date is the first day of that period.
func precision(date string) ent.Field {
	return field.Enum(date + "_precision").Values(precisions...).Default("day").SchemaType(varchar(10))
}

var precisions = valueset.Precision("").Values()

// precisionChecks are the checks of a date with its precision, for a table.
func precisionChecks(checks map[string]string, table string, dates ...string) map[string]string {
	for _, date := range dates {
		precision := date + "_precision"
		checks[table+"_"+precision] = oneOf(precision, precisions...)
		checks[table+"_"+date+"_period"] = precision + " = 'day' OR " + date + " = date_trunc(" + precision + ", " + date + "::timestamp)"
	}
	return checks
}

// endsAfter returns a CHECK expression: nothing ends before it begins. What ends in 2020 may have begun in the middle of it.
func endsAfter(end, start string) string {
	return end + " >= " + start + " OR " + end + " = date_trunc(" + end + "_precision, " + start + "::timestamp)"
}

// sourceElements are what the source of an imported record says and no column holds: elements of FHIR, as they came.
func sourceElements() ent.Field {
	return field.JSON("source_elements", map[string]any{}).Optional().SchemaType(postgres("jsonb"))
}

// measure is an exact number with the given precision and scale; NULL means absent.
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

// belongsTo is a foreign key. It has no edge back: an edge costs hundreds of generated lines in the entity that it starts
// from, and a predicate on the column finds the children of a row. Its constraint is called <table>_<column>_fkey, as
// PostgreSQL would call it, so that services can tell the bad field from the name.
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

// oneOf returns a CHECK expression: the column holds one of the values.
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

// emailFormat returns a CHECK expression: an address as the service stores it, in lower case with one @ and a dotted domain.
func emailFormat(column string) string {
	const other = `[:space:][:cntrl:]@"(),:;<>\\[\]\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff`
	return column + ` ~ '^[^` + other + `]+@[^` + other + `.]+([.][^` + other + `.]+)+$' AND ` + column + ` = lower(` + column + `)`
}

// phoneFormat returns a CHECK expression: E.164, a plus sign and 7 to 15 digits that don't start with 0.
func phoneFormat(column string) string {
	return column + ` ~ '^[+][1-9][0-9]{6,14}$'`
}

// licenceFormat returns a CHECK expression: letters, digits and inner separators, at most 50 characters.
func licenceFormat(column string) string {
	return column + ` ~ '^[A-Za-z0-9]([A-Za-z0-9 ./-]{0,48}[A-Za-z0-9])?$'`
}
