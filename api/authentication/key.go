package authentication

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/auth"
)

type keysOutput struct {
	CacheControl string `header:"Cache-Control"`
	Body         jwkSetBody
}

type jwkSetBody struct {
	Keys []auth.JWK `json:"keys" nullable:"false"`
}

func registerKeys(api *endpoint.API, service *auth.Service) {
	endpoint.Public(api, huma.Operation{
		OperationID: "list-signing-keys",
		Method:      http.MethodGet,
		Path:        "/.well-known/jwks.json",
		Summary:     "List the keys that verify access tokens",
		Description: "A JWK set (RFC 7517) for services that verify access tokens themselves. Tokens are signed with EdDSA; check iss, aud and the typ at+jwt.",
		Tags:        []string{"auth"},
	}, func(context.Context, *struct{}) (*keysOutput, error) {
		return &keysOutput{CacheControl: "public, max-age=300", Body: jwkSetBody{service.PublicKeys()}}, nil
	})
}
