// Package serviceaccounts has the operations that manage service accounts, and those with which programs sign in.
package serviceaccounts

import (
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/serviceaccount"
)

const path = "/api/v1/cms/service-accounts"

var tags = []string{"service accounts"}

type handlers struct{ accounts *serviceaccount.Service }

// Register registers the operations on api.
func Register(api *endpoint.API, accounts *serviceaccount.Service) {
	h := handlers{accounts}
	h.registerToken(api)
	h.registerIntrospect(api)
	h.registerList(api)
	h.registerGet(api)
	h.registerCreate(api)
	h.registerUpdate(api)
	h.registerAddSecret(api)
	h.registerDeleteSecret(api)
}

// ServiceAccountBody describes a service account. It is exported because the OpenAPI document leaves out the members of
// embedded types that are not.
type ServiceAccountBody struct {
	ID         uuid.UUID                  `json:"id" format:"uuid" doc:"The id, which is also the client_id."`
	Name       string                     `json:"name" example:"laboratory"`
	Role       string                     `json:"role" example:"editor" doc:"The code of the role."`
	Scopes     []string                   `json:"scopes" nullable:"false" example:"[\"patients:read\"]" doc:"The permissions that the account may use, out of those of its role."`
	Active     bool                       `json:"active"`
	LastUsedAt *time.Time                 `json:"last_used_at" doc:"When the account last got a token, to the minute."`
	Secrets    []ServiceAccountSecretBody `json:"secrets" nullable:"false" doc:"The account's secrets, without their values, which nobody can read again."`
	CreatedAt  time.Time                  `json:"created_at"`
	UpdatedAt  time.Time                  `json:"updated_at"`
	Version    int                        `json:"version" doc:"Increases with each change. The ETag is derived from it."`
}

// ServiceAccountSecretBody describes a secret, without its value. It is exported for the same reason as ServiceAccountBody.
type ServiceAccountSecretBody struct {
	ID        uuid.UUID  `json:"id" format:"uuid"`
	CreatedAt time.Time  `json:"created_at"`
	ExpiresAt *time.Time `json:"expires_at" doc:"When the secret stops working; null for never."`
}

func toBody(a *serviceaccount.ServiceAccount) ServiceAccountBody {
	body := ServiceAccountBody{
		ID: a.ID, Name: a.Name, Role: a.Role, Scopes: a.Scopes, Active: a.Active, LastUsedAt: endpoint.UTC(a.LastUsedAt),
		Secrets: []ServiceAccountSecretBody{}, CreatedAt: a.CreatedAt.UTC(), UpdatedAt: a.UpdatedAt.UTC(), Version: a.Version,
	}
	for _, secret := range a.Secrets {
		body.Secrets = append(body.Secrets, toSecretBody(secret))
	}
	return body
}

func toSecretBody(s serviceaccount.Secret) ServiceAccountSecretBody {
	return ServiceAccountSecretBody{ID: s.ID, CreatedAt: s.CreatedAt.UTC(), ExpiresAt: endpoint.UTC(s.ExpiresAt)}
}
