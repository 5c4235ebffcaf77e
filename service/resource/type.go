package resource

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/google/uuid"
)

// Type is what is known of a resource: its members, in the order of its fields, those of embedded structs last.
type Type struct {
	Members []*Member
	byName  map[string]*Member
}

// Member is one of a resource's members.
type Member struct {
	// Name is what callers know it by.
	Name string
	// Field is where it stands, from the resource; its tags say what it is.
	Field reflect.StructField
	// Column is where it is stored; empty for what is stored nowhere.
	Column string
	// Catalog is the table of which the value is a code or a Coding; the column then holds the entry's key.
	Catalog string
	// Default is what a new resource has unless its maker says otherwise; empty for none.
	Default string

	set      []string
	notBlank bool
}

// Operations that set members.
const (
	Create = "create"
	Update = "update"
)

// SetBy says whether an operation may set the member.
func (m *Member) SetBy(operation string) bool { return slices.Contains(m.set, operation) }

// Optional says whether the member may be empty, and so be removed.
func (m *Member) Optional() bool { return m.Field.Type.Kind() == reflect.Pointer }

// Type is that of a value that is there.
func (m *Member) Type() reflect.Type {
	if m.Optional() {
		return m.Field.Type.Elem()
	}
	return m.Field.Type
}

var types sync.Map // of *Type by reflect.Type

// TypeOf returns what is known of T. It panics when T's tags make no sense, which is a mistake of the program.
func TypeOf[T any]() *Type {
	key := reflect.TypeFor[T]()
	if known, ok := types.Load(key); ok {
		return known.(*Type)
	}
	t := &Type{byName: map[string]*Member{}}
	t.read(key, nil)
	known, _ := types.LoadOrStore(key, t)
	return known.(*Type)
}

func (t *Type) read(of reflect.Type, at []int) {
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
			continue
		}
		if m := newMember(of, field); m != nil {
			t.Members = append(t.Members, m)
			t.byName[m.Name] = m
		}
	}
	for _, field := range embedded {
		t.read(field.Type, field.Index)
	}
}

// newMember reads the tags of a field; nil for one that is no member.
func newMember(of reflect.Type, field reflect.StructField) *Member {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	switch name {
	case "-":
		return nil
	case "":
		panic(fmt.Sprintf("resource: %s.%s has no name: give it a json tag, or json:\"-\" to keep it to yourself", of, field.Name))
	}
	m := &Member{
		Name: name, Field: field, Column: name, Catalog: field.Tag.Get("catalog"), Default: field.Tag.Get("default"),
		notBlank: field.Tag.Get("blank") == "false",
	}
	if m.Catalog != "" {
		m.Column += "_id"
	}
	if column, ok := field.Tag.Lookup("column"); ok {
		m.Column = strings.TrimPrefix(column, "-")
	}
	if set := field.Tag.Get("set"); set != "" {
		m.set = strings.Split(set, ",")
	}
	for _, operation := range m.set {
		if operation != Create && operation != Update {
			panic(fmt.Sprintf("resource: %s.%s is set by %q, which is no operation", of, field.Name, operation))
		}
	}
	return m
}

// VersionOf is the version of a resource, which rises with each change; 0 of what has none.
func VersionOf[T any](of *T) int {
	m := TypeOf[T]().byName["version"]
	if m == nil {
		return 0
	}
	return int(reflect.ValueOf(of).Elem().FieldByIndex(m.Field.Index).Int())
}

// IDOf is the id of a resource; nil of what has none.
func IDOf[T any](of *T) uuid.UUID {
	m := TypeOf[T]().byName["id"]
	if m == nil {
		return uuid.Nil
	}
	return reflect.ValueOf(of).Elem().FieldByIndex(m.Field.Index).Interface().(uuid.UUID)
}
