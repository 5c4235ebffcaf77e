package serviceaccounts

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
)

type addSecretInput struct {
	PathInput
	Body serviceAccountSecretCreateBody
}

type serviceAccountSecretCreateBody struct {
	OverlapSeconds *int `json:"overlap_seconds,omitempty" minimum:"0" maximum:"2592000" example:"3600" doc:"How long the older secret keeps working, in seconds; one day (86400) when left out."`
}

// overlap returns how long the older secret keeps working. The default is set here, because a default in the schema would
// also replace a 0.
func (b serviceAccountSecretCreateBody) overlap() time.Duration {
	if b.OverlapSeconds == nil {
		return 24 * time.Hour
	}
	return time.Duration(*b.OverlapSeconds) * time.Second
}

type secretOutput struct {
	Body serviceAccountSecretCreatedBody
}

type serviceAccountSecretCreatedBody struct {
	ServiceAccountSecretBody
	ClientSecret string `json:"client_secret" doc:"It is shown only this once: store it where the program can read it."`
}

type deleteSecretInput struct {
	PathInput
	SecretID string `path:"secret_id" maxLength:"36" doc:"The id of the secret."`
}

func (h handlers) registerAddSecret(api *endpoint.API) {
	endpoint.Write(api, endpoint.Secret(endpoint.StepUp(huma.Operation{
		OperationID: "create-service-account-secret",
		Method:      http.MethodPost,
		Path:        path + "/{id}/secrets",
		Summary:     "Add a secret to a service account",
		Description: "The older secret keeps working for a while, so that you can give the program the new one. For staff with the permission " +
			"accounts:update who also have every permission that the account has.",
		Tags:          tags,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
	})), func(ctx context.Context, in *addSecretInput) (*secretOutput, error) {
		id, err := endpoint.ID(in.ID)
		if err != nil {
			return nil, err
		}
		added, secret, err := h.accounts.AddSecret(ctx, id, in.Body.overlap())
		if err != nil {
			return nil, err
		}
		return &secretOutput{Body: serviceAccountSecretCreatedBody{toSecretBody(added), secret}}, nil
	})
}

func (h handlers) registerDeleteSecret(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID:   "delete-service-account-secret",
		Method:        http.MethodDelete,
		Path:          path + "/{id}/secrets/{secret_id}",
		Summary:       "Delete a service account's secret",
		Description:   "The secret and the access tokens that were issued for it stop working at once. For staff with the permission accounts:update who also have every permission that the account has.",
		Tags:          tags,
		DefaultStatus: http.StatusNoContent,
		Errors:        []int{http.StatusForbidden, http.StatusNotFound},
	}, func(ctx context.Context, in *deleteSecretInput) (*struct{}, error) {
		id, err := endpoint.ID(in.ID)
		if err != nil {
			return nil, err
		}
		secretID, err := endpoint.ID(in.SecretID)
		if err != nil {
			return nil, err
		}
		return nil, h.accounts.DeleteSecret(ctx, id, secretID)
	})
}
