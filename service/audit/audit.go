// Package audit keeps the audit trail: who did what to whose record, from where and with what outcome.
package audit

import (
	"context"

	"github.com/google/uuid"
)

// Outcome is how an action ended.
type Outcome string

// The outcomes.
const (
	Success Outcome = "success"
	Denied  Outcome = "denied"  // it was not allowed
	Failure Outcome = "failure" // it was allowed but did not work, for example because of a wrong password
)

// Event is an action to record. The actor is the context's viewer; the context's Request says where it comes from.
type Event struct {
	// Action is resource.verb, such as patient.read or auth.login; at most 50 characters.
	Action string
	// Outcome is Success when empty.
	Outcome Outcome
	// EntityType and EntityID name the record that the action was about; empty when it was about no single record.
	EntityType, EntityID string
	// PatientID is the patient whose record the action concerns; nil when there is none.
	PatientID uuid.UUID
	// ResultCount is how many records were in the response that this record was part of; 0 when this doesn't apply.
	ResultCount int
	// Payload says what changed, as JSON. It must not contain a password, a token or another secret.
	Payload any
	// Actor replaces the context's viewer, for callers who are not signed in yet.
	Actor *Actor
}

// Actor is whoever performs an action.
type Actor struct {
	// Type is anonymous, user, cms_user, service_account or system.
	Type string
	// ID is the account; nil for anonymous and system.
	ID uuid.UUID
}

// System is the actor of what the program does by itself or for the operator.
var System = &Actor{Type: "system"}

// Request says where an action comes from.
type Request struct {
	ID string
	// SourceIP is the client's address; empty when unknown.
	SourceIP string
	// PurposeOfUse is an HL7 v3 PurposeOfUse code, such as TREAT; empty when the caller sent none.
	PurposeOfUse string
}

type requestKey struct{}

// WithRequest returns a context whose actions come from r.
func WithRequest(ctx context.Context, r Request) context.Context {
	return context.WithValue(ctx, requestKey{}, r)
}

func requestFrom(ctx context.Context) Request {
	r, _ := ctx.Value(requestKey{}).(Request)
	return r
}
