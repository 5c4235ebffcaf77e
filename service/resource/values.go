package resource

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"reflect"
	"slices"

	"github.com/shopspring/decimal"
)

// Values holds the values that a caller sets in a new or existing T. A member is given a value, null, or not named at all.
type Values[T any] struct {
	set   T
	given []given // in the order of the members
}

type given struct {
	*Member
	null bool
}

// Read reads the values from a JSON object that matches the schema of an operation. Members that the object doesn't give a
// new T have their defaults.
func (v *Values[T]) Read(text []byte, operation string) error {
	*v = Values[T]{}
	return v.read(text, operation, TypeOf[T]().Members)
}

func (v *Values[T]) read(text []byte, operation string, members []*Member) error {
	var sent map[string]json.RawMessage
	if err := json.Unmarshal(text, &sent); err != nil {
		return err
	}
	var errs []error // reading goes on after an error, so that all mistakes are reported at once
	for _, m := range members {
		value, ok := sent[path.Base(m.Name)]
		null := string(value) == "null"
		switch {
		case operation == Create && (!ok || null): // there is nothing to remove
			value, ok, null = m.literal(m.Default), m.Default != "", false
		case null && m.null != "":
			value, null = m.literal(m.null), false
		}
		if !ok {
			continue
		}
		if !m.SetBy(operation) {
			errs = append(errs, fmt.Errorf("%s can't be set", m.Name))
			continue
		}
		if err := v.give(m, value, null, operation); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// give stores a value that was sent.
func (v *Values[T]) give(m *Member, value []byte, null bool, operation string) error {
	if len(m.Members) > 0 && !null {
		return v.read(value, operation, m.Members)
	}
	v.given = append(v.given, given{m, null})
	if null {
		return nil
	}
	to := m.made(reflect.ValueOf(&v.set).Elem())
	if err := json.Unmarshal(value, to.Addr().Interface()); err != nil {
		return err
	}
	m.round(to)
	return nil
}

// round rounds a number to the decimals that are stored.
func (m *Member) round(number reflect.Value) {
	if number.Kind() == reflect.Pointer {
		number = number.Elem()
	}
	if m.scale >= 0 && number.CanFloat() {
		number.SetFloat(decimal.NewFromFloat(number.Float()).Round(m.scale).InexactFloat64())
	}
}

// literal returns a value in a tag as JSON.
func (m *Member) literal(value string) []byte {
	if m.Type().Kind() == reflect.String {
		text, _ := json.Marshal(value) // a string is always JSON
		return text
	}
	return []byte(value)
}

// MarshalJSON writes the given values, by the members' names.
func (v Values[T]) MarshalJSON() ([]byte, error) {
	all := map[string]any{}
	for _, g := range v.given {
		all[g.Name] = nil
		if !g.null {
			all[g.Name] = g.in(reflect.ValueOf(&v.set).Elem()).Interface()
		}
	}
	return json.Marshal(all)
}

// Name says whether the values name a member, even if only to remove it.
func (v Values[T]) Name(name string) bool {
	return slices.ContainsFunc(v.given, func(g given) bool { return g.Name == name })
}

// Sets says whether the values give a member a value other than null.
func (v Values[T]) Sets(name string) bool {
	return slices.ContainsFunc(v.given, func(g given) bool { return g.Name == name && !g.null })
}

// on applies the values to before and returns the result. A null makes a member that can't be removed empty; an object without
// members left is removed.
func (v Values[T]) on(before T) *T {
	from, to := reflect.ValueOf(&v.set).Elem(), reflect.ValueOf(&before).Elem()
	objects := slices.DeleteFunc(slices.Clone(TypeOf[T]().Members), func(m *Member) bool { return len(m.Members) == 0 || !m.Optional() })
	for _, m := range objects {
		if object := m.in(to); !object.IsNil() { // before keeps its own object
			own := reflect.New(m.Type())
			own.Elem().Set(object.Elem())
			object.Set(own)
		}
	}
	for _, g := range v.given {
		field := g.made(to)
		if g.null {
			field.SetZero()
		} else {
			field.Set(g.in(from))
		}
	}
	for _, m := range objects {
		if object := m.in(to); !object.IsNil() && object.Elem().IsZero() {
			object.SetZero()
		}
	}
	return &before
}
