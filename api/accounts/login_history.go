package accounts

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/audit"
)

type historyInput struct {
	PathInput
	endpoint.ListInput
}

type loginAttemptBody struct {
	OccurredAt time.Time `json:"occurred_at"`
	Action     string    `json:"action" enum:"auth.login,account.locked"`
	Outcome    string    `json:"outcome" enum:"success,denied,failure" doc:"denied means that the account was locked and the password was not checked."`
	IP         *string   `json:"ip" doc:"The address that the attempt came from; null when unknown."`
}

func (r realm) registerLoginHistory(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-" + r.noun + "-login-history",
		Method:      http.MethodGet,
		Path:        r.path + "/{id}/login-history",
		Summary:     "List the sign-ins of " + r.one,
		Description: "Taken from the audit trail, newest first. Includes failed sign-ins and lockouts. New events appear within " +
			"seconds. For staff with the permission " + r.resource + ":read.",
		Tags:   []string{"accounts"},
		Errors: []int{http.StatusForbidden, http.StatusNotFound},
	}, func(ctx context.Context, in *historyInput) (*endpoint.ListOutput[loginAttemptBody], error) {
		id, err := endpoint.ID(in.ID)
		if err != nil {
			return nil, err
		}
		page, err := r.accounts.LoginHistory(ctx, id, in.Page())
		if err != nil {
			return nil, err
		}
		return endpoint.List(ctx, page, toAttemptBody), nil
	})
}

func toAttemptBody(e audit.SealedEvent) loginAttemptBody {
	return loginAttemptBody{OccurredAt: e.OccurredAt.UTC(), Action: e.Action, Outcome: string(e.Outcome), IP: e.SourceIP}
}
