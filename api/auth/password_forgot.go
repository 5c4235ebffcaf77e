package auth

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/account"
)

type forgotPasswordInput struct {
	Body forgotPasswordBody
}

type forgotPasswordBody struct {
	Email string `json:"email" maxLength:"254" example:"ana@example.org"`
}

func registerForgotPassword(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "forgot-password",
		Method:        http.MethodPost,
		Path:          "/forgot-password",
		Summary:       "Ask for a mail to set a new password",
		Description:   "The answer is the same, whether the address has an account or not. A new link replaces the one before.",
		DefaultStatus: http.StatusAccepted,
	})
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn, endpoint.Mail), func(ctx context.Context, in *forgotPasswordInput) (*nothing, error) {
		return nil, accounts.ForgotPassword(ctx, r.of, in.Body.Email)
	})
}
