package endpoint

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
)

type lentKey struct{}

// Lend returns a middleware that puts a service where Prepare finds it. huma creates bodies itself, so they can't hold it.
func Lend[S any](s S) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) { next(huma.WithValue(ctx, lentKey{}, s)) }
}

// Prepare is for the Resolve method of a body. It keeps for the handler what a lent service prepares of the body, and
// returns what the service finds wrong in addition to what the schema refuses, so that the response lists all mistakes at
// once and nothing is checked twice. Where both refuse a field, for example because it is missing, the schema's error is
// the one that counts.
func Prepare[S, P any](c huma.Context, kept *P, prepare func(context.Context, S) (P, []service.Field, error)) []error {
	ctx := c.Context()
	lent, _ := ctx.Value(lentKey{}).(S)
	prepared, fields, err := prepare(ctx, lent)
	if err != nil {
		return []error{problem.From(ctx, err, "body")}
	}
	*kept = prepared
	return fieldErrors(fields)
}

func fieldErrors(fields []service.Field) []error {
	errs := make([]error, 0, len(fields))
	for _, f := range fields {
		errs = append(errs, problem.FieldError{In: "body", Pointer: f.Pointer, Code: f.Code, Detail: f.Detail})
	}
	return errs
}

// PrepareFirst does what Prepare does, for a service that can leave some of its checks, such as look-ups, to the work
// itself. They are made only when the request is refused, so that the response lists what they find too.
func PrepareFirst[S, P any](
	c huma.Context, kept *P, prepare func(context.Context, S) (P, []service.Field, error), lookUp func(S, context.Context, P) ([]service.Field, error),
) []error {
	ctx := c.Context()
	lent, _ := ctx.Value(lentKey{}).(S)
	prepared, fields, err := prepare(ctx, lent)
	if err != nil {
		return []error{problem.From(ctx, err, "body")}
	}
	*kept = prepared
	problem.Complete(ctx, func(ctx context.Context) []error {
		fields, err := lookUp(lent, ctx, prepared)
		if err != nil {
			return []error{problem.From(ctx, err, "body")}
		}
		return fieldErrors(fields)
	})
	return fieldErrors(fields)
}
