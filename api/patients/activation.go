package patients

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/patient"
)

func (h handlers) registerActivation(api *endpoint.API) {
	for _, action := range []struct {
		name, summary, description string
		do                         func(context.Context, uuid.UUID) (*patient.Patient, error)
	}{
		{"deactivate", "Deactivate a patient", "Takes the patient out of care. Lists and statistics leave the patient out. The record stays as it is, and everyone who may read it still can.", h.patients.Deactivate},
		{"reactivate", "Reactivate a patient", "Takes the patient into care again, so that lists and statistics include them. If the patient's doctor is not active, the response is 409: transfer the patient first.", h.patients.Reactivate},
	} {
		endpoint.Write(api, huma.Operation{
			OperationID: action.name + "-patient",
			Method:      http.MethodPost,
			Path:        path + "/{id}/" + action.name,
			Summary:     action.summary,
			Description: action.description + " For the patient's institution and staff with the permission patients:update. Repeating the request changes nothing.",
			Tags:        tags,
			Errors:      []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
		}, func(ctx context.Context, in *PathInput) (*output, error) {
			id, err := h.id(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			p, err := action.do(ctx, id)
			if err != nil {
				return nil, err
			}
			return toOutput(p), nil
		})
	}
}
