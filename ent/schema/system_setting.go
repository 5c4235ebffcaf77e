package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// SystemSetting is a typed value that administrators change while the platform runs.
type SystemSetting struct{ ent.Schema }

// Mixin of SystemSetting.
func (SystemSetting) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Mutable{}} }

var settingTypes = []string{"string", "integer", "decimal", "boolean", "duration", "string_list"}

// Fields of SystemSetting.
func (SystemSetting) Fields() []ent.Field {
	return []ent.Field{
		field.Int("id"),
		field.String("key").MaxRuneLen(100).Unique().Immutable().SchemaType(varchar(100)),
		field.Enum("value_type").Values(settingTypes...).SchemaType(varchar(20)),
		field.JSON("value", json.RawMessage{}).Comment("a duration is a string as Go writes it, such as 10m"),
		field.JSON("default_value", json.RawMessage{}),
		measure("minimum", 20, 4),
		measure("maximum", 20, 4),
		field.JSON("allowed_values", []string{}).Optional(),
		field.String("description").MaxRuneLen(500).SchemaType(varchar(500)),
	}
}

// Annotations of SystemSetting.
func (SystemSetting) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"system_settings_key_format":            `key ~ '^[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)*$'`,
		"system_settings_value_type":            oneOf("value_type", settingTypes...),
		"system_settings_value":                 settingValue("value"),
		"system_settings_default_value":         settingValue("default_value"),
		"system_settings_description_not_blank": mixin.NotBlank("description"),
		"system_settings_bounds":                "minimum <= maximum",
		"system_settings_value_within_bounds":   settingBounds("value"),
		"system_settings_default_within_bounds": settingBounds("default_value"),
		"system_settings_value_allowed":         "allowed_values IS NULL OR allowed_values @> value",
	})}
}

// settingValue returns a CHECK expression: the JSON has the type that value_type names.
func settingValue(column string) string {
	return `jsonb_typeof(` + column + `) = CASE value_type WHEN 'boolean' THEN 'boolean' ` +
		`WHEN 'integer' THEN 'number' WHEN 'decimal' THEN 'number' WHEN 'string_list' THEN 'array' ELSE 'string' END`
}

// Policy of SystemSetting.
func (SystemSetting) Policy() ent.Policy { return rule.SystemOnly() }

// settingBounds returns a CHECK expression: a number lies between minimum and maximum, and an integer is whole. The
// service enforces the limits of durations, because SQL can't read Go's notation.
func settingBounds(column string) string {
	number := "(" + column + " #>> '{}')::numeric"
	return "CASE WHEN jsonb_typeof(" + column + ") = 'number' THEN " +
		number + " >= coalesce(minimum, '-Infinity') AND " + number + " <= coalesce(maximum, 'Infinity') AND " +
		"(value_type <> 'integer' OR " + number + " % 1 = 0) ELSE true END"
}
