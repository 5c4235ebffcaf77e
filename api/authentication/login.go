// Package authentication has the operations of signing in, sessions and passwords.
package authentication

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/auth"
)

type loginInput struct {
	UserAgent string `header:"User-Agent" hidden:"true"`
	Body      loginBody
}

type loginBody struct {
	Email    string `json:"email" maxLength:"254" example:"ana@example.org"`
	Password string `json:"password" maxLength:"1024" format:"password" example:"your password"`
	OTP      string `json:"otp,omitempty" maxLength:"40" format:"password" example:"287082" doc:"For an account with a second factor: a code of the authenticator, or a recovery code. Each works once."`
}

type loginOutput struct {
	Body sessionTokensBody
}

type sessionTokensBody struct {
	AccessToken  string           `json:"access_token" example:"eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl" doc:"Send it in the header Authorization: Bearer."`
	RefreshToken string           `json:"refresh_token" example:"Q7ZKX3MWV5TNRD2FJ4H6PLBYGCF6XKQ2V5M3ZJ7NWT4RDPLB0HGA" doc:"Keep it secret: whoever has it has the session."`
	TokenType    string           `json:"token_type" enum:"Bearer"`
	ExpiresIn    int              `json:"expires_in" example:"600" doc:"The lifetime of the access token, in seconds."`
	User         signedInUserBody `json:"user"`
}

type signedInUserBody struct {
	ID       uuid.UUID  `json:"id" format:"uuid"`
	Email    string     `json:"email" example:"ana@example.org"`
	UserType string     `json:"user_type" enum:"patient,doctor,institution,cms_user"`
	RecordID *uuid.UUID `json:"reference_id" format:"uuid" nullable:"true" doc:"The patient, doctor or institution that the account belongs to; null for staff."`
	Role     *string    `json:"role" doc:"The code of the role. Only for staff, otherwise null."`
	Name     string     `json:"display_name" example:"Ana García" doc:"The full name of the person, or the name of the institution."`
}

// Register registers the operations on api.
func Register(api *endpoint.API, sessions *auth.Service, accounts *account.Service) {
	registerLogin(api, huma.Operation{
		OperationID: "login",
		Path:        "/api/v1/auth/login",
		Summary:     "Sign in as a patient, a doctor or an institution",
	}, sessions.Login)
	registerLogin(api, huma.Operation{
		OperationID: "cms-login",
		Path:        "/api/v1/cms/auth/login",
		Summary:     "Sign in as a staff member",
	}, sessions.LoginCMS)
	for _, r := range realms {
		registerLoginConfirm(api, sessions, r)
		registerRefresh(api, sessions, r)
		registerLogout(api, sessions, r)
		registerLogoutAll(api, sessions, r)
		registerSessionCheck(api, sessions, r)
		registerSessionList(api, sessions, r)
		registerSessionEnd(api, sessions, r)
		registerStepUp(api, sessions, r)
	}
	registerKeys(api, sessions)
	registerAccount(api, sessions, accounts)
}

func registerLogin(api *endpoint.API, op huma.Operation, login func(context.Context, auth.Login) (*auth.Grant, error)) {
	op.Method = http.MethodPost
	op.Tags = []string{"auth"}
	op.Description = "If the sign-in fails, the response is the same whatever the reason: unknown address, wrong password or code, disabled " +
		"or locked account. If the password is right and only the code of a second factor is missing, the response is 401 with the type " +
		"otp_required: sign in again with otp, or send the problem's challenge_token and the code to confirm the sign-in."
	op.Errors = []int{http.StatusUnauthorized}
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn), func(ctx context.Context, in *loginInput) (*loginOutput, error) {
		grant, err := login(ctx, auth.Login{
			Email: in.Body.Email, Password: in.Body.Password, OTP: in.Body.OTP, IP: endpoint.ClientIP(ctx), UserAgent: in.UserAgent,
		})
		if err != nil {
			return nil, challenged(ctx, err)
		}
		return &loginOutput{Body: toGrantBody(grant)}, nil
	})
}

func toGrantBody(g *auth.Grant) sessionTokensBody {
	body := sessionTokensBody{
		AccessToken: g.AccessToken, RefreshToken: g.RefreshToken, TokenType: "Bearer",
		ExpiresIn: int(g.ExpiresIn / time.Second),
		User:      signedInUserBody{ID: g.Account.ID, Email: g.Account.Email, UserType: g.Account.Kind, Name: g.Account.DisplayName},
	}
	if g.Account.RecordID != uuid.Nil {
		body.User.RecordID = &g.Account.RecordID
	}
	if g.Account.Role != "" {
		body.User.Role = &g.Account.Role
	}
	return body
}
