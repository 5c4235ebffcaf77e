// Package change says what a merge patch does to a row: which columns it names, which of them the viewer may change, and
// which differ from what is stored.
package change

import (
	"fmt"
	"slices"

	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/service"
)

// Member is a column that a change names.
type Member struct {
	// Field is what the API calls the column: a JSON pointer without its first slash.
	Field  string
	Column string
	// Value is stored; nil removes what is there.
	Value ent.Value
	// Same says that it is stored already.
	Same bool
}

// As returns the member under the name that the API has for it.
func (m *Member) As(field string) *Member {
	if m != nil {
		m.Field = field
	}
	return m
}

// Of is a column whose values are compared by ==; nil when the change doesn't name it.
func Of[T comparable](column string, o service.Optional[T], before *T) *Member {
	return OfFunc(column, o, before, func(a, b T) bool { return a == b })
}

// OfFunc is a column whose values equal compares; nil when the change doesn't name it.
func OfFunc[T any](column string, o service.Optional[T], before *T, equal func(a, b T) bool) *Member {
	if !o.Given {
		return nil
	}
	m := &Member{Field: column, Column: column}
	if o.Value == nil {
		m.Same = before == nil
	} else {
		m.Value, m.Same = *o.Value, before != nil && equal(*o.Value, *before)
	}
	return m
}

// Enum is a column of the ent type E of an enumeration; nil when the change doesn't name it.
func Enum[E ~string](column string, o service.Optional[string], before *string) *Member {
	m := Of(column, o, before)
	if m != nil && o.Value != nil {
		m.Value = E(*o.Value)
	}
	return m
}

// Named are the members that a change names.
func Named(all ...*Member) []*Member {
	return slices.DeleteFunc(all, func(m *Member) bool { return m == nil })
}

// Different are the members that are not stored already.
func Different(members []*Member) []*Member {
	return slices.DeleteFunc(members, func(m *Member) bool { return m.Same })
}

// Fields are the names of members, for the trail: what they hold stays in the record.
func Fields(members []*Member) []string {
	fields := make([]string, len(members))
	for i, m := range members {
		fields[i] = m.Field
	}
	return fields
}

// Permit returns a Forbidden error when the viewer may change nothing, or, unless they may change all, one that names the
// members beside their own columns.
func Permit(members []*Member, all bool, own ...string) error {
	if all {
		return nil
	}
	if len(own) == 0 {
		return service.Errorf(service.Forbidden, "You may see this record, not change it.")
	}
	var refused []service.Field
	for _, m := range members {
		if !slices.Contains(own, m.Column) {
			refused = append(refused, service.Field{Pointer: "/" + m.Field, Code: "forbidden", Detail: "This is not yours to change."})
		}
	}
	if len(refused) == 0 {
		return nil
	}
	return &service.Error{
		Code: service.Forbidden, Detail: "Of this record you may change only some fields; errors lists the others.", Fields: refused,
	}
}

// Set gives a mutation the values of members.
func Set(mutation ent.Mutation, members []*Member) error {
	for _, m := range members {
		var err error
		if m.Value == nil {
			err = mutation.ClearField(m.Column)
		} else {
			err = mutation.SetField(m.Column, m.Value)
		}
		if err != nil {
			return fmt.Errorf("changing a row: %w", err)
		}
	}
	return nil
}
