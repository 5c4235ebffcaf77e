// Package body has what requests and answers hold of resources. Both follow from the fields of a resource's Go type: an
// answer is a value of the type, and the bodies that create and change one are New and Change of it.
package body

import (
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/service/resource"
)

// New is the body of a request that creates a T. Its schema has the members that the tags of T's fields let a creation set.
type New[T any] struct{ resource.Values[T] }

// UnmarshalJSON reads a body that has passed the schema.
func (b *New[T]) UnmarshalJSON(text []byte) error { return b.Read(text, resource.Create) }

// TransformSchema returns the body's schema.
func (New[T]) TransformSchema(r huma.Registry, _ *huma.Schema) *huma.Schema {
	return bodySchema(r, resource.TypeOf[T](), resource.Create)
}

// Change is the merge patch that changes a T. Its schema has the members that the tags of T's fields let an update set.
type Change[T any] struct{ resource.Values[T] }

// UnmarshalJSON reads a body that has passed the schema.
func (b *Change[T]) UnmarshalJSON(text []byte) error { return b.Read(text, resource.Update) }

// TransformSchema returns the body's schema.
func (Change[T]) TransformSchema(r huma.Registry, _ *huma.Schema) *huma.Schema {
	return bodySchema(r, resource.TypeOf[T](), resource.Update)
}

// bodySchema is that of the members of a resource that an operation sets.
func bodySchema(r huma.Registry, t *resource.Type, operation string) *huma.Schema {
	body := &huma.Schema{Type: huma.TypeObject, Properties: map[string]*huma.Schema{}, AdditionalProperties: false}
	for _, m := range t.Members {
		if !m.SetBy(operation) {
			continue
		}
		member := memberSchema(r, m)
		if operation == resource.Update {
			member = removable(r, member)
		} else if !m.Optional() && m.Default == "" {
			body.Required = append(body.Required, m.Name)
		}
		body.Properties[m.Name] = member
	}
	body.PrecomputeMessages()
	return body
}

// memberSchema is that of a member's value as callers send it: an entry of a coded catalog by its code.
func memberSchema(r huma.Registry, m *resource.Member) *huma.Schema {
	field := m.Field
	if field.Type = m.Type(); field.Type == reflect.TypeFor[resource.Coding]() {
		field.Type = reflect.TypeFor[resource.Code]()
	}
	return huma.SchemaFromField(r, field, "")
}

// removable returns a schema that is null too, for what is removed, and has no default. It holds an object's members itself: a
// reference can't be nullable.
func removable(r huma.Registry, s *huma.Schema) *huma.Schema {
	if s.Ref != "" {
		object := *r.SchemaFromRef(s.Ref)
		object.Description = s.Description
		s = &object
	}
	s.Nullable, s.Default = true, nil
	return s
}
