package problem

import (
	"context"
	"errors"
	"log/slog"
	"math"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/service/audit"
)

// huma creates its own errors through these package variables; there is no other place to set them.
func init() {
	huma.ValidateStrictCasing = true
	huma.NewError = func(status int, msg string, errs ...error) huma.StatusError {
		return fromHuma(context.Background(), status, msg, errs)
	}
	huma.NewErrorWithContext = func(ctx huma.Context, status int, msg string, errs ...error) huma.StatusError {
		// An unknown parameter is a field at fault like any other.
		if status == http.StatusUnprocessableEntity {
			errs = append(append(errs, BadParameters(ctx)...), remaining(ctx.Context())...)
		}
		p := fromHuma(ctx.Context(), status, msg, errs)
		for name, values := range p.GetHeaders() { // huma sets these only for handlers' errors
			ctx.SetHeader(name, values[0])
		}
		return p
	}
}

// PurposeHeader is the request header that says why the caller uses a record.
const PurposeHeader = "X-Purpose-Of-Use"

// IdempotencyHeader identifies an unsafe request, so that it can be repeated (draft-ietf-httpapi-idempotency-key-header).
const IdempotencyHeader = "Idempotency-Key"

var idempotencyKeyFormat = regexp.MustCompile("^[!-~]{1,255}$")

// BadParameters returns an error for each query parameter that the operation doesn't have or that is sent more than once,
// for each path or query parameter that holds text PostgreSQL can't store, for a query string that can't be parsed, and
// for a purpose of use or an idempotency key that isn't valid.
func BadParameters(ctx huma.Context) []error {
	var errs []error
	if purpose := ctx.Header(PurposeHeader); purpose != "" && !slices.Contains(audit.PurposesOfUse, purpose) {
		errs = append(errs, &huma.ErrorDetail{Location: "header." + PurposeHeader, Message: unknownPurpose})
	}
	if key := ctx.Header(IdempotencyHeader); key != "" && !idempotencyKeyFormat.MatchString(key) {
		errs = append(errs, &huma.ErrorDetail{Location: "header." + IdempotencyHeader, Message: badKey})
	}
	known, number := map[string]bool{}, map[string]bool{}
	for _, p := range ctx.Operation().Parameters {
		known[p.Name] = p.In == "query" || known[p.Name]
		number[p.Name] = p.Schema.Type == huma.TypeNumber
		if p.In == "path" && !storable(ctx.Param(p.Name)) {
			errs = append(errs, &huma.ErrorDetail{Location: "path." + p.Name, Message: badText})
		}
	}
	u := ctx.URL()
	parameters, err := url.ParseQuery(u.RawQuery)
	if err != nil { // url.ParseQuery silently drops what it can't parse
		errs = append(errs, &huma.ErrorDetail{Location: "query", Message: badQuery})
	}
	for name, values := range parameters {
		if !known[name] {
			errs = append(errs, &huma.ErrorDetail{Location: "query." + name, Message: unknownParameter})
		} else if len(values) > 1 {
			errs = append(errs, &huma.ErrorDetail{Location: "query." + name, Message: repeatedParameter})
		} else if !storable(values[0]) {
			errs = append(errs, &huma.ErrorDetail{Location: "query." + name, Message: badText})
		} else if number[name] && isNaN(values[0]) {
			errs = append(errs, &huma.ErrorDetail{Location: "query." + name, Message: notANumber})
		}
	}
	return errs
}

// isNaN says whether strconv reads a text as a number that isn't one, and that is in no range and out of none.
func isNaN(text string) bool {
	n, _ := strconv.ParseFloat(text, 64)
	return math.IsNaN(n)
}

// storable says whether PostgreSQL can store a text.
func storable(text string) bool { return utf8.ValidString(text) && !strings.ContainsRune(text, 0) }

// Invalid returns the problem of a request whose only mistakes are errs.
func Invalid(ctx context.Context, errs []error) *Problem {
	return fromHuma(ctx, http.StatusUnprocessableEntity, "", append(errs, remaining(ctx)...))
}

func fromHuma(ctx context.Context, status int, msg string, errs []error) *Problem {
	if status == 0 { // huma asks for an example when it documents an operation
		return &Problem{}
	}
	if first := toldFirst(ctx, status); first != nil {
		return first
	}
	for _, err := range errs { // a check that failed, or that the viewer may not ask for
		if p := (*Problem)(nil); errors.As(err, &p) {
			return p
		}
	}
	p := New(ctx, ofStatus(status), detailOf(status))
	p.Status = status
	if p.Status >= http.StatusInternalServerError {
		slog.ErrorContext(ctx, "the request failed", "error", errors.Join(errs...), "detail", msg)
		return p
	}
	seen := map[string]FieldError{}
	for _, err := range errs {
		e := fromDetail(err)
		if at := e.In + e.Pointer; !settled(seen, at) { // the schema's error comes first
			seen[at] = e
			p.Errors = append(p.Errors, e)
		}
	}
	return p
}

// settled says whether an error has already been reported for a field, or for something around it that could not be
// parsed.
func settled(seen map[string]FieldError, at string) bool {
	if _, told := seen[at]; told {
		return true
	}
	for i := strings.LastIndexByte(at, '/'); i >= 0; i = strings.LastIndexByte(at, '/') {
		at = at[:i]
		if code := seen[at].Code; code == "type" || code == "invalid" {
			return true
		}
	}
	return false
}

func detailOf(status int) string {
	return types[ofStatus(status)].Advice
}

// Error returns the detail. It lets a FieldError travel in huma's list of errors.
func (e FieldError) Error() string { return e.Detail }

// fromDetail translates huma's error at a location such as body.emails[0].email.
func fromDetail(err error) FieldError {
	var e FieldError
	if errors.As(err, &e) {
		return e
	}
	var detail *huma.ErrorDetail
	if !errors.As(err, &detail) {
		return FieldError{In: "body", Code: "invalid", Detail: "This is not allowed."}
	}
	in, path, _ := strings.Cut(detail.Location, ".")
	if in == "body" || in == "query" || in == "path" || in == "header" {
		e.In = in
	} else {
		e.In = "body"
	}
	e.Pointer = pointer(path)
	if property, ok := strings.CutPrefix(detail.Message, required); ok {
		e.Pointer += "/" + property
		e.Code, e.Detail = "required", "This is required."
		return e
	}
	e.Code, e.Detail = split(detail.Message)
	return e
}

var index = regexp.MustCompile(`\[(\d+)\]`)

// pointer turns huma's emails[0].email into /emails/0/email.
func pointer(path string) string {
	if path == "" {
		return ""
	}
	escaped := strings.NewReplacer("~", "~0", "/", "~1").Replace(path)
	return "/" + strings.ReplaceAll(index.ReplaceAllString(escaped, ".$1"), ".", "/")
}
