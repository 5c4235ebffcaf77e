// Package endpoint registers operations: it checks who is asking, gives an unsafe request its one transaction, and
// turns the services' errors into problems, so that an operation is a description and a handler.
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
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/idempotency"
)

// maxBodyBytes is the largest body of an operation that doesn't say otherwise.
const maxBodyBytes = 256 << 10

// Bearer names the security scheme of access tokens.
const Bearer = "bearer"

// Options of New.
type Options struct {
	Store   *service.Store
	Auth    *auth.Service
	Limits  *Limits
	Trail   *audit.Trail
	Answers *idempotency.Answers
}

// API is where operations are registered.
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
	api.UseMiddleware(a.authenticate, a.keepRequest)
	api.OpenAPI().OnAddOperation = append(api.OpenAPI().OnAddOperation, documentHeaders, documentFields)
	return a
}

// Handler is what an operation does.
type Handler[I, O any] func(context.Context, *I) (*O, error)

// Read registers an operation that changes nothing, for those who have signed in.
func Read[I, O any](a *API, op huma.Operation, handle Handler[I, O]) {
	register(a, secured(op), handle)
}

// Write registers an unsafe operation for those who have signed in. All that its handler does is one transaction,
// which begins when it is first needed. A request with an Idempotency-Key can be repeated, unless the operation is Secret.
func Write[I, O any](a *API, op huma.Operation, handle Handler[I, O]) {
	if repeatable(op) {
		op = withKeyParameter(op)
	}
	register(a, secured(op), inUnit(a, op, handle))
}

// inUnit makes all that a handler does one transaction, and a request with an Idempotency-Key one that can be repeated.
func inUnit[I, O any](a *API, op huma.Operation, handle Handler[I, O]) Handler[I, O] {
	return func(ctx context.Context, in *I) (out *O, err error) {
		if repeatable(op) && requestFrom(ctx).idempotencyKey != "" {
			return once(ctx, a, op.OperationID, in, handle)
		}
		err = a.store.Unit(ctx, func(ctx context.Context) error {
			out, err = handle(ctx, in)
			return err
		})
		return out, err
	}
}

// Public registers an operation for everyone. It is in no transaction: a failed sign-in leaves its trace.
func Public[I, O any](a *API, op huma.Operation, handle Handler[I, O]) {
	register(a, op, handle)
}

// beforePasswordChange is the operation's metadata that PrecedesPasswordChange sets.
const beforePasswordChange = "before_password_change"

// PrecedesPasswordChange lets those who must change their password use an operation before they have.
func PrecedesPasswordChange(op huma.Operation) huma.Operation {
	return annotated(op, beforePasswordChange, true)
}

// annotated returns an operation with one more thing that this package knows of it.
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

func secured(op huma.Operation) huma.Operation {
	op.Security = []map[string][]string{{Bearer: {}}}
	op.Errors = append(op.Errors, http.StatusUnauthorized, http.StatusForbidden)
	op.Parameters = append(op.Parameters, purposeParameter())
	return op
}

func register[I, O any](a *API, op huma.Operation, handle Handler[I, O]) {
	op.MaxBodyBytes = maxBodyBytes
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

// toStatusError lets huma's own answers, such as 304, pass. A denial that can't be recorded isn't answered.
func (a *API) toStatusError(ctx context.Context, op *huma.Operation, err error, in string) error {
	var answer huma.StatusError
	if errors.As(err, &answer) {
		return err
	}
	p := problem.From(ctx, err, in)
	if err := a.noteDenial(ctx, op, p.Status); err != nil {
		return problem.From(ctx, err, in)
	}
	return p
}

// authenticate puts the account that the access token was given to into the context, for operations that want one, and
// counts the request against its limits, also one that is refused.
func (a *API) authenticate(ctx huma.Context, next func(huma.Context)) {
	who, refusal := a.whoAsks(ctx)
	if closed := a.maintenance(who, ctx); closed != nil {
		refusal = closed
	}
	if exceeded := a.limits.exceeded(who, ctx); exceeded != nil {
		refusal = exceeded
	}
	if refusal != nil {
		a.refuse(ctx, refusal)
		return
	}
	next(huma.WithContext(ctx, who))
}

// whoAsks returns a context with the account, and the problem when the operation needs another one.
func (a *API) whoAsks(ctx huma.Context) (context.Context, *problem.Problem) {
	anonymous := ctx.Context()
	if len(ctx.Operation().Security) == 0 {
		return anonymous, nil
	}
	scheme, token, _ := strings.Cut(ctx.Header("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return anonymous, problem.New(anonymous, "unauthenticated", "This needs an access token.")
	}
	authenticated, err := a.auth.Authenticate(anonymous, strings.TrimSpace(token))
	if err != nil {
		return anonymous, problem.From(anonymous, err, "header")
	}
	if auth.MustChangePassword(authenticated) && !mayPrecedePasswordChange(ctx.Operation()) {
		return authenticated, problem.New(anonymous, "password_change_required", "Change your password first; then refresh the access token.")
	}
	return authenticated, nil
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
	denied  bool      // and in the trail
	// idempotencyKey is empty when the caller gave none.
	idempotencyKey string
	setHeader      func(name, value string) // of the answer
}

type requestKey struct{}

// keepRequest keeps the URL for links, and the parameters at fault: when other input is wrong too, package problem
// tells of all together, else register does. It tells the trail where what is done comes from.
func (a *API) keepRequest(ctx huma.Context, next func(huma.Context)) {
	r := &request{
		url: ctx.URL(), ip: humagin.Unwrap(ctx).ClientIP(),
		unknown: problem.BadParameters(ctx), patient: patientAskedFor(ctx),
		idempotencyKey: ctx.Header(problem.IdempotencyHeader), setHeader: ctx.SetHeader,
	}
	kept := context.WithValue(audited(ctx, r.ip), requestKey{}, r)
	next(huma.WithContext(ctx, kept))
	a.noteRefusal(kept, ctx.Operation(), ctx.Status())
}

func requestFrom(ctx context.Context) *request {
	if r, ok := ctx.Value(requestKey{}).(*request); ok {
		return r
	}
	return &request{}
}

// URL is that of the request, path and query.
func URL(ctx context.Context) url.URL { return requestFrom(ctx).url }

// ClientIP is the address that the request comes from, which a trusted proxy may have told.
func ClientIP(ctx context.Context) string { return requestFrom(ctx).ip }

// SetHeader sets a header of the answer, of whatever status: a 304 has no other way to.
func SetHeader(ctx context.Context, name, value string) { requestFrom(ctx).setHeader(name, value) }
