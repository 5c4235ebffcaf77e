package authentication

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/account"
)

type passwordChangeInput struct {
	Body passwordChangeBody
}

type passwordChangeBody struct {
	CurrentPassword string `json:"current_password" maxLength:"1024" format:"password" example:"your password"`
	NewPassword     string `json:"new_password" maxLength:"1024" format:"password" example:"seven green bicycles sing" doc:"At least 8 characters (15 or more are better) and at most 72 bytes. Not a common password, and not one based on the name or the e-mail address."`
}

func registerChangePassword(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "change-password",
		Method:        http.MethodPost,
		Path:          "/change-password",
		Summary:       "Change your password",
		Description:   "Ends your other sessions but not this one. Wrong current passwords count as failed sign-ins.",
		DefaultStatus: http.StatusNoContent,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
	})
	op = endpoint.StepUp(endpoint.PrecedesPasswordChange(endpoint.Limited(op, endpoint.SignIn)))
	endpoint.Write(api, op, func(ctx context.Context, in *passwordChangeInput) (*nothing, error) {
		return nil, accounts.ChangePassword(ctx, r.of, account.PasswordChange{
			Current: in.Body.CurrentPassword, New: in.Body.NewPassword, IP: endpoint.ClientIP(ctx),
		})
	})
}
