package service

import "slices"

// Versions are those of a record that a change is meant for: it was read before, and is to be as it was.
type Versions struct {
	// Any takes whatever version there is.
	Any bool
	Of  []int
}

// Check returns a Stale error when the record has another version.
func (v Versions) Check(version int) error {
	if v.Any || slices.Contains(v.Of, version) {
		return nil
	}
	return Changed()
}

// Changed returns the error of a record that has changed since the caller read it.
func Changed() error {
	return &Error{Code: Stale, Detail: "The record has changed since you read it: read it again and decide anew."}
}

// Optional is a value of a change.
type Optional[T any] struct {
	// Given is false for what stays as it is.
	Given bool
	// Value is nil for what is to be removed.
	Value *T
}

// Or returns the value as it is after the change.
func (o Optional[T]) Or(before *T) *T {
	if o.Given {
		return o.Value
	}
	return before
}
