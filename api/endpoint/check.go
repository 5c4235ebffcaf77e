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

// Lend puts a service where Checked finds it: huma makes bodies itself, so they can't hold it.
func Lend[S any](s S) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) { next(huma.WithValue(ctx, lentKey{}, s)) }
}

// Checked is for the Resolve method of a body: what a lent service finds wrong with it, beside what the schema refuses,
// so that all mistakes are told at once. Where both refuse a field, as they do one that is missing, the schema's word
// counts.
func Checked[S any](c huma.Context, check func(context.Context, S) ([]service.Field, error)) []error {
	ctx := c.Context()
	lent, _ := ctx.Value(lentKey{}).(S)
	fields, err := check(ctx, lent)
	if err != nil {
		return []error{problem.From(ctx, err, "body")}
	}
	errs := make([]error, 0, len(fields))
	for _, f := range fields {
		errs = append(errs, problem.FieldError{In: "body", Pointer: f.Pointer, Code: f.Code, Detail: f.Detail})
	}
	return errs
}
