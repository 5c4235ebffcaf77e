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
	Body validationStepBody
}

type validationStepBody struct {
	To     valueset.ValidationStatus `json:"to"`
	Reason string                    `json:"reason,omitempty" maxLength:"500" example:"The date of birth is not that of the identity card." doc:"Why it is rejected; required then, and out of place otherwise."`
}

func (h handlers) registerValidationStep(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID: "take-patient-validation-step",
		Method:      http.MethodPost,
		Path:        path + "/{id}/validation/steps",
		Summary:     "Take a step of a patient's validation",
		Description: "pending → doctor_validated is for the patient's doctor, doctor_validated → institution_validated for the patient's institution, institution_validated → full_access for the institution and staff with the permission patients:validate. Whoever may take the next step may reject it instead, with a reason. After a rejection they and the patient may ask for pending again. Of several who take a step at the same time one succeeds.",
		Tags:        tags,
		Errors: []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusPreconditionFailed,
			http.StatusPreconditionRequired},
	}, h.takeValidationStep)
}

func (h handlers) takeValidationStep(ctx context.Context, in *validationStepInput) (*validationOutput, error) {
	versions, err := in.Versions(ctx)
	if err != nil {
		return nil, err
	}
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	validation, err := h.patients.Validate(ctx, id, versions, patient.Step{To: in.Body.To, Reason: in.Body.Reason})
	if err != nil {
		return nil, err
	}
	return toValidationOutput(validation), nil
}
