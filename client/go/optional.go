package predicthealth

import (
	"bytes"
	"encoding/json"
)

// Optional is a member of a merge patch (RFC 7396). Its zero value isn't sent: the member stays as it is.
type Optional[T any] struct {
	value *T
	sent  bool
}

// Set is a member that gets a value.
func Set[T any](value T) Optional[T] { return Optional[T]{&value, true} }

// Null is a member that is removed.
func Null[T any]() Optional[T] { return Optional[T]{sent: true} }

// Ptr returns a pointer to a value, for members that may be missing.
func Ptr[T any](value T) *T { return &value }

// IsZero tells whether the member isn't sent.
func (o Optional[T]) IsZero() bool { return !o.sent }

// IsNull tells whether the member is removed.
func (o Optional[T]) IsNull() bool { return o.sent && o.value == nil }

// Get returns the value that the member gets, if it does.
func (o Optional[T]) Get() (value T, ok bool) {
	if o.value == nil {
		return value, false
	}
	return *o.value, true
}

// MarshalJSON writes the value or null. A struct's member that isn't sent is left out by omitzero.
func (o Optional[T]) MarshalJSON() ([]byte, error) { return json.Marshal(o.value) }

// UnmarshalJSON reads a member that was sent.
func (o *Optional[T]) UnmarshalJSON(text []byte) error {
	o.sent, o.value = true, nil
	if bytes.Equal(bytes.TrimSpace(text), []byte("null")) {
		return nil
	}
	return json.Unmarshal(text, &o.value)
}
