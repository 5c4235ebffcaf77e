package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// models are the Go types of a document's schemas.
type models struct {
	Structs []structure
	Enums   []*enum
	// byValues finds the type of a property by the values that it may have.
	byValues map[string]*enum
}

// structure is the type of an object.
type structure struct {
	Name, Doc string
	ETag      bool
	Fields    []field
}

type field struct{ Name, Wire, Type, Options, Doc string }

// reader reads the schemas of a document.
type reader struct {
	models
	components openapi3.Schemas
	tagged     map[string]bool // those that are answered with an ETag
	patches    map[string]bool // bodies of merge patches
	uses       map[string][]string
}

func newReader(doc *openapi3.T) *reader {
	r := &reader{components: doc.Components.Schemas, tagged: map[string]bool{}, patches: map[string]bool{}, uses: map[string][]string{}}
	r.readEnums(slices.Sorted(maps.Keys(r.components)))
	return r
}

// readStructs reads the types of what operations send and answer.
func (r *reader) readStructs(operations []operation) error {
	for _, o := range operations {
		r.tagged[o.Result] = r.tagged[o.Result] || o.ETag
		r.patches[o.Body] = r.patches[o.Body] || o.BodyType == bodyTypes[0]
		r.uses[o.Body] = append(r.uses[o.Body], "is sent by ["+"Client."+o.Name+"]")
		r.uses[o.Result] = append(r.uses[o.Result], "is the answer of [Client."+o.Name+"]")
	}
	// Patches first: a part of a patch is a patch too.
	names := slices.Sorted(maps.Keys(r.components))
	slices.SortStableFunc(names, func(a, b string) int {
		return -cmp.Compare(fmt.Sprint(r.patches[exported(a)]), fmt.Sprint(r.patches[exported(b)]))
	})
	for _, name := range names {
		if err := r.addStruct(exported(name), r.components[name].Value, r.patches[exported(name)]); err != nil {
			return fmt.Errorf("schema %s: %w", name, err)
		}
	}
	for _, o := range operations {
		if o.form == nil {
			continue
		}
		if err := r.addStruct(o.Body, o.form, false); err != nil {
			return fmt.Errorf("body of %s: %w", o.ID, err)
		}
	}
	slices.SortFunc(r.Structs, func(a, b structure) int { return cmp.Compare(a.Name, b.Name) })
	return nil
}

func (r *reader) addStruct(name string, s *openapi3.Schema, patch bool) error {
	out := structure{Name: name, ETag: r.tagged[name], Doc: name + " " + cmp.Or(r.use(name), "is part of other types") + ".\n" + s.Description}
	for _, member := range slices.Sorted(maps.Keys(s.Properties)) {
		f, err := r.field(name, member, s, patch)
		if err != nil {
			return fmt.Errorf("%s: %w", member, err)
		}
		out.Fields = append(out.Fields, f)
	}
	r.Structs = append(r.Structs, out)
	return nil
}

// use says where a type is met, with at most two examples.
func (r *reader) use(name string) string {
	uses := slices.Compact(slices.Clone(r.uses[name]))
	if len(uses) <= 2 {
		return strings.Join(uses, " and ")
	}
	return uses[0] + ", " + uses[1] + " and others"
}

func (r *reader) field(parent, member string, s *openapi3.Schema, patch bool) (field, error) {
	ref := s.Properties[member]
	f := field{Name: exported(member), Wire: member, Doc: describe(ref.Value.Description, ref.Value)}
	base, err := r.goType(parent, member, ref, patch)
	if err != nil {
		return f, err
	}
	required := slices.Contains(s.Required, member)
	nullable := ref.Ref == "" && (ref.Value.Type.Includes(openapi3.TypeNull) || ref.Value.Type == nil && base != "any")
	reference := strings.HasPrefix(base, "[]") || strings.HasPrefix(base, "map[") || base == "any"
	switch {
	case patch && !required:
		f.Type, f.Options = "Optional["+base+"]", ",omitzero"
	case required && !nullable || reference:
		f.Type = base
	default:
		f.Type = "*" + base
	}
	if !required && !patch {
		f.Options = ",omitempty"
	}
	return f, nil
}

func (r *reader) goType(parent, member string, ref *openapi3.SchemaRef, patch bool) (string, error) {
	if ref.Ref != "" {
		return referenced(ref)
	}
	s := ref.Value
	switch {
	case s.Type == nil:
		if one := alternatives(s); len(one) == 1 {
			return r.goType(parent, member, one[0], patch)
		}
		return "any", nil
	case s.Type.Includes(openapi3.TypeArray):
		item, err := r.goType(parent, member, s.Items, patch)
		return "[]" + item, err
	case s.Type.Includes(openapi3.TypeObject):
		return r.objectType(parent, member, s, patch)
	case s.Type.Includes(openapi3.TypeBoolean):
		return "bool", nil
	case s.Type.Includes(openapi3.TypeInteger):
		return "int", nil
	case s.Type.Includes(openapi3.TypeNumber):
		return "float64", nil
	case s.Format == "date-time":
		return "time.Time", nil
	case s.Format == "date":
		return "Date", nil
	}
	if e := r.byValues[valuesOf(s)]; e != nil {
		return e.Name, nil
	}
	return "string", nil
}

// alternatives are the schemas of which a value may be, beside null.
func alternatives(s *openapi3.Schema) (out openapi3.SchemaRefs) {
	for _, ref := range slices.Concat(s.AnyOf, s.OneOf) {
		if ref.Ref != "" || !ref.Value.Type.Is(openapi3.TypeNull) {
			out = append(out, ref)
		}
	}
	return out
}

func (r *reader) objectType(parent, member string, s *openapi3.Schema, patch bool) (string, error) {
	if len(s.Properties) == 0 {
		return "map[string]any", nil
	}
	if name := r.same(s); name != "" {
		r.patches[name] = r.patches[name] || patch
		return name, nil
	}
	name := parent + exported(member)
	return name, r.addStruct(name, s, patch)
}

// same finds the component that has the members of a schema: where a member may be null it can't be a reference.
func (r *reader) same(s *openapi3.Schema) string {
	members := slices.Sorted(maps.Keys(s.Properties))
	for _, name := range slices.Sorted(maps.Keys(r.components)) {
		if slices.Equal(members, slices.Sorted(maps.Keys(r.components[name].Value.Properties))) {
			return exported(name)
		}
	}
	return ""
}

// describe returns the comment for a value: what it is, and how large it may be.
func describe(text string, s *openapi3.Schema) string {
	var bounds []string
	if s.Min != nil && s.Max != nil {
		bounds = append(bounds, fmt.Sprintf("%v to %v", *s.Min, *s.Max))
	}
	if s.MaxLength != nil {
		bounds = append(bounds, fmt.Sprintf("at most %d characters", *s.MaxLength))
	}
	if s.Default != nil {
		bounds = append(bounds, fmt.Sprintf("default %v", s.Default))
	}
	text = strings.TrimSpace(text)
	if len(bounds) == 0 {
		return text
	}
	said := strings.Join(bounds, ", ")
	return strings.TrimSpace(text + " " + strings.ToUpper(said[:1]) + said[1:] + ".")
}
