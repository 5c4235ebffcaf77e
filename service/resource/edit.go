package resource

import (
	"context"
	"iter"
	"reflect"
	"strings"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
)

// Edit is a T that is to be created or changed: as it is, and as it will be. Rules look at both, refuse what is wrong, and
// set in After what follows from what a caller has set.
type Edit[T any] struct {
	service.Checks
	// Before is the zero T when a new one is created.
	Before, After *T
	Values[T]

	operation string
	keys      map[string]int // of catalogs' entries, by member
}

// NewEdit returns the creation of a T.
func NewEdit[T any](v Values[T]) *Edit[T] {
	var none T
	return &Edit[T]{Before: &none, After: v.on(none), Values: v, operation: Create}
}

// EditOf returns the change of a T.
func EditOf[T any](before *T, v Values[T]) *Edit[T] {
	return &Edit[T]{Before: before, After: v.on(*before), Values: v, operation: Update}
}

// Changed are the members that are not as they were, in order.
func (e *Edit[T]) Changed() []*Member {
	before, after := reflect.ValueOf(e.Before).Elem(), reflect.ValueOf(e.After).Elem()
	var changed []*Member
	for _, m := range TypeOf[T]().Members {
		if !equal(before.FieldByIndex(m.Field.Index), after.FieldByIndex(m.Field.Index)) {
			changed = append(changed, m)
		}
	}
	return changed
}

// Names are those of members, for the trail: what they hold stays in the record.
func Names(members []*Member) []string {
	names := make([]string, len(members))
	for i, m := range members {
		names[i] = m.Name
	}
	return names
}

// Dates are the days that a caller has set, with the JSON pointers of their members.
func (e *Edit[T]) Dates() iter.Seq2[string, Date] {
	return func(yield func(string, Date) bool) {
		for m, value := range e.values() {
			if day, ok := value.Interface().(Date); ok && !yield("/"+m.Name, day) {
				return
			}
		}
	}
}

// values are those that a caller has set, none of them null.
func (e *Edit[T]) values() iter.Seq2[*Member, reflect.Value] {
	return func(yield func(*Member, reflect.Value) bool) {
		after := reflect.ValueOf(e.After).Elem()
		for _, g := range e.given {
			value := after.FieldByIndex(g.Field.Index)
			if value.Kind() == reflect.Pointer {
				value = value.Elem()
			}
			if !g.null && !yield(g.Member, value) {
				return
			}
		}
	}
}

// Check refuses what is wrong whatever the resource: what must be there and isn't, text that is blank, and codes that no
// catalog offers. Its error is the database's.
func (e *Edit[T]) Check(ctx context.Context, client *ent.Client) error {
	for _, g := range e.given {
		e.Refuse(g.null && !g.Optional(), "/"+g.Name, "required", "This is required.")
	}
	for _, m := range TypeOf[T]().Members {
		missing := e.operation == Create && m.SetBy(Create) && !m.Optional() && !e.Name(m.Name)
		e.Refuse(missing, "/"+m.Name, "required", "This is required.")
	}
	var asked []entry
	for m, value := range e.values() {
		if m.notBlank {
			e.Refuse(strings.TrimSpace(value.String()) == "", "/"+m.Name, "blank", "This must not be blank.")
		}
		if m.Catalog != "" {
			asked = append(asked, entryOf(m, value))
		}
	}
	return e.lookUp(ctx, client, asked)
}
