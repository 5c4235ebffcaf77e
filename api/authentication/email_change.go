package authentication

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
	Password string `json:"password" maxLength:"1024" format:"password" example:"your password" doc:"The account's current password."`
}

func registerChangeEmail(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "change-email",
		Method:      http.MethodPost,
		Path:        "/change-email",
		Summary:     "Request a change of your e-mail address",
		Description: "The new address gets a link that confirms it; nothing changes until then. The old address gets a notice. " +
			"The response is the same if another account has the address. Wrong passwords count as failed sign-ins.",
		DefaultStatus: http.StatusAccepted,
		Errors:        []int{http.StatusForbidden},
	})
	endpoint.Write(api, endpoint.StepUp(endpoint.Limited(op, endpoint.SignIn, endpoint.Mail)), func(ctx context.Context, in *emailChangeInput) (*nothing, error) {
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
		Summary:       "Confirm a new e-mail address with the token from a mail",
		Description:   "From then on, you sign in with the new address. A token works once.",
		DefaultStatus: http.StatusNoContent,
		Errors:        []int{http.StatusConflict},
	})
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn), func(ctx context.Context, in *tokenInput) (*nothing, error) {
		return nil, accounts.ConfirmEmailChange(ctx, r.of, in.Body.Token)
	})
}
