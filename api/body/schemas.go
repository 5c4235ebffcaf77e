package body

import (
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/service/resource"
)

// schemas are those of the document. They are huma's, who derives them from types, but for the services' own kinds of
// value, which know no huma: enumerations and days.
type schemas struct {
	named map[string]*huma.Schema
	types map[string]reflect.Type
	name  func(t reflect.Type, hint string) string
}

// NewSchemas returns the registry of a document's schemas; name is what clients call a type.
func NewSchemas(name func(t reflect.Type, hint string) string) huma.Registry {
	return &schemas{map[string]*huma.Schema{}, map[string]reflect.Type{}, name}
}

const schemaPrefix = "#/components/schemas/"

// Schema is that of a type, or a reference to one that has a name. It panics when two types have the same.
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
		t = base // null is no list
	}
	if !isObject(base) {
		return huma.SchemaFromType(s, t)
	}
	name := s.name(t, hint)
	if known, ok := s.types[name]; !ok {
		s.types[name], s.named[name] = base, &huma.Schema{} // for types that contain themselves
		s.named[name] = huma.SchemaFromType(s, t)
	} else if known != base {
		panic(fmt.Errorf("two types of one name, %s: %s and %s", name, known, base))
	}
	if allowRef {
		return &huma.Schema{Ref: schemaPrefix + name}
	}
	return s.named[name]
}

// ownSchema is that of a kind of value that huma doesn't know; nil for others.
func ownSchema(t reflect.Type) *huma.Schema {
	if t == reflect.TypeFor[resource.Date]() {
		return &huma.Schema{Type: huma.TypeString, Format: "date"}
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

// isObject says whether a type is a JSON object, not a text or something of its own.
func isObject(t reflect.Type) bool {
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[time.Time]() {
		return false
	}
	pointer := reflect.PointerTo(t)
	return !pointer.Implements(reflect.TypeFor[huma.SchemaProvider]()) &&
		!pointer.Implements(reflect.TypeFor[interface{ UnmarshalText([]byte) error }]())
}

// SchemaFromRef returns the schema that a reference names; nil for none.
func (s *schemas) SchemaFromRef(ref string) *huma.Schema {
	if len(ref) < len(schemaPrefix) {
		return nil
	}
	return s.named[ref[len(schemaPrefix):]]
}

// TypeFromRef returns the type that a reference names.
func (s *schemas) TypeFromRef(ref string) reflect.Type { return s.types[ref[len(schemaPrefix):]] }

// Map has the schemas by name.
func (s *schemas) Map() map[string]*huma.Schema { return s.named }

// RegisterTypeAlias is for types that huma should take for others: there are none.
func (s *schemas) RegisterTypeAlias(reflect.Type, reflect.Type) { panic("no aliases") }

// MarshalJSON writes the schemas by name.
func (s *schemas) MarshalJSON() ([]byte, error) { return json.Marshal(s.named) }
