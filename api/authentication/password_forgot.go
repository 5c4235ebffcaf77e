package authentication

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/account"
)

type forgotPasswordInput struct {
	Body passwordResetRequestBody
}

type passwordResetRequestBody struct {
	Email string `json:"email" maxLength:"254" example:"ana@example.org"`
}

func registerForgotPassword(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "forgot-password",
		Method:        http.MethodPost,
		Path:          "/forgot-password",
		Summary:       "Request a mail to set a new password",
		Description:   "The response is the same whether or not the address has an account. A new link replaces the previous one.",
		DefaultStatus: http.StatusAccepted,
	})
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn, endpoint.Mail), func(ctx context.Context, in *forgotPasswordInput) (*nothing, error) {
		return nil, accounts.ForgotPassword(ctx, r.of, in.Body.Email)
	})
}
