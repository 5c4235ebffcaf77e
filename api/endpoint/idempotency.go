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

// replayedHeader marks a response that was stored earlier.
const replayedHeader = "Idempotency-Replayed"

// secretAnswer is the key of the operation metadata that Secret sets.
const secretAnswer = "secret_answer"

// Secret marks an operation whose response holds a secret that is stored nowhere: it takes no Idempotency-Key.
func Secret(op huma.Operation) huma.Operation { return annotated(op, secretAnswer, true) }

// repeatable says whether an operation's responses are stored. Those of signing in and out never are.
func repeatable(op huma.Operation) bool {
	_, secret := op.Metadata[secretAnswer]
	return !secret && !slices.Contains(op.Tags, "auth")
}

// withKeyParameter documents the header.
func withKeyParameter(op huma.Operation) huma.Operation {
	shortest, longest := 1, 255
	op.Parameters = append(op.Parameters, &huma.Param{
		Name: problem.IdempotencyHeader, In: "header",
		Description: "A text of your choice, such as a UUID, new for each request. If you lose the response, repeat the request " +
			"with the same key: you get the same response and the work is not done again. Responses are kept for a day.",
		Schema: &huma.Schema{Type: "string", MinLength: &shortest, MaxLength: &longest},
	})
	op.Errors = append(op.Errors, http.StatusConflict)
	return op
}

// once runs a handler in a unit of work. If the request repeats an earlier one, and the caller still may make it, once
// returns the earlier response instead.
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
		return nil, fmt.Errorf("reading a stored response: %w", err)
	}
	patient := patientIn(ctx, kept)
	if patient != uuid.Nil {
		if err := a.answers.Sees(ctx, patient); err != nil {
			return nil, err
		}
	}
	requestFrom(ctx).setHeader(replayedHeader, "true")
	return kept, a.trail.Note(ctx, audit.Event{Action: "request.repeat", EntityType: "operation", EntityID: op, PatientID: patient})
}

// recordOf is a response that says which patient's record it holds, for operations whose path doesn't.
type recordOf interface{ Patient() uuid.UUID }

// patientIn returns the patient whose record a response holds; nil when it holds none.
func patientIn(ctx context.Context, answer any) uuid.UUID {
	if of, ok := answer.(recordOf); ok {
		return of.Patient()
	}
	return requestFrom(ctx).patient
}
