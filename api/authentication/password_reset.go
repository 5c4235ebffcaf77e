package authentication

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/account"
)

type resetPasswordInput struct {
	Body passwordResetBody
}

type passwordResetBody struct {
	Token       string `json:"token" maxLength:"200" example:"F6XKQ2V5M3ZJ7NWT4RDPLB0HGA" doc:"The text after #token= in the link in the mail."`
	NewPassword string `json:"new_password" maxLength:"1024" format:"password" example:"seven green bicycles sing" doc:"At least 8 characters (15 or more are better) and at most 72 bytes. Not a common password, and not one based on the name or the e-mail address."`
}

func registerResetPassword(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "reset-password",
		Method:        http.MethodPost,
		Path:          "/reset-password",
		Summary:       "Set a new password with the token from a mail",
		Description:   "Also accepts an invitation. Unlocks the account, confirms its e-mail address and ends all its sessions; sign in afterwards. A token works once.",
		DefaultStatus: http.StatusNoContent,
		Errors:        []int{http.StatusConflict},
	})
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn), func(ctx context.Context, in *resetPasswordInput) (*nothing, error) {
		return nil, accounts.ResetPassword(ctx, r.of, in.Body.Token, in.Body.NewPassword)
	})
}
