package patient

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
)

type transferInput struct {
	PathInput
	Body transferBody
}

type transferBody struct {
	DoctorID      string  `json:"doctor_id" format:"uuid" doc:"Who takes the patient over: an active doctor."`
	InstitutionID *string `json:"institution_id,omitempty" format:"uuid" doc:"That of the doctor, which it is without."`
}

func (h handlers) registerTransfer(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID: "transfer-patient",
		Method:      http.MethodPost,
		Path:        path + "/{id}/transfer",
		Summary:     "Transfer a patient to another doctor",
		Description: "The patient becomes one of that doctor and of the doctor's institution; the record and its history stay, the validation starts again. Institutions transfer between their own doctors; staff with the permissions patients:update and doctors:read to any.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, h.transfer)
}

func (h handlers) transfer(ctx context.Context, in *transferInput) (*output, error) {
	patientID, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	p, err := h.patients.Transfer(ctx, patientID, id(&in.Body.DoctorID), id(in.Body.InstitutionID))
	if err != nil {
		return nil, err
	}
	return toOutput(p), nil
}
