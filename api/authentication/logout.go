package authentication

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/auth"
)

func registerLogout(api *endpoint.API, service *auth.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "logout",
		Method:        http.MethodPost,
		Path:          "/logout",
		Summary:       "Sign out",
		Description:   "Ends the session: its refresh token no longer works, and its access tokens are refused everywhere within a second.",
		Errors:        []int{http.StatusForbidden},
		DefaultStatus: http.StatusNoContent,
	})
	endpoint.Write(api, endpoint.PrecedesPasswordChange(op), func(ctx context.Context, _ *struct{}) (*nothing, error) {
		return nil, service.Logout(ctx, r.of)
	})
}
