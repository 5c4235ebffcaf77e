// Package body has the bodies of requests and responses on resources. Both follow from the fields of a resource's Go type: a
// response is a value of the type, and requests that create or change a resource have the bodies New and Change.
package body

import (
	"path"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/service/resource"
)

// New is the body of a request that creates a T. Its schema has the members that callers may set on creation, as the tags of
// T's fields say.
type New[T any] struct{ resource.Values[T] }

// UnmarshalJSON reads a body that matches the schema.
func (b *New[T]) UnmarshalJSON(text []byte) error { return b.Read(text, resource.Create) }

// TransformSchema returns the body's schema.
func (New[T]) TransformSchema(r huma.Registry, _ *huma.Schema) *huma.Schema {
	return objectSchema(r, resource.TypeOf[T]().Members, resource.Create)
}

// NewBatch is the body of a request that creates several Ts at once.
type NewBatch[T any] struct {
	Items []New[T] `json:"items" nullable:"false" minItems:"1" maxItems:"100" doc:"The new entries."`
}

// Values returns the values of each T.
func (b NewBatch[T]) Values() []resource.Values[T] {
	all := make([]resource.Values[T], len(b.Items))
	for i, item := range b.Items {
		all[i] = item.Values
	}
	return all
}

// Change is the merge patch that changes a T. Its schema has the members that callers may set in an update, as the tags of
// T's fields say.
type Change[T any] struct{ resource.Values[T] }

// UnmarshalJSON reads a body that matches the schema.
func (b *Change[T]) UnmarshalJSON(text []byte) error { return b.Read(text, resource.Update) }

// TransformSchema returns the body's schema.
func (Change[T]) TransformSchema(r huma.Registry, _ *huma.Schema) *huma.Schema {
	return objectSchema(r, resource.TypeOf[T]().Members, resource.Update)
}

// objectSchema returns the schema of the members that an operation sets.
func objectSchema(r huma.Registry, members []*resource.Member, operation string) *huma.Schema {
	object := &huma.Schema{Type: huma.TypeObject, Properties: map[string]*huma.Schema{}, AdditionalProperties: false}
	for _, m := range members {
		if !m.SetBy(operation) {
			continue
		}
		name, member := path.Base(m.Name), memberSchema(r, m, operation)
		if operation == resource.Create && !m.Optional() && m.Default == "" {
			object.Required = append(object.Required, name)
		}
		object.Properties[name] = member
	}
	object.PrecomputeMessages()
	return object
}

// memberSchema returns the schema of a member's value as callers send it: an entry of a coded catalog by its code. In an
// update it also allows null, which removes the member, has no default, and contains an object's members instead of a
// reference, which can't be nullable.
func memberSchema(r huma.Registry, m *resource.Member, operation string) *huma.Schema {
	field := m.Field
	coded := m.Type() == reflect.TypeFor[resource.Coding]()
	if field.Type = m.Type(); coded {
		field.Type = reflect.TypeFor[resource.Code]()
	}
	schema := huma.SchemaFromField(r, field, "")
	for _, example := range schema.Examples {
		if entry, ok := example.(map[string]any); ok && coded {
			delete(entry, "name")
		}
	}
	if operation == resource.Create {
		if len(m.Members) > 0 {
			*r.SchemaFromRef(schema.Ref) = *objectSchema(r, m.Members, operation)
		}
		return schema
	}
	if schema.Ref != "" {
		object := *r.SchemaFromRef(schema.Ref)
		if len(m.Members) > 0 {
			object = *objectSchema(r, m.Members, operation)
		}
		object.Description = schema.Description
		schema = &object
	}
	schema.Nullable, schema.Default = true, nil
	return schema
}
