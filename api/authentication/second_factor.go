package authentication

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/auth"
)

const secondFactorPath = "/second-factor"

type secondFactorOutput struct {
	Body secondFactorBody
}

type secondFactorBody struct {
	Active            bool       `json:"active" doc:"Whether signing in needs a code."`
	ConfirmedAt       *time.Time `json:"confirmed_at" doc:"Since when; null without a second factor."`
	RecoveryCodeCount int        `json:"recovery_code_count" minimum:"0" doc:"How many recovery codes are left."`
	RequiredAt        *time.Time `json:"required_at" doc:"From when on you can do nothing else until you have one; null when you needn't have one."`
}

func registerGetSecondFactor(api *endpoint.API, sessions *auth.Service, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "get-second-factor",
		Method:      http.MethodGet,
		Path:        secondFactorPath,
		Summary:     "Show whether you have a second factor",
		Description: "Also how many recovery codes are left, and from when on you must have a factor.",
		Errors:      []int{http.StatusForbidden},
	})
	endpoint.Read(api, endpoint.PrecedesFactor(op), func(ctx context.Context, _ *struct{}) (*secondFactorOutput, error) {
		due, err := sessions.FactorDue(ctx, r.of)
		if err != nil {
			return nil, err
		}
		factor, err := accounts.SecondFactor(ctx, r.of)
		if err != nil {
			return nil, err
		}
		body := secondFactorBody{RequiredAt: endpoint.UTC(due)}
		if factor != nil {
			body.Active, body.ConfirmedAt, body.RecoveryCodeCount = true, endpoint.UTC(&factor.ConfirmedAt), factor.RecoveryCodes
		}
		return &secondFactorOutput{body}, nil
	})
}

type secondFactorCreateInput struct {
	Body secondFactorCreateBody
}

type secondFactorCreateBody struct {
	Password string `json:"password" maxLength:"1024" format:"password" example:"your password" doc:"The account's current password."`
}

type secondFactorSecretOutput struct {
	Body secondFactorSecretBody
}

type secondFactorSecretBody struct {
	Secret string `json:"secret" example:"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" doc:"The secret in base32, to type into an authenticator."`
	URI    string `json:"uri" example:"otpauth://totp/PredictHealth:ana@example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=PredictHealth" doc:"The same for an authenticator to open: six digits, 30 seconds, SHA-1 (RFC 6238)."`
	QRSVG  string `json:"qr_svg" example:"<svg xmlns=\"http://www.w3.org/2000/svg\"/>" doc:"The QR code of uri, as an SVG image."`
}

func registerCreateSecondFactor(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "create-second-factor",
		Method:      http.MethodPost,
		Path:        secondFactorPath,
		Summary:     "Add a second factor",
		Description: "Returns the secret for an authenticator, once. The factor counts when you have confirmed it with a code; until then, " +
			"another request replaces it. Wrong passwords count as failed sign-ins.",
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
	})
	op = endpoint.PrecedesFactor(endpoint.Limited(op, endpoint.SignIn))
	endpoint.Write(api, op, func(ctx context.Context, in *secondFactorCreateInput) (*secondFactorSecretOutput, error) {
		secret, err := accounts.AddSecondFactor(ctx, r.of, in.Body.Password, endpoint.ClientIP(ctx))
		if err != nil {
			return nil, err
		}
		return &secondFactorSecretOutput{secondFactorSecretBody{secret.Text, secret.URI, secret.QR}}, nil
	})
}

type secondFactorConfirmInput struct {
	Body secondFactorConfirmationBody
}

type secondFactorConfirmationBody struct {
	OTP string `json:"otp" maxLength:"40" format:"password" example:"287082" doc:"A code of the authenticator."`
}

type recoveryCodesOutput struct {
	Body recoveryCodesBody
}

type recoveryCodesBody struct {
	RecoveryCodes []string `json:"recovery_codes" nullable:"false" example:"[\"jbsw-y3dp-ehpk-3pxp\"]" doc:"Each works once instead of a code of the authenticator. They are shown only this once: keep them where you find them without it."`
}

func registerConfirmSecondFactor(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "confirm-second-factor",
		Method:      http.MethodPost,
		Path:        secondFactorPath + "/confirm",
		Summary:     "Confirm your new second factor with a code",
		Description: "From then on, signing in needs a code. Your other sessions end. Refresh the access token afterwards. Wrong codes count " +
			"as failed sign-ins.",
		Errors: []int{http.StatusForbidden},
	})
	op = endpoint.PrecedesFactor(endpoint.Limited(op, endpoint.SignIn))
	endpoint.Write(api, op, func(ctx context.Context, in *secondFactorConfirmInput) (*recoveryCodesOutput, error) {
		codes, err := accounts.ConfirmSecondFactor(ctx, r.of, in.Body.OTP, endpoint.ClientIP(ctx))
		if err != nil {
			return nil, err
		}
		return &recoveryCodesOutput{recoveryCodesBody{codes}}, nil
	})
}

func registerDeleteSecondFactor(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID:   "delete-second-factor",
		Method:        http.MethodDelete,
		Path:          secondFactorPath,
		Summary:       "Remove your second factor",
		Description:   "From then on, signing in needs only the password. The recovery codes stop working.",
		DefaultStatus: http.StatusNoContent,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
	})
	endpoint.Write(api, endpoint.StepUp(op), func(ctx context.Context, _ *struct{}) (*nothing, error) {
		return nil, accounts.RemoveSecondFactor(ctx, r.of)
	})
}

func registerCreateRecoveryCodes(api *endpoint.API, accounts *account.Service, r realm) {
	op := r.operation(huma.Operation{
		OperationID: "create-recovery-codes",
		Method:      http.MethodPost,
		Path:        secondFactorPath + "/recovery-codes",
		Summary:     "Make new recovery codes",
		Description: "The previous codes stop working.",
		Errors:      []int{http.StatusForbidden, http.StatusConflict},
	})
	endpoint.Write(api, endpoint.StepUp(op), func(ctx context.Context, _ *struct{}) (*recoveryCodesOutput, error) {
		codes, err := accounts.RenewRecoveryCodes(ctx, r.of)
		if err != nil {
			return nil, err
		}
		return &recoveryCodesOutput{recoveryCodesBody{codes}}, nil
	})
}
