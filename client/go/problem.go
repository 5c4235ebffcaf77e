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
	// ErrSignedOut is the error of a request whose session has ended: sign in again. It comes with the [Error] that says why.
	ErrSignedOut = errors.New("predicthealth: the session has ended")
	// ErrNotModified is the error of a read with [IfNoneMatch] when the resource has not changed.
	ErrNotModified = errors.New("predicthealth: not modified")
)

// Error is an error response of the API: an RFC 9457 problem.
type Error struct {
	Problem
	// Header holds the headers of the response, such as Retry-After, or the current ETag after a 412.
	Header http.Header
	// Operation is the operationId of the OpenAPI document.
	Operation string
}

// Error describes the problem for a log. It contains no values of fields.
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

// Code returns the problem's type as a word, such as validation_failed. It is stable; programs can rely on it.
func (e *Error) Code() string { return e.Type[strings.LastIndex(e.Type, "/")+1:] }

// Fields returns the fields at fault by JSON pointer, such as /emails/0/email. A field with several faults has the first.
func (e *Error) Fields() map[string]FieldError {
	out := map[string]FieldError{}
	for _, field := range e.Errors {
		if _, known := out[field.Pointer]; !known {
			out[field.Pointer] = field
		}
	}
	return out
}

// longestProblem is the number of bytes of an error's body that are read.
const longestProblem = 1 << 20

// errorOf reads a response with a status of 400 or above. If it isn't a problem document, it comes from a proxy.
func errorOf(operation string, response *http.Response) *Error {
	e := &Error{Header: response.Header, Operation: operation}
	body, _ := io.ReadAll(io.LimitReader(response.Body, longestProblem)) // report what could be read
	media, _, _ := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if !strings.HasSuffix(media, "json") || json.Unmarshal(body, &e.Problem) != nil || e.Type == "" {
		text, _, _ := strings.Cut(strings.TrimSpace(string(body)), "\n")
		e.Problem = Problem{Type: "about:blank", Title: http.StatusText(response.StatusCode), Detail: text[:min(len(text), 200)]}
	}
	e.Status = response.StatusCode
	return e
}
