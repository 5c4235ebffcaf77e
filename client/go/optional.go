package predicthealth

import (
	"bytes"
	"encoding/json"
)

// Optional is a member of a merge patch (RFC 7396). The zero value isn't sent: the member stays unchanged.
type Optional[T any] struct {
	value *T
	sent  bool
}

// Set sets a member to a value.
func Set[T any](value T) Optional[T] { return Optional[T]{&value, true} }

// Null removes a member.
func Null[T any]() Optional[T] { return Optional[T]{sent: true} }

// Ptr returns a pointer to a value, for members that may be missing.
func Ptr[T any](value T) *T { return &value }

// IsZero says whether the member is left out.
func (o Optional[T]) IsZero() bool { return !o.sent }

// IsNull says whether the member is removed.
func (o Optional[T]) IsNull() bool { return o.sent && o.value == nil }

// Get returns the value of the member, and whether it has one.
func (o Optional[T]) Get() (value T, ok bool) {
	if o.value == nil {
		return value, false
	}
	return *o.value, true
}

// MarshalJSON writes the value or null. The tag omitzero leaves out a member that isn't sent.
func (o Optional[T]) MarshalJSON() ([]byte, error) { return json.Marshal(o.value) }

// UnmarshalJSON reads a member that was sent.
func (o *Optional[T]) UnmarshalJSON(text []byte) error {
	o.sent, o.value = true, nil
	if bytes.Equal(bytes.TrimSpace(text), []byte("null")) {
		return nil
	}
	return json.Unmarshal(text, &o.value)
}
