package authentication

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/auth"
)

type stepUpInput struct {
	Body stepUpBody
}

type stepUpBody struct {
	OTP string `json:"otp" maxLength:"40" format:"password" example:"287082" doc:"A code of the authenticator, or a recovery code."`
}

type accessTokenOutput struct {
	Body accessTokenBody
}

type accessTokenBody struct {
	AccessToken string `json:"access_token" example:"eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl" doc:"Use it instead of the previous one."`
	TokenType   string `json:"token_type" enum:"Bearer"`
	ExpiresIn   int    `json:"expires_in" example:"600" doc:"The lifetime of the access token, in seconds."`
}

func registerStepUp(api *endpoint.API, service *auth.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "step-up",
		Method:      http.MethodPost,
		Path:        "/step-up",
		Summary:     "Prove your second factor again",
		Description: "Returns an access token with which operations that answer step_up_required work for five minutes. The refresh token " +
			"stays the same. Wrong codes count as failed sign-ins. Each code works once.",
		Errors: []int{http.StatusForbidden, http.StatusConflict},
	})
	op = endpoint.PrecedesPasswordChange(endpoint.Limited(op, endpoint.SignIn))
	endpoint.Write(api, op, func(ctx context.Context, in *stepUpInput) (*accessTokenOutput, error) {
		token, lifetime, err := service.StepUp(ctx, r.of, in.Body.OTP, endpoint.ClientIP(ctx))
		if err != nil {
			return nil, err
		}
		return &accessTokenOutput{accessTokenBody{AccessToken: token, TokenType: "Bearer", ExpiresIn: int(lifetime / time.Second)}}, nil
	})
}
