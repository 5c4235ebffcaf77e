package predicthealth

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
)

var (
	// ErrSignedOut is, with the [Error] that says why, the error of a request whose session has ended: sign in again.
	ErrSignedOut = errors.New("predicthealth: the session has ended")
	// ErrNotModified is the error of a read with [IfNoneMatch] of what has not changed.
	ErrNotModified = errors.New("predicthealth: not modified")
)

// Error is what the API answered instead of what was asked for: an RFC 9457 problem.
type Error struct {
	Problem
	// Header has what else was answered, such as Retry-After, or the ETag of today after a 412.
	Header http.Header
	// Operation is the operationId of the OpenAPI document.
	Operation string
}

// Error says what went wrong, for a log. It has no value of a field.
func (e *Error) Error() string {
	var out strings.Builder
	fmt.Fprintf(&out, "predicthealth: %s: %d %s: %s", e.Operation, e.Status, e.Code(), e.Detail)
	for _, field := range e.Errors {
		fmt.Fprintf(&out, "\n%s %s: %s: %s", field.In, field.Pointer, field.Code, field.Detail)
	}
	if e.RequestID != "" {
		fmt.Fprintf(&out, "\nrequest %s", e.RequestID)
	}
	return out.String()
}

// Code is the problem's type in a word, such as validation_failed: stable, for programs.
func (e *Error) Code() string { return e.Type[strings.LastIndex(e.Type, "/")+1:] }

// Fields are the fields at fault by their JSON pointer, such as /emails/0/email; of several faults of a field, the first.
func (e *Error) Fields() map[string]FieldError {
	out := map[string]FieldError{}
	for _, field := range e.Errors {
		if _, known := out[field.Pointer]; !known {
			out[field.Pointer] = field
		}
	}
	return out
}

// longestProblem is how much of an error's body is read.
const longestProblem = 1 << 20

// errorOf reads an answer of 400 or above. One that is no problem document is of a proxy.
func errorOf(operation string, response *http.Response) *Error {
	e := &Error{Header: response.Header, Operation: operation}
	body, _ := io.ReadAll(io.LimitReader(response.Body, longestProblem)) // what there is, is told
	media, _, _ := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if !strings.HasSuffix(media, "json") || json.Unmarshal(body, &e.Problem) != nil || e.Type == "" {
		text, _, _ := strings.Cut(strings.TrimSpace(string(body)), "\n")
		e.Problem = Problem{Type: "about:blank", Title: http.StatusText(response.StatusCode), Detail: text[:min(len(text), 200)]}
	}
	e.Status = response.StatusCode
	return e
}
