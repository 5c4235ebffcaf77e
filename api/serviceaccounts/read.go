package serviceaccounts

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
)

// PathInput is the service account in an operation's path.
type PathInput struct {
	ID string `path:"id" maxLength:"36" doc:"The id of the service account, which is its client_id."`
}

type getInput struct {
	endpoint.Conditional
	PathInput
}

type serviceAccountOutput struct {
	ETag string `header:"ETag"`
	Body ServiceAccountBody
}

func (h handlers) registerList(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-service-accounts",
		Method:      http.MethodGet,
		Path:        path,
		Summary:     "List service accounts by name",
		Description: "For staff with the permission accounts:read.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden},
	}, func(ctx context.Context, in *endpoint.ListInput) (*endpoint.ListOutput[ServiceAccountBody], error) {
		page, err := h.accounts.List(ctx, in.Page())
		if err != nil {
			return nil, err
		}
		return endpoint.List(ctx, page, toBody), nil
	})
}

func (h handlers) registerGet(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-service-account",
		Method:      http.MethodGet,
		Path:        path + "/{id}",
		Summary:     "Read a service account",
		Description: "For staff with the permission accounts:read.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, func(ctx context.Context, in *getInput) (*serviceAccountOutput, error) {
		id, err := endpoint.ID(in.ID)
		if err != nil {
			return nil, err
		}
		account, err := h.accounts.Get(ctx, id)
		if err != nil {
			return nil, err
		}
		out := &serviceAccountOutput{ETag: endpoint.VersionTag(account.Version), Body: toBody(account)}
		return out, in.Check(out.ETag)
	})
}
