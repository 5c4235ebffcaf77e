package authentication

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/auth"
)

type sessionCheckOutput struct {
	Body sessionCheckBody
}

type sessionCheckBody struct {
	AccountID          uuid.UUID        `json:"account_id" format:"uuid"`
	UserType           string           `json:"user_type" enum:"patient,doctor,institution,cms_user"`
	RecordID           *uuid.UUID       `json:"reference_id" format:"uuid" nullable:"true" doc:"The patient, doctor or institution that the account belongs to; null for staff."`
	Role               *string          `json:"role" doc:"The code of the role. Only for staff, otherwise null."`
	Name               string           `json:"display_name" example:"Ana García" doc:"The full name of the person, or the name of the institution."`
	Permissions        []string         `json:"permissions" nullable:"false" example:"[\"patients:read\"]" doc:"The permissions of a staff member, as resource:action."`
	MustChangePassword bool             `json:"must_change_password" doc:"Whether you must change your password before you can do anything else."`
	MustAddFactor      bool             `json:"must_add_second_factor" doc:"Whether you must add a second factor before you can do anything else."`
	Session            SessionTimesBody `json:"session"`
}

// SessionTimesBody holds what all descriptions of a session have in common. It is exported because the OpenAPI document
// leaves out the members of embedded types that are not.
type SessionTimesBody struct {
	ID            uuid.UUID `json:"id" format:"uuid"`
	CreatedAt     time.Time `json:"created_at"`
	LastSeenAt    time.Time `json:"last_seen_at" doc:"When its tokens were last issued or refreshed."`
	IdleExpiresAt time.Time `json:"idle_expires_at" doc:"When the session ends unless it is refreshed."`
	ExpiresAt     time.Time `json:"expires_at" doc:"When the session ends, however often it is refreshed."`
}

func registerSessionCheck(api *endpoint.API, service *auth.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "get-session",
		Method:      http.MethodGet,
		Path:        "/session",
		Summary:     "Show who is signed in, and until when",
		Description: "A cheap way to find out whether an access token is still valid.",
		Errors:      []int{http.StatusForbidden},
	})
	endpoint.Read(api, endpoint.PrecedesPasswordChange(op), func(ctx context.Context, _ *struct{}) (*sessionCheckOutput, error) {
		current, err := service.CurrentSession(ctx, r.of)
		if err != nil {
			return nil, err
		}
		return &sessionCheckOutput{toSessionCheckBody(current)}, nil
	})
}

func toSessionCheckBody(c *auth.CurrentSession) sessionCheckBody {
	body := sessionCheckBody{
		AccountID: c.Account.ID, UserType: c.Account.Kind, Name: c.Account.DisplayName, Permissions: append([]string{}, c.Permissions...),
		MustChangePassword: c.MustChangePassword, MustAddFactor: c.MustAddFactor, Session: toSessionTimesBody(c.Session),
	}
	if c.Account.RecordID != uuid.Nil {
		body.RecordID = &c.Account.RecordID
	}
	if c.Account.Role != "" {
		body.Role = &c.Account.Role
	}
	return body
}

func toSessionTimesBody(t auth.SessionTimes) SessionTimesBody {
	return SessionTimesBody{t.ID, t.CreatedAt.UTC(), t.LastSeenAt.UTC(), t.IdleExpiresAt.UTC(), t.ExpiresAt.UTC()}
}
