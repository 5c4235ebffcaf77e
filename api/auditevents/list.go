// Package auditevents has the operations that read the audit trail.
package auditevents

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
)

type handlers struct{ trail *audit.Reader }

// Register registers the operations on api.
func Register(api *endpoint.API, trail *audit.Reader) {
	handlers{trail}.registerList(api)
}

type listInput struct {
	endpoint.PageInput
	Total      string           `query:"total" default:"none" enum:"none,estimated" doc:"estimated returns a rough number of events on all pages. There is no exact count, because the trail only ever grows."`
	Action     []string         `query:"action" nullable:"false" maxItems:"50" example:"patient.read" doc:"Only events with one of these actions."`
	ActorType  []string         `query:"actor_type" nullable:"false" enum:"anonymous,user,cms_user,service_account,system" doc:"Only events that one of these kinds of actors caused."`
	ActorID    string           `query:"actor_id" format:"uuid" maxLength:"36" doc:"Only events that this account caused."`
	EntityType []string         `query:"entity_type" nullable:"false" maxItems:"50" example:"cms_user" doc:"Only events that concern records of these types."`
	EntityID   string           `query:"entity_id" maxLength:"50" doc:"Only events that concern this record. Send entity_type too."`
	PatientID  string           `query:"patient_id" format:"uuid" maxLength:"36" doc:"Only events that concern this patient, who may have been erased."`
	Outcome    []string         `query:"outcome" nullable:"false" enum:"success,denied,failure" doc:"Only events with one of these outcomes."`
	RequestID  string           `query:"request_id" maxLength:"64" doc:"Only events of the request with this X-Request-Id."`
	From       endpoint.Instant `query:"from" example:"2026-01-31" doc:"Only events at this time or later: a time, or a date, which means midnight UTC."`
	To         endpoint.Instant `query:"to" example:"2026-02-01" doc:"Only events before this time: a time, or a date, which means midnight UTC."`
}

type auditEventBody struct {
	SequenceNumber int64           `json:"sequence_number" doc:"The event's position in the trail, from 1, without gaps."`
	SealedAt       time.Time       `json:"sealed_at" doc:"When the event got its number and its hash."`
	OccurredAt     time.Time       `json:"occurred_at"`
	ActorType      string          `json:"actor_type" enum:"anonymous,user,cms_user,service_account,system"`
	ActorID        *uuid.UUID      `json:"actor_id" format:"uuid" nullable:"true" doc:"The account of the actor; null for anonymous and system."`
	Action         string          `json:"action" example:"patient.read"`
	Outcome        string          `json:"outcome" enum:"success,denied,failure"`
	EntityType     *string         `json:"entity_type" example:"patient"`
	EntityID       *string         `json:"entity_id"`
	PatientID      *uuid.UUID      `json:"patient_id" format:"uuid" nullable:"true" doc:"The patient whose record the event concerns."`
	PurposeOfUse   *string         `json:"purpose_of_use" example:"TREAT" doc:"An HL7 v3 PurposeOfUse code."`
	RequestID      *string         `json:"request_id"`
	IP             *string         `json:"ip" doc:"The address that the request came from; null when unknown."`
	ResultCount    *int            `json:"result_count" doc:"How many records were in the response that this record was part of."`
	Payload        json.RawMessage `json:"payload" doc:"What changed; null when there is nothing to add or when it has been erased."`
	Hash           string          `json:"hash" doc:"The SHA-256 hash of this event and the previous event's hash, in hexadecimal."`
}

func (h handlers) registerList(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-audit-events",
		Method:      http.MethodGet,
		Path:        "/api/v1/cms/audit-events",
		Summary:     "List audit events",
		Description: "Newest first. Filters are combined with AND. New events appear within seconds. Reading the trail is itself recorded in the trail. For staff with the permission audit:read.",
		Tags:        []string{"audit"},
		Errors:      []int{http.StatusForbidden},
	}, h.list)
}

func (h handlers) list(ctx context.Context, in *listInput) (*endpoint.ListOutput[auditEventBody], error) {
	request := in.Page()
	request.Total = page.Total(in.Total)
	outcomes := make([]audit.Outcome, len(in.Outcome))
	for i, outcome := range in.Outcome {
		outcomes[i] = audit.Outcome(outcome)
	}
	events, err := h.trail.Events(ctx, audit.Filter{
		Action: in.Action, ActorType: in.ActorType, ActorID: id(in.ActorID),
		EntityType: in.EntityType, EntityID: in.EntityID, PatientID: id(in.PatientID),
		Outcome: outcomes, RequestID: in.RequestID, From: in.From.Time, To: in.To.Time,
	}, request)
	if err != nil {
		return nil, err
	}
	return endpoint.List(ctx, events, toBody), nil
}

// id parses a UUID; nil when there is none. The schema has refused anything else.
func id(text string) uuid.UUID {
	parsed, _ := uuid.Parse(text)
	return parsed
}

func toBody(e audit.SealedEvent) auditEventBody {
	body := auditEventBody{
		SequenceNumber: e.Number, SealedAt: e.SealedAt.UTC(), OccurredAt: e.OccurredAt.UTC(), ActorType: e.Actor.Type,
		Action: e.Action, Outcome: string(e.Outcome), EntityType: e.EntityType, EntityID: e.EntityID,
		PatientID: e.PatientID, PurposeOfUse: e.PurposeOfUse, RequestID: e.RequestID, IP: e.SourceIP,
		ResultCount: e.ResultCount, Payload: e.Payload, Hash: hex.EncodeToString(e.Hash),
	}
	if e.Actor.ID != uuid.Nil {
		body.ActorID = &e.Actor.ID
	}
	return body
}
