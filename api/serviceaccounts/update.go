package serviceaccounts

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/serviceaccount"
)

type updateInput struct {
	PathInput
	endpoint.Precondition
	Body serviceAccountUpdateBody `contentType:"application/merge-patch+json"`
}

type serviceAccountUpdateBody struct {
	Name   *string  `json:"name,omitempty" minLength:"1" maxLength:"100" example:"laboratory"`
	Role   *string  `json:"role,omitempty" maxLength:"50" example:"editor" doc:"The code of the role."`
	Scopes []string `json:"scopes,omitempty" nullable:"false" minItems:"1" maxItems:"100" doc:"Permissions of the role. They replace the previous scopes."`
	Active *bool    `json:"active,omitempty" doc:"false disables the account and the access tokens that it has."`
}

func (h handlers) registerUpdate(api *endpoint.API) {
	endpoint.Patch(api, endpoint.StepUp(huma.Operation{
		OperationID: "update-service-account",
		Path:        path + "/{id}",
		Summary:     "Change a service account",
		Description: "The change applies to existing access tokens within a second. For staff with the permission accounts:update who also have " +
			"every permission that the account has, before and after the change.",
		Tags:   tags,
		Errors: []int{http.StatusConflict},
	}), func(ctx context.Context, in *updateInput) (*serviceAccountOutput, error) {
		versions, err := in.Versions(ctx)
		if err != nil {
			return nil, err
		}
		id, err := endpoint.ID(in.ID)
		if err != nil {
			return nil, err
		}
		account, err := h.accounts.Update(ctx, id, versions, serviceaccount.Change{
			Name: in.Body.Name, Role: in.Body.Role, Scopes: in.Body.Scopes, Active: in.Body.Active,
		})
		if err != nil {
			return nil, err
		}
		return &serviceAccountOutput{ETag: endpoint.VersionTag(account.Version), Body: toBody(account)}, nil
	})
}
