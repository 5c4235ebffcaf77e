package serviceaccount

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
)

type addSecretInput struct {
	PathInput
	Body overlapBody
}

type overlapBody struct {
	OverlapSeconds *int `json:"overlap_seconds,omitempty" minimum:"0" maximum:"2592000" doc:"How long the older secret goes on working; a day (86400) when left out."`
}

// overlap is a default of ours: one of the schema would stand for 0 too.
func (b overlapBody) overlap() time.Duration {
	if b.OverlapSeconds == nil {
		return 24 * time.Hour
	}
	return time.Duration(*b.OverlapSeconds) * time.Second
}

type secretOutput struct {
	Body newSecretBody
}

type newSecretBody struct {
	ServiceSecretBody
	ClientSecret string `json:"client_secret" doc:"It is shown this once: keep it where the machine finds it."`
}

type deleteSecretInput struct {
	PathInput
	SecretID string `path:"secret_id" maxLength:"36" doc:"A secret's id."`
}

func (h handlers) registerAddSecret(api *endpoint.API) {
	endpoint.Write(api, endpoint.Secret(huma.Operation{
		OperationID: "add-service-account-secret",
		Method:      http.MethodPost,
		Path:        path + "/{id}/secrets",
		Summary:     "Change a service account's secret",
		Description: "Makes another secret; the older one works on for a while, so that the machine can be given the new one. " +
			"For staff with the permission accounts:update, who must have every permission that the account has.",
		Tags:          tags,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
	}), func(ctx context.Context, in *addSecretInput) (*secretOutput, error) {
		id, err := endpoint.ID(in.ID)
		if err != nil {
			return nil, err
		}
		added, secret, err := h.accounts.AddSecret(ctx, id, in.Body.overlap())
		if err != nil {
			return nil, err
		}
		return &secretOutput{Body: newSecretBody{toSecretBody(added), secret}}, nil
	})
}

func (h handlers) registerDeleteSecret(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID:   "delete-service-account-secret",
		Method:        http.MethodDelete,
		Path:          path + "/{id}/secrets/{secret_id}",
		Summary:       "End a service account's secret",
		Description:   "At once, with the access tokens that it was used for. Needs what changing the secret needs.",
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
