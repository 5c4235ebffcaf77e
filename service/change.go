package service

import "slices"

// Versions are the versions of a record that a change is meant for. If the record has a different one, it has changed
// since the caller read it.
type Versions struct {
	// Any accepts every version.
	Any bool
	Of  []int
}

// Check returns a Stale error when the record's version is not one of these.
func (v Versions) Check(version int) error {
	if v.Any || slices.Contains(v.Of, version) {
		return nil
	}
	return changedTo(version)
}

// Changed returns the error for a record that has changed since the caller read it, and to a version that is not known.
func Changed() error { return changedTo(0) }

func changedTo(version int) error {
	return &Error{Code: Stale, Version: version, Detail: "The record has changed since you read it. Read it again and decide whether your change still applies."}
}

// ReadOnly returns the error for a record that the viewer may see but not change.
func ReadOnly() error {
	return Errorf(Forbidden, "You may see this record but not change it.")
}

// Optional is a value in a change: left as it is, set or removed.
type Optional[T any] struct {
	// Given is false when the value stays as it is.
	Given bool
	// Value is nil when the value is to be removed.
	Value *T
}
