package resource

import (
	"context"
	"iter"
	"reflect"
	"slices"
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
	for _, m := range TypeOf[T]().leaves {
		if !equal(m.in(before), m.in(after)) {
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
			value := g.in(after)
			if value.Kind() == reflect.Pointer {
				value = value.Elem()
			}
			if value.IsValid() && !g.null && !yield(g.Member, value) {
				return
			}
		}
	}
}

// Check refuses what is wrong whatever the resource: what must be there and isn't, text that is blank, and codes that no
// catalog offers. Its error is the database's.
func (e *Edit[T]) Check(ctx context.Context, client *ent.Client) error {
	e.checkRequired()
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

// checkRequired refuses what must be there and isn't: in the resource, and in objects of which there is something.
func (e *Edit[T]) checkRequired() {
	after := reflect.ValueOf(e.After).Elem()
	for _, m := range TypeOf[T]().leaves {
		value := m.in(after)
		missing := e.operation == Create && m.SetBy(Create) && !e.Name(m.Name)
		if m.object != nil {
			missing = value.IsValid() && value.IsZero()
		}
		removed := e.Name(m.Name) && !e.Sets(m.Name)
		e.Refuse(value.IsValid() && !m.Optional() && (missing || removed), "/"+m.Name, "required", "This is required.")
	}
}

// Permit returns a Forbidden error unless the viewer may change what the values name: one that names the other members, or
// says that there is nothing that they may change. may says of a right, which members name by the tag of that name, whether the
// viewer has it.
func (e *Edit[T]) Permit(may func(right string) bool) error {
	if !slices.ContainsFunc(TypeOf[T]().Members, func(m *Member) bool { return m.SetBy(Update) && may(m.right) }) {
		return service.Errorf(service.Forbidden, "You may see this record, not change it.")
	}
	var refused []service.Field
	for _, g := range e.given {
		if !may(g.right) {
			refused = append(refused, service.Field{Pointer: "/" + g.Name, Code: "forbidden", Detail: "This is not yours to change."})
		}
	}
	if len(refused) == 0 {
		return nil
	}
	return &service.Error{
		Code: service.Forbidden, Detail: "Of this record you may change only some fields; errors lists the others.", Fields: refused,
	}
}
