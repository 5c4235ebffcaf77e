// Package endpoint registers operations. It checks who the caller is, gives each unsafe request its one transaction, and
// turns the services' errors into problems, so that an operation is just a description and a handler.
package endpoint

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/idempotency"
)

// maxBodyBytes is the largest request body of an operation that doesn't set its own limit.
const maxBodyBytes = 256 << 10

// Bearer is the name of the access tokens' security scheme.
const Bearer = "bearer"

// Options are the options of New.
type Options struct {
	Store   *service.Store
	Auth    *auth.Service
	Limits  *Limits
	Trail   *audit.Trail
	Answers *idempotency.Answers
}

// API registers operations.
type API struct {
	huma    huma.API
	store   *service.Store
	auth    *auth.Service
	limits  *Limits
	trail   *audit.Trail
	answers *idempotency.Answers
}

// New returns an API on top of huma's.
func New(api huma.API, o Options) *API {
	a := &API{api, o.Store, o.Auth, o.Limits, o.Trail, o.Answers}
	api.UseMiddleware(a.authenticate, a.keepRequest, a.refuseInactive)
	api.OpenAPI().OnAddOperation = append(api.OpenAPI().OnAddOperation, documentHeaders, documentFields, documentOwner, documentPatch, documentStepUp)
	return a
}

// Handler is the function that performs an operation.
type Handler[I, O any] func(context.Context, *I) (*O, error)

// Read registers an operation that changes nothing, for signed-in callers.
func Read[I, O any](a *API, op huma.Operation, handle Handler[I, O]) {
	register(a, secured(op), handle)
}

// Write registers an unsafe operation for signed-in callers. Everything that its handler does is one transaction, which
// begins when it is first needed. A request with an Idempotency-Key can be repeated, unless the operation is Secret.
func Write[I, O any](a *API, op huma.Operation, handle Handler[I, O]) {
	if repeatable(op) {
		op = withKeyParameter(op)
	}
	register(a, secured(op), inUnit(a, op, handle))
}

// inUnit runs a handler in one transaction, and makes a request with an Idempotency-Key repeatable.
func inUnit[I, O any](a *API, op huma.Operation, handle Handler[I, O]) Handler[I, O] {
	return func(ctx context.Context, in *I) (out *O, err error) {
		if repeatable(op) && requestFrom(ctx).idempotencyKey != "" {
			return once(ctx, a, op.OperationID, in, handle)
		}
		if isAllOrNothing(&op) {
			return handle(ctx, in)
		}
		err = a.store.Unit(ctx, func(ctx context.Context) error {
			out, err = handle(ctx, in)
			return err
		})
		return out, err
	}
}

// Public registers an operation for everyone. It runs in no transaction, so that a failed sign-in is recorded.
func Public[I, O any](a *API, op huma.Operation, handle Handler[I, O]) {
	op.Security = []map[string][]string{} // says so in the document
	register(a, op, handle)
}

// allOrNothing is the key of the operation metadata that AllOrNothing sets.
const allOrNothing = "all_or_nothing"

// AllOrNothing marks an operation whose handler calls one method of a service, which makes its own unit of work, and in it
// refuses callers who aren't active. Only a request with an Idempotency-Key gets a unit around it, to store the response in.
func AllOrNothing(op huma.Operation) huma.Operation { return annotated(op, allOrNothing, true) }

func isAllOrNothing(op *huma.Operation) bool {
	_, is := op.Metadata[allOrNothing]
	return is
}

// beforePasswordChange is the key of the operation metadata that PrecedesPasswordChange sets.
const beforePasswordChange = "before_password_change"

// PrecedesPasswordChange lets callers who must change their password use an operation before they have done so.
func PrecedesPasswordChange(op huma.Operation) huma.Operation {
	return annotated(op, beforePasswordChange, true)
}

// beforeFactor is the key of the operation metadata that PrecedesFactor sets.
const beforeFactor = "before_second_factor"

