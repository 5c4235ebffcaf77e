package auth

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/account"
)

type emailChangeInput struct {
	Body emailChangeBody
}

type emailChangeBody struct {
	Email    string `json:"email" maxLength:"254" example:"ana@example.org" doc:"The new address."`
	Password string `json:"password" maxLength:"1024" format:"password" doc:"That of the account, again."`
}

func registerChangeEmail(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "change-email",
		Method:      http.MethodPost,
		Path:        "/change-email",
		Summary:     "Ask for another e-mail address",
		Description: "The new address gets a link that confirms it, and until then nothing changes; the old one gets a notice. " +
			"The answer is the same when another account has the address. Wrong passwords count like failed sign-ins.",
		DefaultStatus: http.StatusAccepted,
		Errors:        []int{http.StatusForbidden},
	})
	endpoint.Write(api, endpoint.Limited(op, endpoint.SignIn, endpoint.Mail), func(ctx context.Context, in *emailChangeInput) (*nothing, error) {
		return nil, accounts.ChangeEmail(ctx, r.of, account.EmailChange{
			Email: in.Body.Email, Password: in.Body.Password, IP: endpoint.ClientIP(ctx),
		})
	})
}

func registerConfirmEmailChange(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "confirm-email-change",
		Method:        http.MethodPost,
		Path:          "/change-email/confirm",
		Summary:       "Change the e-mail address with the token from a mail",
		Description:   "From then on the account signs in with the new address. A token works once.",
		DefaultStatus: http.StatusNoContent,
		Errors:        []int{http.StatusConflict},
	})
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn), func(ctx context.Context, in *tokenInput) (*nothing, error) {
		return nil, accounts.ConfirmEmailChange(ctx, r.of, in.Body.Token)
	})
}
