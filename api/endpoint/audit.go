package endpoint

import (
	"context"
	"log/slog"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/internal/telemetry"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

// ofPatient is the start of the path of every operation on one patient.
const ofPatient = "/api/v1/patients/{id}"

// purposeParameter documents the header; package problem checks it.
func purposeParameter() *huma.Param {
	schema := &huma.Schema{Type: huma.TypeString}
	for _, code := range audit.PurposesOfUse {
		schema.Enum = append(schema.Enum, code)
	}
	return &huma.Param{
		Name: problem.PurposeHeader, In: "header", Schema: schema, Example: "TREAT",
		Description: "Why you use the record, as an HL7 v3 PurposeOfUse code. The audit trail keeps it.",
	}
}

// audited returns a context that tells the audit trail where its events come from.
func audited(ctx huma.Context, ip string) context.Context {
	return audit.WithRequest(ctx.Context(), audit.Request{
		ID: telemetry.RequestID(ctx.Context()), SourceIP: ip, PurposeOfUse: ctx.Header(problem.PurposeHeader),
	})
}

// outcomes are how the trail calls it that a signed-in caller was refused an operation (403), asked for a record that does not
// exist or that the caller may not see (404), or sent what is not valid (422) or not conditional (428).
var outcomes = map[int]audit.Outcome{
	http.StatusForbidden: audit.Denied, http.StatusNotFound: audit.Denied,
	http.StatusUnprocessableEntity: audit.Failure, http.StatusPreconditionRequired: audit.Failure,
}

// noteDenial records a signed-in caller's refused request in the audit trail, once.
func (a *API) noteDenial(ctx context.Context, op *huma.Operation, status int) error {
	r, outcome := requestFrom(ctx), outcomes[status]
	if r.denied || len(op.Security) == 0 || outcome == "" {
		return nil
	}
	r.denied = true
	return a.trail.Note(ctx, audit.Event{
		Action: "operation.call", Outcome: outcome, EntityType: "operation", EntityID: op.OperationID, PatientID: r.patient,
	})
}

// noteRefusal does what noteDenial does for a request that is refused before the handler runs: the response has been sent.
func (a *API) noteRefusal(ctx context.Context, op *huma.Operation, status int) {
	if err := a.noteDenial(ctx, op, status); err != nil {
		slog.ErrorContext(ctx, "a denial is not in the audit trail", "error", err)
	}
}

// patientAskedFor returns the patient named in the request's path, also as me; nil when the path names none.
func patientAskedFor(ctx huma.Context) uuid.UUID {
	if !strings.HasPrefix(ctx.Operation().Path, ofPatient) {
		return uuid.Nil
	}
	if ctx.Param("id") == "me" {
		return service.AskingPatient(ctx.Context())
	}
	id, _ := uuid.Parse(ctx.Param("id")) // nil when it is not a UUID
	return id
}
