package authentication

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/auth"
)

type refreshInput struct {
	UserAgent string `header:"User-Agent" hidden:"true"`
	Body      tokenRefreshBody
}

type tokenRefreshBody struct {
	RefreshToken string `json:"refresh_token" maxLength:"1024" format:"password" example:"Q7ZKX3MWV5TNRD2FJ4H6PLBYGCF6XKQ2V5M3ZJ7NWT4RDPLB0HGA"`
}

func registerRefresh(api *endpoint.API, service *auth.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "refresh",
		Method:      http.MethodPost,
		Path:        "/refresh",
		Summary:     "Exchange a refresh token for new tokens",
		Description: "Each refresh token works once. If you lose the response, send the same token again within ten seconds and before " +
			"you use the new one. Any other reuse means that two parties have the token, and ends the session. If the request fails, " +
			"the response is the same whatever the reason.",
		Errors: []int{http.StatusUnauthorized},
	})
	// This doesn't count as a sign-in: nobody can guess a token, and one caller could shut out all who share an address.
	endpoint.Public(api, op, func(ctx context.Context, in *refreshInput) (*loginOutput, error) {
		grant, err := service.Refresh(ctx, r.of, auth.Refresh{
			Token: in.Body.RefreshToken, IP: endpoint.ClientIP(ctx), UserAgent: in.UserAgent,
		})
		if err != nil {
			return nil, err
		}
		return &loginOutput{Body: toGrantBody(grant)}, nil
	})
}
