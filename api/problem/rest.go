package problem

import (
	"context"
	"net/http"
)

// rest are the checks of a request that are left to the work itself, which reports only the first mistake.
type rest struct {
	check func(context.Context) []error
	first func(context.Context) error
}

type restKey struct{}

// WithRest returns a context for a request whose body may have checks to Complete with.
func WithRest(ctx context.Context) context.Context { return context.WithValue(ctx, restKey{}, &rest{}) }

// Complete adds what check finds to the response, should the request be refused because of its fields.
func Complete(ctx context.Context, check func(context.Context) []error) {
	if r, ok := ctx.Value(restKey{}).(*rest); ok {
		r.check = check
	}
}

// TellFirst makes check's error the answer to the request, should the request be refused for whatever reason. It is for what
// the work itself refuses when nothing else is wrong.
func TellFirst(ctx context.Context, check func(context.Context) error) {
	if r, ok := ctx.Value(restKey{}).(*rest); ok {
		r.first = check
	}
}

// toldFirst returns the problem that TellFirst's check finds in a request refused with a status, if there is one.
func toldFirst(ctx context.Context, status int) *Problem {
	if r, ok := ctx.Value(restKey{}).(*rest); ok && r.first != nil && status < http.StatusInternalServerError {
		if err := r.first(ctx); err != nil {
			return From(ctx, err, "body")
		}
	}
	return nil
}

// remaining returns what the checks find that Complete has added.
func remaining(ctx context.Context) []error {
	if r, ok := ctx.Value(restKey{}).(*rest); ok && r.check != nil {
		return r.check(ctx)
	}
	return nil
}

// Completed returns the problem of a request that the work has refused: what is to be told first, or all mistakes in its
// fields, where the work reports only one.
func Completed(ctx context.Context, p *Problem) *Problem {
	if p.Status == http.StatusUnprocessableEntity {
		if errs := remaining(ctx); len(errs) > 0 {
			return fromHuma(ctx, p.Status, "", errs)
		}
	}
	if first := toldFirst(ctx, p.Status); first != nil {
		return first
	}
	return p
}
