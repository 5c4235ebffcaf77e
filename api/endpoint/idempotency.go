package endpoint

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/idempotency"
)

// replayedHeader tells an answer that was kept from one that is new.
const replayedHeader = "Idempotency-Replayed"

// secretAnswer is the operation's metadata that Secret sets.
const secretAnswer = "secret_answer"

// Secret marks an operation whose answer holds a secret that is nowhere kept: it takes no Idempotency-Key.
func Secret(op huma.Operation) huma.Operation { return annotated(op, secretAnswer, true) }

// repeatable tells whether answers of an operation are kept: never what signing in and out is about.
func repeatable(op huma.Operation) bool {
	_, secret := op.Metadata[secretAnswer]
	return !secret && !slices.Contains(op.Tags, "auth")
}

// withKeyParameter documents the header.
func withKeyParameter(op huma.Operation) huma.Operation {
	shortest, longest := 1, 255
	op.Parameters = append(op.Parameters, &huma.Param{
		Name: problem.IdempotencyHeader, In: "header", Example: "5f1c2f6e-8a55-4f6b-b8de-1f2f3f8f0a11",
		Description: "A text of your own, such as a UUID, one for each request: when the answer was lost, repeat the request " +
			"with the same key to get the answer without the work being done again. Answers are kept for a day.",
		Schema: &huma.Schema{Type: "string", MinLength: &shortest, MaxLength: &longest},
	})
	op.Errors = append(op.Errors, http.StatusConflict)
	return op
}

// once runs a handler in a unit of work, or answers as the first time when the request is repeated by who still may.
func once[I, O any](ctx context.Context, a *API, op string, in *I, handle Handler[I, O]) (out *O, err error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	sent, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("hashing a request: %w", err)
	}
	hash := sha256.Sum256(sent)
	request := idempotency.Request{Caller: string(v.Kind) + " " + v.AccountID.String(), Operation: op, Key: requestFrom(ctx).idempotencyKey, Hash: hash[:]}
	answer, repeated, err := a.answers.Do(ctx, request, func(ctx context.Context) ([]byte, error) {
		if out, err = handle(ctx, in); err != nil {
			return nil, err
		}
		return json.Marshal(out)
	})
	if err != nil || !repeated {
		return out, err
	}
	var kept *O
	if err := json.Unmarshal(answer, &kept); err != nil {
		return nil, fmt.Errorf("reading a kept answer: %w", err)
	}
	requestFrom(ctx).setHeader(replayedHeader, "true")
	return kept, a.trail.Note(ctx, audit.Event{
		Action: "request.repeat", EntityType: "operation", EntityID: op, PatientID: patientIn(ctx, kept),
	})
}

// recordOf is an answer that tells whose record it holds, where the path doesn't.
type recordOf interface{ Patient() uuid.UUID }

// patientIn is the patient whose record an answer holds; nil when it holds none.
func patientIn(ctx context.Context, answer any) uuid.UUID {
	if of, ok := answer.(recordOf); ok {
		return of.Patient()
	}
	return requestFrom(ctx).patient
}
