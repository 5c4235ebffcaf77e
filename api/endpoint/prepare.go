package endpoint

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
)

// NewAccountBody is an account that is opened together with the record whose it becomes.
type NewAccountBody struct {
	Email    string `json:"email" maxLength:"254" example:"dora@example.org" doc:"Signs in; no other account has it."`
	Password string `json:"password" minLength:"8" maxLength:"72" format:"password" doc:"At least 8 characters, 15 are better; at most 72 bytes. No common password, and none that leans on name or address."`
}

type lentKey struct{}

// Lend puts a service where Prepare finds it: huma makes bodies itself, so they can't hold it.
func Lend[S any](s S) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) { next(huma.WithValue(ctx, lentKey{}, s)) }
}

// Prepare is for the Resolve method of a body: it keeps what a lent service prepares of it for the handler, and returns
// what is wrong with it beside what the schema refuses, so that all mistakes are told at once and looked for once. Where
// both refuse a field, as they do one that is missing, the schema's word counts.
func Prepare[S, P any](c huma.Context, kept *P, prepare func(context.Context, S) (P, []service.Field, error)) []error {
	ctx := c.Context()
	lent, _ := ctx.Value(lentKey{}).(S)
	prepared, fields, err := prepare(ctx, lent)
	if err != nil {
		return []error{problem.From(ctx, err, "body")}
	}
	*kept = prepared
	errs := make([]error, 0, len(fields))
	for _, f := range fields {
		errs = append(errs, problem.FieldError{In: "body", Pointer: f.Pointer, Code: f.Code, Detail: f.Detail})
	}
	return errs
}
