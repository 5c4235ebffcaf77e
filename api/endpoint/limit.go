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
}

// The limits. Signed-in callers are counted by account, others by the network that they come from.
var (
	// Requests applies to every operation that doesn't count against SignIn.
	Requests = Limit{name: "requests", requests: setting.Int("api.rate_limit.requests_per_minute", 600), period: time.Minute}
	// SignIn is for operations that take a password, a secret or a token from callers who have not signed in.
	SignIn = Limit{name: "login", requests: setting.Int("api.rate_limit.login_per_minute", 10), period: time.Minute, byAddress: true}
	// Mail is for operations that send mail; it applies in addition to the other limit.
	Mail = Limit{name: "mail", requests: setting.Int("api.rate_limit.mail_per_hour", 5), period: time.Hour}
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
	closest := math.MaxInt
	for _, limit := range limitsOf(ctx.Operation()) {
		requests := setting.Get(values, limit.requests)
		r, err := l.limiter.Take(who, ratelimit.Limit{Name: limit.name, Requests: requests, Period: limit.period}, limit.counted(who, ctx))
		if err != nil {
			return problem.From(who, err, "header")
		}
		if !r.Allowed || r.Remaining < closest {
			closest = r.Remaining
			ctx.SetHeader("RateLimit-Limit", strconv.Itoa(requests))
			ctx.SetHeader("RateLimit-Remaining", strconv.Itoa(r.Remaining))
			ctx.SetHeader("RateLimit-Reset", seconds(r.ResetAfter))
		}
		if !r.Allowed {
			p := problem.New(who, "rate_limited", fmt.Sprintf("You have sent more than %d requests in %s. Try again after the number of seconds in Retry-After.", requests, limit.period))
			p.GetHeaders().Set("Retry-After", seconds(r.RetryAfter))
			return p
		}
	}
	return nil
}

// counted returns the key that a request is counted under: the caller's account or network.
func (l Limit) counted(who context.Context, ctx huma.Context) string {
	if v, err := service.Viewer(who); err == nil && !l.byAddress {
		return "account " + v.AccountID.String()
	}
	return "address " + netaddr.Network(humagin.Unwrap(ctx).ClientIP())
}

// seconds returns d in whole seconds, at least 1.
func seconds(d time.Duration) string {
	return strconv.Itoa(max(1, int(math.Ceil(d.Seconds()))))
}