// PrecedesFactor lets callers who must add a second factor use an operation before they have done so, as they may use those
// that precede a change of the password.
func PrecedesFactor(op huma.Operation) huma.Operation { return annotated(op, beforeFactor, true) }

// annotated returns the operation with one more metadata entry for this package.
func annotated(op huma.Operation, key string, value any) huma.Operation {
	metadata := map[string]any{key: value}
	maps.Copy(metadata, op.Metadata)
	op.Metadata = metadata
	return op
}

func mayPrecedePasswordChange(op *huma.Operation) bool {
	_, may := op.Metadata[beforePasswordChange]
	return may
}

func mayPrecedeFactor(op *huma.Operation) bool {
	_, may := op.Metadata[beforeFactor]
	return may || mayPrecedePasswordChange(op)
}

func secured(op huma.Operation) huma.Operation {
	op.Security = []map[string][]string{{Bearer: {}}}
	op.Errors = append(op.Errors, http.StatusUnauthorized, http.StatusForbidden)
	op.Parameters = append(op.Parameters, purposeParameter())
	return op
}

func register[I, O any](a *API, op huma.Operation, handle Handler[I, O]) {
	op.MaxBodyBytes = maxBodyBytes
	op.BodyReadTimeout = -1 // the server's: package httpserver
	op.Errors = append(op.Errors, http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusServiceUnavailable)
	in := "query"
	if op.Method != http.MethodGet {
		in = "body"
		op.Errors = append(op.Errors, http.StatusBadRequest, http.StatusRequestTimeout, http.StatusRequestEntityTooLarge,
			http.StatusUnsupportedMediaType)
	}
	huma.Register(a.huma, op, func(ctx context.Context, input *I) (*O, error) {
		if unknown := requestFrom(ctx).unknown; len(unknown) > 0 {
			return nil, problem.Invalid(ctx, unknown)
		}
		out, err := handle(ctx, input)
		if err != nil {
			return nil, a.toStatusError(ctx, &op, err, in)
		}
		return out, nil
	})
}

// toStatusError lets huma's own responses, such as 304, pass. It fails when a denial can't be recorded in the audit trail.
func (a *API) toStatusError(ctx context.Context, op *huma.Operation, err error, in string) error {
	var answer huma.StatusError
	if errors.As(err, &answer) {
		return err
	}
	p := problem.Completed(ctx, problem.From(ctx, err, in))
	if err := errors.Join(a.limits.told(ctx, op, p), a.noteDenial(ctx, op, p.Status)); err != nil {
		return problem.From(ctx, err, in)
	}
	return p
}

// authenticate puts the access token's account into the context, for operations that require one, and counts the request
// against its limits, even if it is refused.
func (a *API) authenticate(ctx huma.Context, next func(huma.Context)) {
	who, refusal := a.whoAsks(ctx)
	if closed := a.maintenance(who, ctx); closed != nil {
		refusal = closed
	}
	if exceeded := a.limits.exceeded(who, ctx); exceeded != nil {
		refusal = exceeded
	}
	ctx = huma.WithContext(ctx, who)
	if refusal != nil {
		if err := a.noteDenial(remembered(ctx), ctx.Operation(), refusal.Status); err != nil {
			refusal = problem.From(who, err, "header")
		}
		a.refuse(ctx, refusal)
		return
	}
	next(ctx)
}

