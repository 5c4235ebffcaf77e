package institutions

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/institution"
)

type changeInput struct {
	endpoint.Precondition
	PathInput
	Body institutionUpdateBody `contentType:"application/merge-patch+json"`
}

type institutionUpdateBody struct {
	body.Change[institution.Institution]
}

func (h handlers) registerChange(api *endpoint.API) {
	endpoint.Patch(api, huma.Operation{
		OperationID: "update-institution",
		Path:        path + "/{id}",
		Summary:     "Change an institution",
		Description: "Active institutions can change their own website, staff with the permission institutions:update everything. Only the website can be removed. Verifying, deactivating and reactivating are operations of their own.",
		Tags:        tags,
		Errors:      []int{http.StatusConflict},
	}, h.change)
}

func (h handlers) change(ctx context.Context, in *changeInput) (*output, error) {
	id, versions, err := in.Target(ctx, in.ID, h.institutions.Me)
	if err != nil {
		return nil, err
	}
	return endpoint.Answer(h.institutions.Change(ctx, id, versions, in.Body.Values))
}
