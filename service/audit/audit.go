// Package audit keeps the trail: who did what to whose record, from where and with what outcome.
package audit

import (
	"context"

	"github.com/google/uuid"
)

// Outcome is how an act ended.
type Outcome string

// The outcomes.
const (
	Success Outcome = "success"
	Denied  Outcome = "denied"  // it was not allowed
	Failure Outcome = "failure" // it was allowed and did not work, such as a wrong password
)

// Event is an act to be recorded. Who acts is the context's viewer, and from where its Request.
type Event struct {
	// Action is resource.verb, such as patient.read or auth.login; at most 50 characters.
	Action string
	// Outcome is Success when empty.
	Outcome Outcome
	// EntityType and EntityID name what was acted on; empty when it is no single thing.
	EntityType, EntityID string
	// PatientID is the patient whose record it concerns; nil when it concerns none.
	PatientID uuid.UUID
	// ResultCount is how many records the answer held that this one was part of; 0 when it doesn't apply.
	ResultCount int
	// Payload says what changed, as JSON. It must hold no password, token or other secret.
	Payload any
	// Actor replaces the context's viewer, for who is not signed in yet.
	Actor *Actor
}

// Actor is who acts.
type Actor struct {
	// Type is anonymous, user, cms_user, service_account or system.
	Type string
	// ID is the account; nil for anonymous and system.
	ID uuid.UUID
}

// System is the actor of what the program does by itself or for who runs it.
var System = &Actor{Type: "system"}

// Request is where an act comes from.
type Request struct {
	ID string
	// SourceIP is the client's address; empty when unknown.
	SourceIP string
	// PurposeOfUse is a code of HL7 v3 PurposeOfUse, such as TREAT; empty when it was not told.
	PurposeOfUse string
}

type requestKey struct{}

// WithRequest returns a context whose acts come from r.
func WithRequest(ctx context.Context, r Request) context.Context {
	return context.WithValue(ctx, requestKey{}, r)
}

func requestFrom(ctx context.Context) Request {
	r, _ := ctx.Value(requestKey{}).(Request)
	return r
}
