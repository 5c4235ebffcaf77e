package patients

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/patient"
)

type validationOutput struct {
	ETag string `header:"ETag"`
	Body ValidationBody
}

// Patient returns the id of the patient whose record this is.
func (o *validationOutput) Patient() uuid.UUID { return o.Body.PatientID }

// ValidationBody is a validation in a response.
type ValidationBody struct {
	PatientID       uuid.UUID                 `json:"patient_id" format:"uuid"`
	Status          valueset.ValidationStatus `json:"status"`
	RejectionReason *string                   `json:"rejection_reason" doc:"The reason while the status is rejected; otherwise null."`
	NextSteps       []nextStepBody            `json:"next_steps" nullable:"false" doc:"The steps that are possible now; empty if there are none, as from full_access."`
	History         []validationEventBody     `json:"history" nullable:"false" doc:"The last 500 steps, newest first. A transfer to another doctor is a step back to pending."`
	Version         int                       `json:"version" doc:"The version of the patient. Increases with each change. The ETag is derived from it."`
}

type nextStepBody struct {
	To      valueset.ValidationStatus `json:"to"`
	TakenBy []string                  `json:"taken_by" nullable:"false" enum:"patient,doctor,institution,staff" doc:"Who may take the step: the patient, their doctor, their institution, or staff with the permission patients:validate."`
	MayTake bool                      `json:"may_take" doc:"Whether you may take the step."`
}

type validationEventBody struct {
	OccurredAt time.Time                  `json:"occurred_at"`
	From       *valueset.ValidationStatus `json:"from" doc:"null at registration."`
	To         valueset.ValidationStatus  `json:"to"`
	By         partyBody                  `json:"by"`
	Reason     *string                    `json:"reason" doc:"The reason for a rejection; otherwise null."`
}

func (h handlers) registerValidation(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-patient-validation",
		Method:      http.MethodGet,
		Path:        path + "/{id}/validation",
		Summary:     "Read a patient's validation",
		Description: "The status, its history, the steps that are possible now and who may take them. For everyone who may see the patient.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, h.validation)
}

func (h handlers) validation(ctx context.Context, in *conditionalInput) (*validationOutput, error) {
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	validation, err := h.patients.Validation(ctx, id)
	if err != nil {
		return nil, err
	}
	out := toValidationOutput(validation)
	return out, in.Check(out.ETag)
}

func toValidationOutput(v *patient.Validation) *validationOutput {
	return &validationOutput{ETag: endpoint.VersionTag(v.Version), Body: ToValidation(v)}
}

// ToValidation converts a validation.
func ToValidation(v *patient.Validation) ValidationBody {
	body := ValidationBody{
		PatientID: v.PatientID, Status: v.Status, RejectionReason: v.RejectionReason, Version: v.Version,
		NextSteps: make([]nextStepBody, len(v.Next)), History: make([]validationEventBody, len(v.History)),
	}
	for i, step := range v.Next {
		by := make([]string, len(step.By))
		for j, taker := range step.By {
			by[j] = string(taker)
		}
		body.NextSteps[i] = nextStepBody{step.To, by, step.Yours}
	}
	for i, e := range v.History {
		body.History[i] = validationEventBody{e.At.UTC(), e.From, e.To, partyBody(e.By), e.Reason}
	}
	return body
}
