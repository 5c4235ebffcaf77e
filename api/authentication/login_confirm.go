package authentication

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service/auth"
)

type loginConfirmInput struct {
	UserAgent string `header:"User-Agent" hidden:"true"`
	Body      loginConfirmationBody
}

type loginConfirmationBody struct {
	ChallengeToken string `json:"challenge_token" maxLength:"200" format:"password" example:"Q7ZKX3MWV5TNRD2FJ4H6PLBYGCF6XKQ2V5M3ZJ7NWT4RDPLB0HGA" doc:"The challenge_token of the problem otp_required."`
	OTP            string `json:"otp" maxLength:"40" format:"password" example:"287082" doc:"A code of the authenticator, or a recovery code."`
}

func registerLoginConfirm(api *endpoint.API, service *auth.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "confirm-login",
		Method:      http.MethodPost,
		Path:        "/login/confirm",
		Summary:     "Finish a sign-in with a code of the second factor",
		Description: "For a sign-in that was answered with the problem otp_required. Its challenge_token is valid for five minutes and good " +
			"for one session. Wrong codes count as failed sign-ins. Each code works once.",
		Errors: []int{http.StatusUnauthorized},
	})
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn), func(ctx context.Context, in *loginConfirmInput) (*loginOutput, error) {
		grant, err := service.ConfirmLogin(ctx, r.of, auth.Confirmation{
			Challenge: in.Body.ChallengeToken, OTP: in.Body.OTP, IP: endpoint.ClientIP(ctx), UserAgent: in.UserAgent,
		})
		if err != nil {
			return nil, err
		}
		return &loginOutput{Body: toGrantBody(grant)}, nil
	})
}

// challenged turns the service's request for a code into the problem that has the challenge.
func challenged(ctx context.Context, err error) error {
	var required *auth.OTPRequired
	if !errors.As(err, &required) {
		return err
	}
	p := problem.New(ctx, "otp_required", "The account has a second factor. Send one of its codes too.")
	p.ChallengeToken = required.Challenge
	return p
}
