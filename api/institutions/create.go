package institutions

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/institution"
)

type createInput struct {
	Body institutionCreateBody
}

type institutionCreateBody struct {
	body.New[institution.NewInstitution]
	prepared institution.Prepared
}

type createOutput = endpoint.CreatedOutput[institution.Institution]

func (h handlers) registerCreate(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID:   "create-institution",
		Method:        http.MethodPost,
		Path:          path,
		Summary:       "Create an institution",
		Description:   "Creates an active institution, not verified yet, and the account, both or neither. For staff with the permissions institutions:create and institutions:read.",
		Tags:          tags,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
		Middlewares:   huma.Middlewares{endpoint.Lend(h.institutions)},
	}, func(ctx context.Context, in *createInput) (*createOutput, error) {
		i, err := h.institutions.Create(ctx, in.Body.prepared)
		if err != nil {
			return nil, err
		}
		return &createOutput{Location: path + "/" + i.ID.String(), ETag: endpoint.VersionTag(i.Version), Body: i}, nil
	})
}

// Resolve adds the service's checks to those of the schema, so that the response lists all mistakes at once.
func (b *institutionCreateBody) Resolve(c huma.Context, _ *huma.PathBuffer) []error {
	type prepared = institution.Prepared
	return endpoint.Prepare(c, &b.prepared, func(ctx context.Context, institutions *institution.Service) (prepared, []service.Field, error) {
		return institutions.Prepare(ctx, b.Values)
	})
}
