package endpoint

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/internal/netaddr"
	"github.com/predicthealth/predicthealth/internal/ratelimit"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/setting"
)

// Limit is one of the limits that operations count against.
type Limit struct {
	name      string
	requests  setting.Key[int]
	period    time.Duration
	byAddress bool // whether or not the caller has signed in
	onlyTaken bool // counts the answers that something is taken, not the requests
}

// The limits. Signed-in callers are counted by account, others by the network that they come from.
var (
	// Requests applies to every operation that doesn't count against SignIn.
	Requests = Limit{name: "requests", requests: setting.Int("api.rate_limit.requests_per_minute", 600), period: time.Minute}
	// SignIn is for operations that take a password, a secret or a token from callers who have not signed in.
	SignIn = Limit{name: "login", requests: setting.Int("api.rate_limit.login_per_minute", 10), period: time.Minute, byAddress: true}
	// Mail is for operations that send mail; it applies in addition to the other limit.
	Mail = Limit{name: "mail", requests: setting.Int("api.rate_limit.mail_per_hour", 5), period: time.Hour}
	// Taken is for operations that tell somebody who sees only some records that another one has a value which only one can
	// have: an account's address or a licence number. It applies in addition to the other limit. When it is used up,
	// requests are refused whether or not something is taken.
	Taken = Limit{name: "taken", requests: setting.Int("api.rate_limit.taken_per_hour", 20), period: time.Hour, onlyTaken: true}
)

const limitsKey = "limits"

// Limited returns an operation that counts against limits, instead of Requests alone.
func Limited(op huma.Operation, limits ...Limit) huma.Operation {
	if !slices.ContainsFunc(limits, func(l Limit) bool { return l.byAddress }) {
		limits = append(limits, Requests)
	}
	return annotated(op, limitsKey, limits)
}

func limitsOf(op *huma.Operation) []Limit {
	if limits, ok := op.Metadata[limitsKey].([]Limit); ok {
		return limits
	}
	return []Limit{Requests}
}

// Limits counts requests against limits.
type Limits struct {
	limiter  *ratelimit.Limiter
	settings *setting.Reader
}

// NewLimits returns Limits that read their numbers from the settings api.rate_limit.*.
func NewLimits(limiter *ratelimit.Limiter, settings *setting.Reader) *Limits {
	return &Limits{limiter, settings}
}

// exceeded counts a request of the caller in the context and sets the response's headers to what is left of the limit
// that is closest. It returns the problem to answer with when a limit is exceeded or can't be determined.
func (l *Limits) exceeded(who context.Context, ctx huma.Context) *problem.Problem {
	values, err := l.settings.Read(who)
	if err != nil {
		return problem.From(who, err, "header")
	}
	limits := slices.DeleteFunc(slices.Clone(limitsOf(ctx.Operation())), func(l Limit) bool { return !l.appliesTo(who) })
	counts := make([]ratelimit.Count, len(limits))
	for i, limit := range limits {
		counts[i] = ratelimit.Count{Limit: limit.of(values), Somebody: limit.counted(who, ctx), Look: limit.onlyTaken}
	}
	results, err := l.limiter.TakeEach(who, counts)
	if err != nil {
		return problem.From(who, err, "header")
	}
	closest := math.MaxInt
	for i, r := range results {
		requests := counts[i].Limit.Requests
		if !r.Allowed || r.Remaining < closest {
			closest = r.Remaining
			ctx.SetHeader("RateLimit-Limit", strconv.Itoa(requests))
			ctx.SetHeader("RateLimit-Remaining", strconv.Itoa(r.Remaining))
			ctx.SetHeader("RateLimit-Reset", seconds(r.ResetAfter))
		}
		if !r.Allowed {
			p := problem.New(who, "rate_limited", fmt.Sprintf(limits[i].detail(), requests, limits[i].period))
			p.GetHeaders().Set("Retry-After", seconds(r.RetryAfter))
			return p
		}
	}
	return nil
}

func (l Limit) of(values setting.Values) ratelimit.Limit {
	return ratelimit.Limit{Name: l.name, Requests: setting.Get(values, l.requests), Period: l.period}
}

func (l Limit) detail() string {
	if l.onlyTaken {
		return "You have sent more than %d values in %s that other records have. Try again after the number of seconds in Retry-After."
	}
	return "You have sent more than %d requests in %s. Try again after the number of seconds in Retry-After."
}

// counted returns the key that a request is counted under: the caller's account or network.
func (l Limit) counted(who context.Context, ctx huma.Context) string {
	if v, err := service.Viewer(who); err == nil && !l.byAddress {
		return ofAccount(v.AccountID)
	}
	return "address " + netaddr.Network(humagin.Unwrap(ctx).ClientIP())
}

// appliesTo says whether a limit is for the caller: staff learn nothing new from what is taken.
func (l Limit) appliesTo(who context.Context) bool {
	v, err := service.Viewer(who)
	return !l.onlyTaken || err == nil && !v.IsStaff()
}

// told counts an answer against Taken, if it says that something is taken and the operation counts that.
func (l *Limits) told(who context.Context, op *huma.Operation, answer *problem.Problem) error {
	taken := slices.ContainsFunc(answer.Errors, func(e problem.FieldError) bool { return e.Code == "taken" })
	counts := slices.ContainsFunc(limitsOf(op), func(l Limit) bool { return l.onlyTaken })
	if !taken || !counts || !Taken.appliesTo(who) {
		return nil
	}
	v, _ := service.Viewer(who) // the limit applies only to signed-in callers
	values, err := l.settings.Read(who)
	if err != nil {
		return err
	}
	_, err = l.limiter.Take(who, Taken.of(values), ofAccount(v.AccountID))
	return err
}

// ofAccount returns the key that an account's requests are counted under.
func ofAccount(id uuid.UUID) string { return "account " + id.String() }

// seconds returns d in whole seconds, at least 1.
func seconds(d time.Duration) string {
	return strconv.Itoa(max(1, int(math.Ceil(d.Seconds()))))
}
