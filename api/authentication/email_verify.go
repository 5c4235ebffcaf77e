package authentication

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/account"
)

func registerVerifyEmail(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "verify-email",
		Method:        http.MethodPost,
		Path:          "/verify-email",
		Summary:       "Confirm an e-mail address with the token from a mail",
		Description:   "New accounts get this mail. A token works once.",
		DefaultStatus: http.StatusNoContent,
	})
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn), func(ctx context.Context, in *tokenInput) (*nothing, error) {
		return nil, accounts.VerifyEmail(ctx, r.of, in.Body.Token)
	})
}

func registerResendVerification(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "resend-email-verification",
		Method:        http.MethodPost,
		Path:          "/verify-email/resend",
		Summary:       "Request another mail to confirm your e-mail address",
		Description:   "The new link replaces the previous one. No mail is sent if the address is already confirmed.",
		DefaultStatus: http.StatusAccepted,
		Errors:        []int{http.StatusForbidden},
	})
	endpoint.Write(api, endpoint.Limited(op, endpoint.Mail), func(ctx context.Context, _ *struct{}) (*nothing, error) {
		return nil, accounts.ResendVerification(ctx, r.of)
	})
}
