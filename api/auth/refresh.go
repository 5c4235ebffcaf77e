package auth

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/auth"
)

type refreshInput struct {
	UserAgent string `header:"User-Agent" hidden:"true"`
	Body      refreshBody
}

type refreshBody struct {
	RefreshToken string `json:"refresh_token" maxLength:"1024" format:"password"`
}

func registerRefresh(api *endpoint.API, service *auth.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "refresh",
		Method:      http.MethodPost,
		Path:        "/refresh",
		Summary:     "Exchange a refresh token for new tokens",
		Description: "Each refresh token is used once. When the answer was lost, send it again within ten seconds, before the " +
			"new one is used. Any other reuse means that two have it, and ends the session. Whatever the reason why it fails, " +
			"the answer is the same.",
		Errors: []int{http.StatusUnauthorized},
	})
	// It doesn't count as a sign-in: nobody guesses a token, and all who share an address would be shut out by one of them.
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
