package patients

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/patient"
)

func (h handlers) registerGetHealthProfile(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-patient-health-profile",
		Method:      http.MethodGet,
		Path:        path + "/{id}/health-profile",
		Summary:     "Read a patient's health profile",
		Description: "For everyone who may see the patient, except insurers, who get a 404. Colleagues of the patient's doctor see no notes.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, h.getHealthProfile)
}

func (h handlers) getHealthProfile(ctx context.Context, in *conditionalInput) (*endpoint.ResourceOutput[patient.HealthProfile], error) {
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	out, err := endpoint.Answer(h.patients.HealthProfile(ctx, id))
	if err != nil {
		return nil, err
	}
	return out, in.Check(out.ETag)
}

func (h handlers) registerChangeHealthProfile(api *endpoint.API) {
	endpoint.Patch(api, huma.Operation{
		OperationID: "update-patient-health-profile",
		Path:        path + "/{id}/health-profile",
		Summary:     "Change a patient's health profile",
		Description: "Patients can change their answers on smoking, alcohol and activity. Their doctor, their institution (unless it is an insurer) and staff with the permission patients:update can change everything.",
		Tags:        tags,
	}, h.changeHealthProfile)
}

func (h handlers) changeHealthProfile(
	ctx context.Context, in *changeInput[patient.HealthProfile],
) (*endpoint.ResourceOutput[patient.HealthProfile], error) {
	id, versions, err := in.Target(ctx, in.ID, h.patients.Me)
	if err != nil {
		return nil, err
	}
	return endpoint.Answer(h.patients.ChangeHealthProfile(ctx, id, versions, in.Body.Values))
}
