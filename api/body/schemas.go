package body

import (
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/service/resource"
)

// schemas holds the document's schemas. huma derives them from types, except for the services' own kinds of values, which
// know nothing of huma: enumerations, days and money.
type schemas struct {
	named map[string]*huma.Schema
	types map[string]reflect.Type
	name  func(t reflect.Type, hint string) string
}

// NewSchemas returns the registry of a document's schemas; name returns the name that clients use for a type.
func NewSchemas(name func(t reflect.Type, hint string) string) huma.Registry {
	return &schemas{map[string]*huma.Schema{}, map[string]reflect.Type{}, name}
}

const schemaPrefix = "#/components/schemas/"

// Schema returns the schema of a type, or a reference to it if the type has a name. It panics when two types have the same
// name.
func (s *schemas) Schema(t reflect.Type, allowRef bool, hint string) *huma.Schema {
	base := t
	for base.Kind() == reflect.Pointer {
		base = base.Elem()
	}
	if own := ownSchema(base); own != nil {
		own.Nullable = t.Kind() == reflect.Pointer
		return own
	}
	if base.Kind() == reflect.Array || base.Kind() == reflect.Slice {
		t = base // null is not a list
	}
	if !isObject(base) {
		return huma.SchemaFromType(s, t)
	}
	name := s.name(t, hint)
	if known, ok := s.types[name]; !ok {
		s.types[name], s.named[name] = base, &huma.Schema{} // for types that contain themselves
		s.named[name] = huma.SchemaFromType(s, t)
	} else if known != base {
		panic(fmt.Errorf("two types have the name %s: %s and %s", name, known, base))
	}
	if allowRef {
		return &huma.Schema{Ref: schemaPrefix + name}
	}
	return s.named[name]
}

// ownSchema returns the schema of a kind of value that huma doesn't know; nil for others.
func ownSchema(t reflect.Type) *huma.Schema {
	switch t {
	case reflect.TypeFor[resource.Date]():
		return &huma.Schema{Type: huma.TypeString, Format: "date"}
	case reflect.TypeFor[resource.Money]():
		return &huma.Schema{Type: huma.TypeString, Pattern: "^[0-9]{1,5}([.][0-9]{1,2})?$"}
	}
	enumeration, ok := reflect.Zero(t).Interface().(interface{ Values() []string })
	if !ok {
		return nil
	}
	schema := &huma.Schema{Type: huma.TypeString}
	for _, value := range enumeration.Values() {
		schema.Enum = append(schema.Enum, value)
	}
	return schema
}

// isObject says whether a type is a JSON object, rather than text or one of our own kinds of values.
func isObject(t reflect.Type) bool {
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[time.Time]() {
		return false
	}
	pointer := reflect.PointerTo(t)
	return !pointer.Implements(reflect.TypeFor[huma.SchemaProvider]()) &&
		!pointer.Implements(reflect.TypeFor[interface{ UnmarshalText([]byte) error }]())
}

// SchemaFromRef returns the schema that a reference names; nil when there is none.
func (s *schemas) SchemaFromRef(ref string) *huma.Schema {
	if len(ref) < len(schemaPrefix) {
		return nil
	}
	return s.named[ref[len(schemaPrefix):]]
}

// TypeFromRef returns the type that a reference names.
func (s *schemas) TypeFromRef(ref string) reflect.Type { return s.types[ref[len(schemaPrefix):]] }

// Map returns the schemas by name.
func (s *schemas) Map() map[string]*huma.Schema { return s.named }

// RegisterTypeAlias panics: no type has an alias.
func (s *schemas) RegisterTypeAlias(reflect.Type, reflect.Type) { panic("no aliases") }

// MarshalJSON writes the schemas by name.
func (s *schemas) MarshalJSON() ([]byte, error) { return json.Marshal(s.named) }
