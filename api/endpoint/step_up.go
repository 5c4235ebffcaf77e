package endpoint

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
)

// stepUp is the key of the operation metadata that StepUp sets.
const stepUp = "step_up"

// StepUp marks an operation that a stolen session must not be enough for: callers who have a second factor must have proved
// it within the last five minutes (RFC 9470).
func StepUp(op huma.Operation) huma.Operation { return annotated(op, stepUp, true) }

func needsStepUp(op *huma.Operation) bool {
	_, needs := op.Metadata[stepUp]
	return needs
}

// documentStepUp says in the document which operations need a fresh second factor.
func documentStepUp(_ *huma.OpenAPI, op *huma.Operation) {
	if !needsStepUp(op) {
		return
	}
	op.Description += " If you have a second factor, you must have proved it within the last five minutes; otherwise the response is " +
		"401 with the type step_up_required."
	if op.Extensions == nil {
		op.Extensions = map[string]any{}
	}
	op.Extensions["x-step-up"] = true
}

// refusedWithoutFactor returns the problem of a caller who must prove the second factor first; nil when they needn't.
func (a *API) refusedWithoutFactor(authenticated context.Context, op *huma.Operation) *problem.Problem {
	if !needsStepUp(op) {
		return nil
	}
	if err := a.auth.RequireFreshFactor(authenticated); err != nil {
		return problem.From(authenticated, err, "header")
	}
	return nil
}
