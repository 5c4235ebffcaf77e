// Package problem turns errors into RFC 9457 problem documents: the errors that services return and those that the HTTP
// layer finds itself.
package problem

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/internal/telemetry"
	"github.com/predicthealth/predicthealth/service"
)

// ContentType is the media type of a problem document.
const ContentType = "application/problem+json"

// Problem is an RFC 9457 problem document.
type Problem struct {
	Type      string       `json:"type" format:"uri-reference" example:"/problems/validation_failed" doc:"The kind of problem, as a link to the page that explains it."`
	Title     string       `json:"title" example:"Some fields are invalid" doc:"A short summary of the type."`
	Status    int          `json:"status" example:"422" doc:"The HTTP status."`
	Detail    string       `json:"detail" doc:"What went wrong in this request, for people."`
	RequestID string       `json:"request_id" doc:"Identifies the request. Quote it when you report the problem."`
	Errors    []FieldError `json:"errors,omitempty" doc:"Every field at fault."`
	// ChallengeToken is only in the problem otp_required.
	ChallengeToken string `json:"challenge_token,omitempty" doc:"Only with the type otp_required: send it with a code of the second factor to confirm the sign-in. It is valid for five minutes."`
	// OAuth clients read these two (RFC 6749, section 5.2).
	OAuthError       string `json:"error,omitempty" example:"invalid_client" doc:"The OAuth error code, where OAuth requires one."`
	OAuthDescription string `json:"error_description,omitempty" doc:"The same text as detail, where OAuth requires it."`

	header http.Header
}

// VersionTag returns the ETag of a version of a resource.
func VersionTag(version int) string { return strconv.Quote("v" + strconv.Itoa(version)) }

// FieldError describes one invalid field.
type FieldError struct {
	In      string `json:"in" enum:"body,query,path,header" doc:"Where the field was sent."`
	Pointer string `json:"pointer" example:"/emails/0/email" doc:"A JSON pointer (RFC 6901) to the field. For a parameter: a slash and its name."`
	Code    string `json:"code" example:"format" doc:"What is wrong, for programs. [/problems/validation_failed](/problems/validation_failed) says what to do about each."`
	Detail  string `json:"detail" doc:"What is wrong, for people."`
}

// TransformSchema lists the codes; huma calls it.
func (FieldError) TransformSchema(_ huma.Registry, schema *huma.Schema) *huma.Schema {
	for _, code := range service.FieldCodes {
		schema.Properties["code"].Enum = append(schema.Properties["code"].Enum, code.Name)
	}
	return schema
}

// Error returns the detail.
func (p *Problem) Error() string { return p.Detail }

// GetStatus returns the HTTP status; huma calls it.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType returns the media type of a problem document; huma calls it.
func (p *Problem) ContentType(string) string { return ContentType }

// GetHeaders returns the headers that go with the status; huma calls it. Callers may add to them.
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

// headers are those that a status requires.
var headers = map[int]map[string]string{
	http.StatusUnauthorized:       {"WWW-Authenticate": challenge},
	http.StatusServiceUnavailable: {"Retry-After": "1"},
}

// statuses is the only map from the services' codes to HTTP statuses.
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

// New returns a problem of the type with this name. The type gives it its title and status.
func New(ctx context.Context, name, detail string) *Problem {
	t := typeNamed(name)
	return &Problem{
		Type: typePath + name, Title: t.Title, Status: t.Status, Detail: detail, RequestID: telemetry.RequestID(ctx),
	}
}

// OAuth returns a problem that OAuth clients understand too; name is both the type and the OAuth error code.
func OAuth(ctx context.Context, name, detail string) *Problem {
	p := New(ctx, name, detail)
	p.OAuthError, p.OAuthDescription = name, detail
	if p.Status == http.StatusUnauthorized {
		p.GetHeaders().Set("WWW-Authenticate", `Basic realm="predicthealth"`)
	}
	return p
}

// From returns the problem for a service's error. in says where the fields that the error names were sent. The cause of
// an internal error is logged, not returned.
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
	if name == "invalid_token" || name == "token_expired" { // RFC 6750
		p.GetHeaders().Set("WWW-Authenticate", challenge+`, error="invalid_token"`)
	}
	if name == "step_up_required" { // RFC 9470
		p.GetHeaders().Set("WWW-Authenticate", challenge+`, error="insufficient_user_authentication", max_age="300"`)
	}
	if e.Version > 0 {
		p.GetHeaders().Set("ETag", VersionTag(e.Version))
	}
	for _, f := range e.Fields {
		p.Errors = append(p.Errors, FieldError{In: in, Pointer: f.Pointer, Code: f.Code, Detail: f.Detail})
	}
	return p
}

// Write sends the problem as the response.
func (p *Problem) Write(w http.ResponseWriter) {
	for name, values := range p.GetHeaders() {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Type", ContentType)
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the caller may have hung up
}
