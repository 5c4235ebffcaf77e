package mixin

import (
	"math"

	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"entgo.io/ent/schema/mixin"

	"github.com/predicthealth/predicthealth/ent/rule"
)

// Catalog is a reference table with an integer key. Rows that are no longer offered become inactive, because records
// still refer to them.
type Catalog struct{ mixin.Schema }

// Fields of Catalog.
func (Catalog) Fields() []ent.Field {
	return append([]ent.Field{
		field.Int("id"),
		field.Bool("active").Default(true),
	}, Mutable{}.Fields()...)
}

// Policy of Catalog.
func (Catalog) Policy() ent.Policy { return rule.Catalog() }

// Named is a small catalog whose entries have our own code, a name and a place in lists.
type Named struct{ mixin.Schema }

// Fields of Named.
func (Named) Fields() []ent.Field {
	return append(Catalog{}.Fields(),
		field.String("code").MaxRuneLen(50).Unique().
			SchemaType(map[string]string{dialect.Postgres: "varchar(50)"}),
		field.String("name").MaxRuneLen(100).
			SchemaType(map[string]string{dialect.Postgres: "varchar(100)"}),
		field.Int("display_order").Default(0).
			SchemaType(map[string]string{dialect.Postgres: "smallint"}),
	)
}

// Annotations of Named.
func (Named) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"code_not_blank": NotBlank("code"),
		"name_not_blank": NotBlank("name"),
	})}
}

// Policy of Named.
func (Named) Policy() ent.Policy { return rule.Catalog() }

// Coded is a catalog of published codes: unique on system and code, not on name (ICD-10-CM has 73,205 codes and 73,128
// names).
type Coded struct{ mixin.Schema }

// Fields of Coded.
func (Coded) Fields() []ent.Field {
	return append(Catalog{}.Fields(),
		field.String("code_system").MaxRuneLen(100).
			SchemaType(map[string]string{dialect.Postgres: "varchar(100)"}).
			Comment("The code system's URI as FHIR has it, such as http://snomed.info/sct."),
		field.String("code").MaxRuneLen(50).
			SchemaType(map[string]string{dialect.Postgres: "varchar(50)"}),
		field.String("name").MaxRuneLen(300).
			SchemaType(map[string]string{dialect.Postgres: "varchar(300)"}),
		field.Int("usage_rank").Default(math.MaxInt16).
			SchemaType(map[string]string{dialect.Postgres: "smallint"}).
			Comment("1 for the code that is recorded most; the largest for those of which nobody says."),
	)
}

// Indexes of Coded.
func (Coded) Indexes() []ent.Index {
	return []ent.Index{
		// Look-up by system and code, when records are imported and codes loaded.
		index.Fields("code_system", "code").Unique(),
		// Search: what is recorded most comes first.
		index.Fields("usage_rank", "code_system", "code"),
	}
}

// Annotations of Coded.
func (Coded) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"code_not_blank":   "code ~ '^[^[:space:]]+$'",
		"system_not_blank": "code_system ~ '^[^[:space:]]+$'",
		"name_not_blank":   NotBlank("name"),
	})}
}

// Policy of Coded.
func (Coded) Policy() ent.Policy { return rule.Catalog() }

// NotBlank returns a CHECK expression: the column holds more than white space. It includes invisible Unicode white space
// that the class space omits: no-break and zero-width characters.
func NotBlank(column string) string {
	return column + ` ~ '[^[:space:]\u00a0\u180e\u200b-\u200d\u2060\ufeff]'`
}

// EmptyOrNotBlank is [NotBlank] for a column that may be empty.
func EmptyOrNotBlank(column string) string { return column + " = '' OR " + NotBlank(column) }

// Sorted is for names: lists sort them as people do, Álvarez before Zapata, and indexes too. Names are the same only if all of
// their characters are.
func Sorted() schema.Annotation { return &entsql.Annotation{Collation: "und-x-icu"} }

// Plain returns a CHECK expression: the column has no control characters and none that change the direction of text.
func Plain(column string) string {
	return column + ` !~ '[\u0001-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]'`
}
