// Package problem is how the API says that something went wrong: RFC 9457 problem documents, for the services'
// errors and for those that the HTTP layer finds itself.
package problem

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/predicthealth/predicthealth/internal/telemetry"
	"github.com/predicthealth/predicthealth/service"
)

// ContentType of a problem document.
const ContentType = "application/problem+json"

// Problem is an RFC 9457 problem document.
type Problem struct {
	Type      string       `json:"type" format:"uri-reference" example:"/problems/validation_failed" doc:"What kind of problem it is; a page that explains it."`
	Title     string       `json:"title" example:"Some fields are not as they should be" doc:"The type in a few words."`
	Status    int          `json:"status" example:"422" doc:"The HTTP status."`
	Detail    string       `json:"detail" doc:"What happened this time, for people."`
	RequestID string       `json:"request_id" doc:"Quote it when you report the problem."`
	Errors    []FieldError `json:"errors,omitempty" doc:"Every field at fault."`
	// OAuth's clients read these two (RFC 6749, 5.2).
	OAuthError       string `json:"error,omitempty" example:"invalid_client" doc:"OAuth's error code, where OAuth wants one."`
	OAuthDescription string `json:"error_description,omitempty" doc:"The detail, where OAuth wants it."`

	header http.Header
}

// FieldError is a field at fault.
type FieldError struct {
	In      string `json:"in" enum:"body,query,path,header" doc:"Where the field was sent."`
	Pointer string `json:"pointer" example:"/emails/0/email" doc:"JSON pointer (RFC 6901) to the field; of a parameter, a slash and its name."`
	Code    string `json:"code" example:"format" doc:"What is wrong, for programs."`
	Detail  string `json:"detail" doc:"What is wrong, for people."`
}

// Error is the detail.
func (p *Problem) Error() string { return p.Detail }

// GetStatus tells huma the status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType tells huma the content type.
func (p *Problem) ContentType(string) string { return ContentType }

// GetHeaders tells huma the headers that belong to the status; more may be added to them.
func (p *Problem) GetHeaders() http.Header {
	if p.header == nil {
		p.header = http.Header{}
		for name, value := range headers[p.Status] {
			p.header.Set(name, value)
		}
	}
	return p.header
}

const challenge = `Bearer realm="predicthealth"`

// headers that a status wants.
var headers = map[int]map[string]string{
	http.StatusUnauthorized:       {"WWW-Authenticate": challenge},
	http.StatusServiceUnavailable: {"Retry-After": "1"},
}

// statuses is the one map from the services' codes to HTTP.
var statuses = map[service.Code]int{
	service.Invalid:         http.StatusUnprocessableEntity,
	service.Unauthenticated: http.StatusUnauthorized,
	service.Forbidden:       http.StatusForbidden,
	service.NotFound:        http.StatusNotFound,
	service.Conflict:        http.StatusConflict,
	service.Stale:           http.StatusPreconditionFailed,
	service.Unavailable:     http.StatusServiceUnavailable,
	service.Internal:        http.StatusInternalServerError,
}

// New returns a problem of a type; title and status are the type's.
func New(ctx context.Context, name, detail string) *Problem {
	t := typeNamed(name)
	return &Problem{
		Type: typePath + name, Title: t.Title, Status: t.Status, Detail: detail, RequestID: telemetry.RequestID(ctx),
	}
}

// OAuth returns a problem that OAuth's clients understand too; name is both the type and OAuth's error code.
func OAuth(ctx context.Context, name, detail string) *Problem {
	p := New(ctx, name, detail)
	p.OAuthError, p.OAuthDescription = name, detail
	if p.Status == http.StatusUnauthorized {
		p.GetHeaders().Set("WWW-Authenticate", `Basic realm="predicthealth"`)
	}
	return p
}

// From returns the problem that a service's error is. in says where the fields that it names were sent. What is
// internal is logged and not told.
func From(ctx context.Context, err error, in string) *Problem {
	e := service.AsError(err)
	status := statuses[e.Code]
	switch {
	case errors.Is(err, context.Canceled): // the caller hung up
	case status == http.StatusServiceUnavailable:
		slog.WarnContext(ctx, "the request failed", "error", err)
	case status == http.StatusInternalServerError:
		slog.ErrorContext(ctx, "the request failed", "error", err)
	}
	name := e.Reason
	if t, ok := types[name]; !ok || t.Status != status {
		name = string(e.Code)
	}
	p := New(ctx, name, e.Detail)
	if name == "invalid_token" { // RFC 6750
		p.GetHeaders().Set("WWW-Authenticate", challenge+`, error="invalid_token"`)
	}
	for _, f := range e.Fields {
		p.Errors = append(p.Errors, FieldError{In: in, Pointer: f.Pointer, Code: f.Code, Detail: f.Detail})
	}
	return p
}

// Write answers with the problem.
func (p *Problem) Write(w http.ResponseWriter) {
	for name, values := range p.GetHeaders() {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Type", ContentType)
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the caller may have hung up
}
