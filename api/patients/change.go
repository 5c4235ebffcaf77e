package patients

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/patient"
)

// changeInput is the input of an operation that changes a T of one patient.
type changeInput[T any] struct {
	endpoint.Precondition
	PathInput
	Body body.Change[T] `contentType:"application/merge-patch+json"`
}

func (h handlers) registerChange(api *endpoint.API) {
	endpoint.Patch(api, huma.Operation{
		OperationID: "update-patient",
		Path:        path + "/{id}",
		Summary:     "Change a patient",
		Description: "Patients can change their emergency contact. Their doctor, their institution and staff with the permission patients:update can change everything. To change the doctor, transfer the patient.",
		Tags:        tags,
	}, h.change)
}

func (h handlers) change(ctx context.Context, in *changeInput[patient.Patient]) (*output, error) {
	id, versions, err := in.Target(ctx, in.ID, h.patients.Me)
	if err != nil {
		return nil, err
	}
	p, err := h.patients.Change(ctx, id, versions, in.Body.Values)
	if err != nil {
		return nil, err
	}
	return toOutput(p), nil
}
