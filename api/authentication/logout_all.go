package authentication

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/auth"
)

func registerLogoutAll(api *endpoint.API, service *auth.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "logout-all",
		Method:        http.MethodPost,
		Path:          "/logout-all",
		Summary:       "Sign out everywhere",
		Description:   "Ends all sessions of your account, including this one.",
		Errors:        []int{http.StatusForbidden},
		DefaultStatus: http.StatusNoContent,
	})
	endpoint.Write(api, endpoint.PrecedesPasswordChange(op), func(ctx context.Context, _ *struct{}) (*nothing, error) {
		return nil, service.LogoutEverywhere(ctx, r.of)
	})
}