// whoAsks returns a context with the account, and a problem if the operation requires a different one.
func (a *API) whoAsks(ctx huma.Context) (context.Context, *problem.Problem) {
	anonymous := ctx.Context()
	if len(ctx.Operation().Security) == 0 {
		return anonymous, nil
	}
	scheme, token, _ := strings.Cut(ctx.Header("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return anonymous, problem.New(anonymous, "unauthenticated", "This operation requires an access token.")
	}
	authenticated, err := a.auth.Authenticate(anonymous, strings.TrimSpace(token))
	if err != nil {
		return anonymous, problem.From(anonymous, err, "header")
	}
	if auth.MustChangePassword(authenticated) && !mayPrecedePasswordChange(ctx.Operation()) {
		return authenticated, problem.New(anonymous, "password_change_required", "Change your password first. Then refresh the access token.")
	}
	if auth.MustAddFactor(authenticated) && !mayPrecedeFactor(ctx.Operation()) {
		return authenticated, problem.New(anonymous, "second_factor_required", "Add a second factor first. Then refresh the access token.")
	}
	return authenticated, a.refusedWithoutFactor(authenticated, ctx.Operation())
}

// ownAccount is the start of the paths of what patients, doctors and institutions do with their own accounts.
const ownAccount = "/api/v1/auth/"

// refuseInactive refuses changes by patients, doctors and institutions that aren't active, whatever they would change. They
// may still read what they see, and manage their own accounts. Where the work itself refuses them, they are only told so first.
func (a *API) refuseInactive(ctx huma.Context, next func(huma.Context)) {
	op := ctx.Operation()
	if op.Method == http.MethodGet || len(op.Security) == 0 || strings.HasPrefix(op.Path, ownAccount) {
		next(ctx)
		return
	}
	require := func(ctx context.Context) error { return access.RequireActive(ctx, a.store.Pool()) }
	if isAllOrNothing(op) && requestFrom(ctx.Context()).idempotencyKey == "" {
		problem.TellFirst(ctx.Context(), require)
	} else if err := require(ctx.Context()); err != nil {
		a.refuse(ctx, problem.From(ctx.Context(), err, "body"))
		return
	}
	next(ctx)
}

func (a *API) refuse(ctx huma.Context, p *problem.Problem) {
	for name, values := range p.GetHeaders() {
		ctx.SetHeader(name, values[0])
	}
	ctx.SetHeader("Content-Type", problem.ContentType)
	ctx.SetStatus(p.Status)
	_ = a.huma.Marshal(ctx.BodyWriter(), "application/json", p) // the caller may have hung up
}

// request is what the context keeps of the HTTP request.
type request struct {
	url     url.URL
	ip      string
	unknown []error
	patient uuid.UUID // nil when the path names none
	denied  bool      // and recorded in the audit trail
	// idempotencyKey is empty when the caller sent none.
	idempotencyKey string
	setHeader      func(name, value string) // of the response
}

type requestKey struct{}

// keepRequest keeps the URL for links, and the invalid parameters: when other input is wrong too, package problem reports
// everything together, otherwise register does. It also tells the audit trail where the request comes from.
func (a *API) keepRequest(ctx huma.Context, next func(huma.Context)) {
	joinRepeated(ctx)
	kept := remembered(ctx)
	next(huma.WithContext(ctx, kept))
	a.noteRefusal(kept, ctx.Operation(), ctx.Status())
}

// remembered returns a context that keeps the request.
func remembered(ctx huma.Context) context.Context {
	r := &request{
		url: ctx.URL(), ip: humagin.Unwrap(ctx).ClientIP(),
		unknown: problem.BadParameters(ctx), patient: patientAskedFor(ctx),
		idempotencyKey: ctx.Header(problem.IdempotencyHeader), setHeader: ctx.SetHeader,
	}
	return context.WithValue(problem.WithRest(audited(ctx, r.ip)), requestKey{}, r)
}

func requestFrom(ctx context.Context) *request {
	if r, ok := ctx.Value(requestKey{}).(*request); ok {
		return r
	}
	return &request{}
}

// URL returns the request's URL, path and query.
func URL(ctx context.Context) url.URL { return requestFrom(ctx).url }

// ClientIP returns the caller's address, which a trusted proxy may have reported.
func ClientIP(ctx context.Context) string { return requestFrom(ctx).ip }

// SetHeader sets a header of the response, whatever its status: a 304 has no other way to get one.
func SetHeader(ctx context.Context, name, value string) { requestFrom(ctx).setHeader(name, value) }
