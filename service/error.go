// Package service holds what the business rules share: one error type, the transaction of a request, and the meaning of
// PostgreSQL's refusals. The rules are in its subpackages, one per domain; none of them knows HTTP.
//
// A service is made from Options, which nobody can reach through it: the store in them passes no checks. What needs no more
// than three others takes them as parameters.
package service

import (
	"errors"
	"fmt"
	"strings"
)

// Code is the kind of failure. There are only a few, so that a surface can map each of them.
type Code string

// The codes.
const (
	Invalid         Code = "invalid"         // the input breaks a rule: see Fields
	Unauthenticated Code = "unauthenticated" // nobody is signed in, or the credentials are wrong
	Forbidden       Code = "forbidden"       // the viewer may not do this
	NotFound        Code = "not_found"       // there is no such record, or the viewer may not see it
	Conflict        Code = "conflict"        // the request conflicts with stored data
	Stale           Code = "stale"           // the record has changed since the caller read it
	Unavailable     Code = "unavailable"     // a part of the platform does not answer now, but may later
	Internal        Code = "internal"        // a defect of the program
)

// Error is the error of every service method that fails for a reason that callers can understand.
type Error struct {
	Code Code
	// Reason is stable and machine-readable, such as "invalid_credentials". It equals Code when Code says enough.
	Reason string
	// Detail is for people. It contains nothing internal and no personal data.
	Detail string
	// Fields holds all the fields at fault.
	Fields []Field
	// Version is the version that a Stale record has now; 0 when it is not known.
	Version int
	// Err is the cause, for logs only; callers never see it.
	Err error
}

// Field is a field at fault.
type Field struct {
	// Pointer is a JSON pointer (RFC 6901) into the input, such as /emails/0/address.
	Pointer string
	// Code is stable and machine-readable, such as "taken".
	Code string
	// Detail is for people.
	Detail string
}

// Error returns a text for logs, including the cause.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Code))
	if e.Reason != "" {
		b.WriteString(" (" + e.Reason + ")")
	}
	if e.Detail != "" {
		b.WriteString(": " + e.Detail)
	}
	for _, f := range e.Fields {
		fmt.Fprintf(&b, "; %s: %s", f.Pointer, f.Code)
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf returns an Error with this code and detail.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Detail: fmt.Sprintf(format, args...)}
}

// CodeOf returns the code of the Error in err's chain; Internal when there is none, "" when err is nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

// InvalidFields returns the error for fields at fault; nil when there are none.
func InvalidFields(fields []Field) error {
	if len(fields) == 0 {
		return nil
	}
	return &Error{
		Code:   Invalid,
		Reason: "validation_failed",
		Detail: "Some fields are invalid. See errors for all of them.",
		Fields: fields,
	}
}

// Missing returns the error for a record that doesn't exist or that the viewer may not see; it is the same for both.
func Missing() error {
	return &Error{Code: NotFound, Detail: "The record does not exist, or you may not see it."}
}
