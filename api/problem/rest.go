package problem

import (
	"context"
	"net/http"
)

// rest are the checks of a request that are left to the work itself, which reports only the first mistake.
type rest struct{ check func(context.Context) []error }

type restKey struct{}

// WithRest returns a context for a request whose body may have checks to Complete with.
func WithRest(ctx context.Context) context.Context { return context.WithValue(ctx, restKey{}, &rest{}) }

// Complete adds what check finds to the response, should the request be refused because of its fields.
func Complete(ctx context.Context, check func(context.Context) []error) {
	if r, ok := ctx.Value(restKey{}).(*rest); ok {
		r.check = check
	}
}

// remaining returns what the checks find that Complete has added.
func remaining(ctx context.Context) []error {
	if r, ok := ctx.Value(restKey{}).(*rest); ok && r.check != nil {
		return r.check(ctx)
	}
	return nil
}

// Completed returns the problem of a request that the work has refused: all mistakes in its fields, where the work reports
// only the first.
func Completed(ctx context.Context, p *Problem) *Problem {
	if p.Status != http.StatusUnprocessableEntity {
		return p
	}
	if errs := remaining(ctx); len(errs) > 0 {
		return fromHuma(ctx, p.Status, "", errs)
	}
	return p
}
