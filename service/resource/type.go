package resource

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/google/uuid"
)

// Type describes a type of resource: its members in the order of its fields, with those of embedded structs last.
type Type struct {
	Members []*Member

	leaves []*Member // the members, and those of objects instead of these
	byName map[string]*Member
}

// Member is one of a resource's members.
type Member struct {
	// Name is the member's name in the API: a JSON pointer without the first slash.
	Name string
	// Field is the field of the resource's Go type, with its tags.
	Field reflect.StructField
	// Column is the column that stores the value; empty when no column does.
	Column string
	// Catalog is the table of the entry that the value names by a code or a Coding. The column then holds the entry's key.
	Catalog string
	// Default is the value in a new resource when the caller sends none; empty for none.
	Default string
	// Members are the members of an object; empty for an object that isn't stored.
	Members []*Member

	object   *Member // that it is a member of; nil at the top
	set      []string
	right    string
	null     string // what null means
	scale    int32  // -1 for all digits
	notBlank bool
	// mayBeEmpty says that the text may be empty, but not blank.
	mayBeEmpty bool
	name       bool // a person's
	// permanent says that entries of the catalog are never retired.
	permanent bool
}

// Operations that set members.
const (
	Create = "create"
	Update = "update"
)

// SetBy says whether callers may set the member in an operation.
func (m *Member) SetBy(operation string) bool { return slices.Contains(m.set, operation) }

// Optional says whether the member may be empty, and can be removed.
func (m *Member) Optional() bool { return m.Field.Type.Kind() == reflect.Pointer }

// Type returns the type of the value; for a pointer, of what it points to.
func (m *Member) Type() reflect.Type {
	if m.Optional() {
		return m.Field.Type.Elem()
	}
	return m.Field.Type
}

// in returns the member's field in a resource; the zero Value in an object that is nil.
func (m *Member) in(of reflect.Value) reflect.Value {
	if m.object == nil {
		return of.FieldByIndex(m.Field.Index)
	}
	object := m.object.in(of)
	if object.Kind() == reflect.Pointer {
		object = object.Elem()
	}
	if !object.IsValid() {
		return object
	}
	return object.FieldByIndex(m.Field.Index)
}

// made does what in does, but creates an object that is nil.
func (m *Member) made(of reflect.Value) reflect.Value {
	if m.object != nil {
		if object := m.object.in(of); object.Kind() == reflect.Pointer && object.IsNil() {
			object.Set(reflect.New(object.Type().Elem()))
		}
	}
	return m.in(of)
}

var types sync.Map // of *Type by reflect.Type

// TypeOf returns the description of T. It panics when T's tags are invalid, which is a bug.
func TypeOf[T any]() *Type {
	key := reflect.TypeFor[T]()
	if known, ok := types.Load(key); ok {
		return known.(*Type)
	}
	t := &Type{byName: map[string]*Member{}}
	t.Members = read(key, nil, nil)
	for _, m := range t.Members {
		t.byName[m.Name] = m
		if len(m.Members) > 0 {
			t.leaves = append(t.leaves, m.Members...)
		} else {
			t.leaves = append(t.leaves, m)
		}
	}
	known, _ := types.LoadOrStore(key, t)
	return known.(*Type)
}

// read returns the members of a struct that is embedded at an index, or the value of an object.
func read(of reflect.Type, at []int, object *Member) (members []*Member) {
	var embedded []reflect.StructField
	for i := range of.NumField() {
		field := of.Field(i)
		if !field.IsExported() {
			if field.Anonymous {
				panic(fmt.Sprintf("resource: %s embeds %s, whose members nobody could see: export it", of, field.Name))
			}
			continue
		}
		field.Index = append(slices.Clone(at), field.Index...)
		if field.Anonymous {
			embedded = append(embedded, field)
		} else if m := newMember(of, field, object); m != nil {
			members = append(members, m)
		}
	}
	for _, field := range embedded {
		members = append(members, read(field.Type, field.Index, object)...)
	}
	return members
}

// newMember reads the tags of a field; nil for one that is no member.
func newMember(of reflect.Type, field reflect.StructField, object *Member) *Member {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	switch name {
	case "-":
		return nil
	case "":
		panic(fmt.Sprintf("resource: %s.%s has no name: give it a json tag, or json:\"-\" to keep it to yourself", of, field.Name))
	}
	tag := field.Tag.Get
	m := &Member{
		Name: name, Field: field, Column: name, Default: tag("default"),
		object: object, right: tag("right"), null: tag("null"), scale: -1, notBlank: tag("blank") == "false", mayBeEmpty: tag("blank") == "empty",
		name: tag("text") == "name",
	}
	catalog, option, _ := strings.Cut(tag("catalog"), ",")
	if m.Catalog, m.permanent = catalog, option == "permanent"; catalog != "" {
		m.Column += "_id"
	}
	if column, ok := field.Tag.Lookup("column"); ok {
		m.Column = strings.TrimPrefix(column, "-")
	}
	if object != nil {
		m.Name, m.Column, m.right = object.Name+"/"+m.Name, object.Column+"_"+m.Column, object.right
	}
	if digits, err := strconv.ParseInt(tag("scale"), 10, 32); err == nil {
		m.scale = int32(digits)
	}
	if set := tag("set"); set != "" {
		m.set = strings.Split(set, ",")
	}
	for _, operation := range m.set {
		if operation != Create && operation != Update {
			panic(fmt.Sprintf("resource: %s.%s is set by %q, which is no operation", of, field.Name, operation))
		}
	}
	if isObject(m.Type()) && m.Column != "" {
		m.Members = read(m.Type(), nil, m)
		m.Column = ""
	}
	return m
}

// isObject says whether values of a type have members of their own to store.
func isObject(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t != reflect.TypeFor[Coding]() && !t.Implements(reflect.TypeFor[encoding.TextMarshaler]())
}

// stored returns the member that a column stores; nil when there is none.
func (t *Type) stored(column string) *Member {
	for _, m := range t.leaves {
		if column != "" && m.Column == column {
			return m
		}
	}
	return nil
}

// VersionOf returns the version of a resource, which increases with each change; 0 for types without versions.
func VersionOf[T any](of *T) int {
	m := TypeOf[T]().byName["version"]
	if m == nil {
		return 0
	}
	return int(m.in(reflect.ValueOf(of).Elem()).Int())
}

// IDOf returns the id of a resource; uuid.Nil for types without ids.
func IDOf[T any](of *T) uuid.UUID {
	m := TypeOf[T]().byName["id"]
	if m == nil {
		return uuid.Nil
	}
	return m.in(reflect.ValueOf(of).Elem()).Interface().(uuid.UUID)
}
