package doctors

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/doctor"
)

type changeInput struct {
	endpoint.Precondition
	PathInput
	Body doctorUpdateBody `contentType:"application/merge-patch+json"`
}

type doctorUpdateBody struct{ body.Change[doctor.Doctor] }

func (h handlers) registerChange(api *endpoint.API) {
	endpoint.Patch(api, endpoint.Limited(huma.Operation{
		OperationID: "update-doctor",
		Path:        path + "/{id}",
		Summary:     "Change a doctor",
		Description: "Active doctors can change their own gender, years of experience and consultation fee. Their institution, and staff with the permission doctors:update, can change everything. Only those three can be removed. The status has operations of its own.",
		Tags:        tags,
		Errors:      []int{http.StatusConflict},
	}, endpoint.Taken), h.change)
}

func (h handlers) change(ctx context.Context, in *changeInput) (*output, error) {
	id, versions, err := in.Target(ctx, in.ID, h.doctors.Me)
	if err != nil {
		return nil, err
	}
	d, err := h.doctors.Change(ctx, id, versions, in.Body.Values)
	if err != nil {
		return nil, err
	}
	return toOutput(d), nil
}
