package serviceaccounts

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/serviceaccount"
)

type createInput struct {
	Body serviceAccountCreateBody
}

type serviceAccountCreateBody struct {
	Name   string   `json:"name" minLength:"1" maxLength:"100" example:"laboratory"`
	Role   string   `json:"role" maxLength:"50" example:"editor" doc:"The code of the role."`
	Scopes []string `json:"scopes" nullable:"false" minItems:"1" maxItems:"100" example:"[\"patients:read\"]" doc:"Permissions of the role that the account may use, as resource:action."`
}

type createdOutput struct {
	Location string `header:"Location"`
	ETag     string `header:"ETag"`
	Body     serviceAccountCreatedBody
}

type serviceAccountCreatedBody struct {
	ServiceAccountBody
	ClientSecret string `json:"client_secret" doc:"The first secret. It is shown only this once: store it where the program can read it."`
}

func (h handlers) registerCreate(api *endpoint.API) {
	endpoint.Write(api, endpoint.Secret(endpoint.StepUp(huma.Operation{
		OperationID:   "create-service-account",
		Method:        http.MethodPost,
		Path:          path,
		Summary:       "Create a service account",
		Description:   "For staff with the permission accounts:create who also have every permission that the new account has.",
		Tags:          tags,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
	})), func(ctx context.Context, in *createInput) (*createdOutput, error) {
		account, secret, err := h.accounts.Create(ctx, serviceaccount.NewAccount{
			Name: in.Body.Name, Role: in.Body.Role, Scopes: in.Body.Scopes,
		})
		if err != nil {
			return nil, err
		}
		return &createdOutput{
			Location: path + "/" + account.ID.String(), ETag: endpoint.VersionTag(account.Version),
			Body: serviceAccountCreatedBody{toBody(account), secret},
		}, nil
	})
}
