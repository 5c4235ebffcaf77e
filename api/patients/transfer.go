package patients

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
)

type transferInput struct {
	PathInput
	Body patientTransferBody
}

type patientTransferBody struct {
	DoctorID      string  `json:"doctor_id" format:"uuid" doc:"The doctor who takes over the patient; must be active."`
	InstitutionID *string `json:"institution_id,omitempty" format:"uuid" doc:"The doctor's institution, which is also the default."`
}

func (h handlers) registerTransfer(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID: "transfer-patient",
		Method:      http.MethodPost,
		Path:        path + "/{id}/transfer",
		Summary:     "Transfer a patient to another doctor",
		Description: "The patient moves to that doctor and the doctor's institution. The record and its history stay; the validation starts again. Institutions can transfer between their own doctors, staff with the permissions patients:update and doctors:read to any doctor.",
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

// id returns an id that was sent as text; nil for none, and for one that the schema refuses.
func id(text *string) uuid.UUID {
	if text == nil {
		return uuid.Nil
	}
	parsed, _ := uuid.Parse(*text)
	return parsed
}
