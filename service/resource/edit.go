package resource

import (
	"context"
	"iter"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/characters"
	"github.com/predicthealth/predicthealth/service"
)

// Edit is the creation or change of a T. It holds the T before and after. Rules compare both, refuse what is wrong, and set
// in After what follows from the caller's values.
type Edit[T any] struct {
	service.Checks
	// Before is the zero T when a new one is created.
	Before, After *T
	Values[T]
	// Codes are the catalog entries that the caller names.
	Codes Codes

	operation string
}

// NewEdit returns the creation of a T with values.
func NewEdit[T any](v Values[T]) *Edit[T] {
	var none T
	return &Edit[T]{Before: &none, After: v.on(none), Values: v, operation: Create}
}

// EditOf returns the change of a T by values.
func EditOf[T any](before *T, v Values[T]) *Edit[T] {
	return &Edit[T]{Before: before, After: v.on(*before), Values: v, operation: Update}
}

// Changed returns the members that have changed, in order.
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

// Names returns the names of members, for the audit trail, which doesn't record their values.
func Names(members []*Member) []string {
	names := make([]string, len(members))
	for i, m := range members {
		names[i] = m.Name
	}
	return names
}

// Dates returns the dates that the caller has set, by the JSON pointers of their members.
func (e *Edit[T]) Dates() iter.Seq2[string, Date] {
	return func(yield func(string, Date) bool) {
		for m, value := range e.values() {
			if day, ok := value.Interface().(Date); ok && !yield("/"+m.Name, day) {
				return
			}
		}
	}
}

// Text returns the text that a member will have; empty when there is no such member.
func (e *Edit[T]) Text(name string) string {
	m := TypeOf[T]().byName[name]
	if m == nil {
		return ""
	}
	return m.in(reflect.ValueOf(e.After).Elem()).String()
}

// values returns the values that the caller has set, except null.
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

// Check refuses what is wrong with any resource: required members that are missing, blank text, and codes that aren't in the
// catalog. It returns an error only when the database fails.
func (e *Edit[T]) Check(ctx context.Context, client *ent.Client) error {
	e.CheckValues()
	unknown, err := e.Codes.LookUp(ctx, client)
	e.Fields = append(e.Fields, unknown...)
	return err
}

// CheckValues does what Check does without asking the database: the codes are left to be looked up.
func (e *Edit[T]) CheckValues() {
	e.checkRequired()
	for m, value := range e.values() {
		if m.notBlank || m.mayBeEmpty && value.String() != "" {
			e.Refuse(strings.TrimSpace(value.String()) == "", "/"+m.Name, "blank", "This must not be blank.")
		}
		if value.Kind() == reflect.String {
			e.checkText(m, value.String())
		}
		if at, isTime := timeOf(value); isTime {
			e.Refuse(!IsStorable(at), "/"+m.Name, "out_of_range", "In UTC, the year must be from 1 to 9999.")
		}
		if m.Catalog != "" {
			e.Codes.add(m, value)
		}
	}
}

// timeOf returns the time that a value is, or the beginning of the day.
func timeOf(value reflect.Value) (time.Time, bool) {
	switch at := value.Interface().(type) {
	case time.Time:
		return at, true
	case Date:
		return at.Time, true
	}
	return time.Time{}, false
}

// checkText refuses characters that can't be seen or that make text look like other text.
func (e *Edit[T]) checkText(m *Member, value string) {
	plain := characters.IsPlain(value)
	e.Refuse(!plain, "/"+m.Name, "characters", "This has control characters. Leave them out.")
	e.Refuse(plain && m.name && !characters.IsName(value), "/"+m.Name, "characters",
		"A name has letters, digits, spaces and the punctuation of names only.")
}

// checkRequired refuses required members that are missing in the resource or in one of its objects.
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

// Permit returns nil when the viewer may change all members that the values name. Otherwise it fails with Forbidden, naming
// the members that they may not change, or saying that they may change nothing. may says whether the viewer has a right,
// as named by the tag right.
func (e *Edit[T]) Permit(may func(right string) bool) error {
	if !slices.ContainsFunc(TypeOf[T]().Members, func(m *Member) bool { return m.SetBy(Update) && may(m.right) }) {
		return service.ReadOnly()
	}
	var refused []service.Field
	for _, g := range e.given {
		if !may(g.right) {
			refused = append(refused, service.Field{Pointer: "/" + g.Name, Code: "forbidden", Detail: "You may not change this."})
		}
	}
	if len(refused) == 0 {
		return nil
	}
	return &service.Error{
		Code: service.Forbidden, Detail: "You may change only some fields of this record. The errors list those that you may not change.", Fields: refused,
	}
}
