package authentication

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/auth"
)

type sessionEndInput struct {
	ID string `path:"id" maxLength:"36" doc:"The id of one of your sessions."`
}

func registerSessionEnd(api *endpoint.API, service *auth.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "delete-session",
		Method:        http.MethodDelete,
		Path:          "/sessions/{id}",
		Summary:       "End one of your sessions",
		Description:   "Signs a device out, as logout does. The response is 404 for somebody else's session, as it is for one that doesn't exist or has ended.",
		Errors:        []int{http.StatusForbidden, http.StatusNotFound},
		DefaultStatus: http.StatusNoContent,
	})
	endpoint.Write(api, op, func(ctx context.Context, in *sessionEndInput) (*nothing, error) {
		id, err := endpoint.ID(in.ID)
		if err != nil {
			return nil, err
		}
		return nil, service.EndSession(ctx, r.of, id)
	})
}
