package authentication

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/auth"
)

type sessionBody struct {
	SessionTimesBody
	Device  *string `json:"device" doc:"What the device called itself (User-Agent); null when it sent nothing."`
	IP      *string `json:"ip" doc:"The address that the session was last refreshed from; null when unknown."`
	Current bool    `json:"current" doc:"Whether this is the session that you are using."`
}

func registerSessionList(api *endpoint.API, service *auth.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "list-sessions",
		Method:      http.MethodGet,
		Path:        "/sessions",
		Summary:     "List your sessions",
		Description: "The open sessions of your account, newest first.",
		Errors:      []int{http.StatusForbidden},
	})
	endpoint.Read(api, op, func(ctx context.Context, in *endpoint.ListInput) (*endpoint.ListOutput[sessionBody], error) {
		page, err := service.Sessions(ctx, r.of, in.Page())
		if err != nil {
			return nil, err
		}
		return endpoint.List(ctx, page, toSessionBody), nil
	})
}

func toSessionBody(s auth.Session) sessionBody {
	body := sessionBody{SessionTimesBody: toSessionTimesBody(s.SessionTimes), Current: s.Current}
	if s.UserAgent != "" {
		body.Device = &s.UserAgent
	}
	if s.IP != "" {
		body.IP = &s.IP
	}
	return body
}
