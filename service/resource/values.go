package resource

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
)

// Values are what a caller sets of a T: what a new one has, or what changes, given, null or not named at all.
type Values[T any] struct {
	set   T
	given []given // in the order of the members
}

type given struct {
	*Member
	null bool
}

// Read reads the values from a JSON object that has passed the schema of an operation. What a new T isn't given has its
// default.
func (v *Values[T]) Read(text []byte, operation string) error {
	var sent map[string]json.RawMessage
	if err := json.Unmarshal(text, &sent); err != nil {
		return err
	}
	*v = Values[T]{}
	to := reflect.ValueOf(&v.set).Elem()
	for _, m := range TypeOf[T]().Members {
		value, ok := sent[m.Name]
		if operation == Create && (!ok || string(value) == "null") { // there is nothing to remove
			value, ok = m.defaultJSON(), m.Default != ""
		}
		if !ok {
			continue
		}
		if !m.SetBy(operation) {
			return fmt.Errorf("%s is not to be set", m.Name)
		}
		if err := json.Unmarshal(value, to.FieldByIndex(m.Field.Index).Addr().Interface()); err != nil {
			return err
		}
		v.given = append(v.given, given{m, string(value) == "null"})
	}
	return nil
}

// defaultJSON is the default as JSON has it.
func (m *Member) defaultJSON() []byte {
	if m.Type().Kind() == reflect.String {
		text, _ := json.Marshal(m.Default) // a string is always JSON
		return text
	}
	return []byte(m.Default)
}

// MarshalJSON writes what was given.
func (v Values[T]) MarshalJSON() ([]byte, error) {
	all := map[string]any{}
	for _, g := range v.given {
		all[g.Name] = reflect.ValueOf(v.set).FieldByIndex(g.Field.Index).Interface()
	}
	return json.Marshal(all)
}

// Name says whether the values name a member, be it to remove it.
func (v Values[T]) Name(name string) bool {
	return slices.ContainsFunc(v.given, func(g given) bool { return g.Name == name })
}

// Sets says whether the values give a member one.
func (v Values[T]) Sets(name string) bool {
	return slices.ContainsFunc(v.given, func(g given) bool { return g.Name == name && !g.null })
}

// on returns before as the values make it; what is null of what can't be removed is empty.
func (v Values[T]) on(before T) *T {
	from, to := reflect.ValueOf(&v.set).Elem(), reflect.ValueOf(&before).Elem()
	for _, g := range v.given {
		to.FieldByIndex(g.Field.Index).Set(from.FieldByIndex(g.Field.Index))
	}
	return &before
}
