package authentication

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/auth"
)

// registerAccount registers the operations with which people manage their own accounts.
func registerAccount(api *endpoint.API, sessions *auth.Service, accounts *account.Service) {
	for _, r := range realms {
		registerChangePassword(api, accounts, r)
		registerForgotPassword(api, accounts, r)
		registerResetPassword(api, accounts, r)
		registerVerifyEmail(api, accounts, r)
		registerResendVerification(api, accounts, r)
		registerChangeEmail(api, accounts, r)
		registerConfirmEmailChange(api, accounts, r)
		registerGetSecondFactor(api, sessions, accounts, r)
		registerCreateSecondFactor(api, accounts, r)
		registerConfirmSecondFactor(api, accounts, r)
		registerDeleteSecondFactor(api, accounts, r)
		registerCreateRecoveryCodes(api, accounts, r)
	}
}

type tokenInput struct {
	Body oneTimeTokenBody
}

type oneTimeTokenBody struct {
	Token string `json:"token" maxLength:"200" example:"F6XKQ2V5M3ZJ7NWT4RDPLB0HGA" doc:"The text after #token= in the link in the mail."`
}
