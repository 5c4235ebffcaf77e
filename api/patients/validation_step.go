package patients

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/patient"
)

type validationStepInput struct {
	endpoint.Precondition
	PathInput
	Body patientValidationStepBody
}

type patientValidationStepBody struct {
	To     valueset.ValidationStatus `json:"to" example:"rejected"`
	Reason string                    `json:"reason,omitempty" maxLength:"500" example:"The date of birth is not that of the identity card." doc:"The reason for a rejection, which requires one. Not allowed for other steps."`
}

func (h handlers) registerValidationStep(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID: "create-patient-validation-step",
		Method:      http.MethodPost,
		Path:        path + "/{id}/validation/steps",
		Summary:     "Take a step of a patient's validation",
		Description: "The steps:\n\n" +
			"- pending → doctor_validated: for the patient's doctor\n" +
			"- doctor_validated → institution_validated: for the patient's institution\n" +
			"- institution_validated → full_access: for the institution and staff with the permission patients:validate\n" +
			"- to rejected, with a reason: for everyone who may take the next step\n" +
			"- rejected → pending: for the patient, their doctor, their institution and staff with the permission patients:validate\n\n" +
			"If several callers take a step at the same time, one succeeds.",
		Tags: tags,
		Errors: []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusPreconditionFailed,
			http.StatusPreconditionRequired},
	}, h.takeValidationStep)
}

func (h handlers) takeValidationStep(ctx context.Context, in *validationStepInput) (*validationOutput, error) {
	id, versions, err := in.Target(ctx, in.ID, h.patients.Me)
	if err != nil {
		return nil, err
	}
	validation, err := h.patients.Validate(ctx, id, versions, patient.Step{To: in.Body.To, Reason: in.Body.Reason})
	if err != nil {
		return nil, err
	}
	return toValidationOutput(validation), nil
}
