// Package change says what a merge patch does to a row: which columns it names, which of them the viewer may change, and
// which differ from the stored ones.
package change

import (
	"fmt"
	"slices"

	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/service"
)

// Member is a column that a change names.
type Member struct {
	// Field is the column's name in the API: a JSON pointer without its first slash.
	Field  string
	Column string
	// Value is the new value; nil removes the stored one.
	Value ent.Value
	// Same says that this value is already stored.
	Same bool
}

// As returns the member with another name in the API.
func (m *Member) As(field string) *Member {
	if m != nil {
		m.Field = field
	}
	return m
}

// Of returns a column whose values are compared with ==; nil when the change doesn't name it.
func Of[T comparable](column string, o service.Optional[T], before *T) *Member {
	return OfFunc(column, o, before, func(a, b T) bool { return a == b })
}

// OfFunc returns a column whose values are compared by equal; nil when the change doesn't name it.
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

// Enum returns a column with the ent type E of an enumeration; nil when the change doesn't name it.
func Enum[E ~string](column string, o service.Optional[string], before *string) *Member {
	m := Of(column, o, before)
	if m != nil && o.Value != nil {
		m.Value = E(*o.Value)
	}
	return m
}

// Named returns the members that a change names.
func Named(all ...*Member) []*Member {
	return slices.DeleteFunc(all, func(m *Member) bool { return m == nil })
}

// Different returns the members whose values are not stored yet.
func Different(members []*Member) []*Member {
	return slices.DeleteFunc(members, func(m *Member) bool { return m.Same })
}

// Fields returns the members' names, for the audit trail. Their values stay in the record.
func Fields(members []*Member) []string {
	fields := make([]string, len(members))
	for i, m := range members {
		fields[i] = m.Field
	}
	return fields
}

// Permit fails with Forbidden when the viewer may change nothing. Unless they may change everything, it also fails with
// Forbidden for members outside own, and names them.
func Permit(members []*Member, all bool, own ...string) error {
	if all {
		return nil
	}
	if len(own) == 0 {
		return service.Errorf(service.Forbidden, "You may see this record but not change it.")
	}
	var refused []service.Field
	for _, m := range members {
		if !slices.Contains(own, m.Column) {
			refused = append(refused, service.Field{Pointer: "/" + m.Field, Code: "forbidden", Detail: "You may not change this."})
		}
	}
	if len(refused) == 0 {
		return nil
	}
	return &service.Error{
		Code: service.Forbidden, Detail: "You may change only some fields of this record. See errors for the others.", Fields: refused,
	}
}

// Set sets the members' values in a mutation.
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
