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

// ofPatient begins the paths of operations on one patient.
const ofPatient = "/api/v1/patients/{id}"

// purposeParameter documents the header that package problem checks.
func purposeParameter() *huma.Param {
	schema := &huma.Schema{Type: huma.TypeString}
	for _, code := range audit.PurposesOfUse {
		schema.Enum = append(schema.Enum, code)
	}
	return &huma.Param{
		Name: problem.PurposeHeader, In: "header", Schema: schema, Example: "TREAT",
		Description: "Why the record is used: a code of HL7 v3 PurposeOfUse, kept in the audit trail.",
	}
}

// audited returns a context that tells the trail where what is done in it comes from.
func audited(ctx huma.Context, ip string) context.Context {
	return audit.WithRequest(ctx.Context(), audit.Request{
		ID: telemetry.RequestID(ctx.Context()), SourceIP: ip, PurposeOfUse: ctx.Header(problem.PurposeHeader),
	})
}

// noteDenial records that somebody who has signed in was refused an operation (403), or asked for what is not there or
// not theirs to see (404).
func (a *API) noteDenial(ctx context.Context, op *huma.Operation, status int) error {
	r := requestFrom(ctx)
	if r.denied || len(op.Security) == 0 || status != http.StatusForbidden && status != http.StatusNotFound {
		return nil
	}
	r.denied = true
	return a.trail.Note(ctx, audit.Event{
		Action: "operation.call", Outcome: audit.Denied, EntityType: "operation", EntityID: op.OperationID, PatientID: r.patient,
	})
}

// noteRefusal is noteDenial for what is refused before the handler is asked: the answer has been given.
func (a *API) noteRefusal(ctx context.Context, op *huma.Operation, status int) {
	if err := a.noteDenial(ctx, op, status); err != nil {
		slog.ErrorContext(ctx, "a denial is not in the audit trail", "error", err)
	}
}

// patientAskedFor is the patient whom the request's path names, me included; nil when it names none.
func patientAskedFor(ctx huma.Context) uuid.UUID {
	if !strings.HasPrefix(ctx.Operation().Path, ofPatient) {
		return uuid.Nil
	}
	if ctx.Param("id") == "me" {
		return service.AskingPatient(ctx.Context())
	}
	id, _ := uuid.Parse(ctx.Param("id")) // nil for what is none
	return id
}
