package serviceaccounts

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service/serviceaccount"
)

type tokenOutput struct {
	Body tokenBody
}

type tokenBody struct {
	AccessToken string `json:"access_token" doc:"Send it in the header Authorization: Bearer."`
	TokenType   string `json:"token_type" enum:"Bearer"`
	ExpiresIn   int    `json:"expires_in" example:"600" doc:"The lifetime of the token, in seconds. There is no refresh token: request another access token."`
	Scope       string `json:"scope" example:"patients:read doctors:read" doc:"The scopes of the token, separated by spaces."`
}

func (h handlers) registerToken(api *endpoint.API) {
	op := huma.Operation{
		OperationID: "create-token",
		Method:      http.MethodPost,
		Path:        "/api/v1/auth/token",
		Summary:     "Sign in with a service account",
		Description: "OAuth 2.0 client credentials (RFC 6749, section 4.4): the client_id and the client_secret of a service account, in an " +
			"Authorization: Basic header or in the form. Errors also have the OAuth members error and error_description.",
		Tags:        []string{"service accounts"},
		Errors:      []int{http.StatusUnauthorized},
		RequestBody: &huma.RequestBody{Content: map[string]*huma.MediaType{}},
	}
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn), h.token)
	describe(&op, []string{"grant_type"}, map[string]*huma.Schema{
		"grant_type": {Type: "string", Enum: []any{"client_credentials"}},
		"scope":      {Type: "string", Description: "The scopes that you want, separated by spaces; all scopes of the account when left out."},
	})
}

func (h handlers) token(ctx context.Context, in *oauthInput) (*tokenOutput, error) {
	form, credentials, err := in.read(ctx)
	if err != nil {
		return nil, err
	}
	switch form.Get("grant_type") {
	case "client_credentials":
	case "":
		return nil, problem.OAuth(ctx, "invalid_request", "The parameter grant_type is missing. Send client_credentials.")
	default:
		return nil, problem.OAuth(ctx, "unsupported_grant_type", "The only grant_type is client_credentials.")
	}
	grant, err := h.accounts.Token(ctx, credentials, serviceaccount.ParseScopes(form.Get("scope")))
	if err != nil {
		return nil, oauthError(ctx, err)
	}
	return &tokenOutput{Body: tokenBody{
		AccessToken: grant.AccessToken, TokenType: "Bearer",
		ExpiresIn: int(grant.ExpiresIn / time.Second), Scope: strings.Join(grant.Scopes, " "),
	}}, nil
}
