package predicthealth_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha1" //nolint:gosec // authenticators use it
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	predicthealth "github.com/predicthealth/predicthealth/client/go"
)

// codeOf is what an authenticator shows for a secret (TOTP, RFC 6238).
func codeOf(secret string) string {
	key, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secret)
	if err != nil {
		panic(err)
	}
	mac := hmac.New(sha1.New, key)
	_ = binary.Write(mac, binary.BigEndian, time.Now().Unix()/30)
	sum := mac.Sum(nil)
	return fmt.Sprintf("%06d", binary.BigEndian.Uint32(sum[sum[19]&15:])&0x7fffffff%1_000_000)
}

func ExampleClient_ConfirmSignIn() {
	ctx := context.Background()
	recovery := addFactor(ctx)
	api, err := predicthealth.New(address)
	if err != nil {
		panic(err)
	}
	_, err = api.SignIn(ctx, accounts["patient"])
	var refused *predicthealth.Error
	if !errors.As(err, &refused) || refused.Code() != "otp_required" {
		panic(err)
	}
	fmt.Println("a code, please")
	grant, err := api.ConfirmSignIn(ctx, predicthealth.LoginConfirmation{ChallengeToken: *refused.ChallengeToken, OTP: recovery[0]})
	if err != nil {
		panic(err)
	}
	fmt.Println(grant.User.UserType)

	// What a stolen session must not be enough for needs a code from the last five minutes.
	if err := api.ProveSecondFactor(ctx, recovery[1]); err != nil {
		panic(err)
	}
	if err := api.DeleteSecondFactor(ctx); err != nil {
		panic(err)
	}
	// Output:
	// a code, please
	// patient
}

// addFactor gives the patient a second factor and returns its recovery codes.
func addFactor(ctx context.Context) []string {
	api, err := predicthealth.New(address)
	if err != nil {
		panic(err)
	}
	if _, err := api.SignIn(ctx, accounts["patient"]); err != nil {
		panic(err)
	}
	added, err := api.CreateSecondFactor(ctx, predicthealth.SecondFactorCreate{Password: accounts["patient"].Password})
	if err != nil {
		panic(err)
	}
	codes, err := api.ConfirmSecondFactor(ctx, predicthealth.SecondFactorConfirmation{OTP: codeOf(added.Secret)})
	if err != nil {
		panic(err)
	}
	return codes.RecoveryCodes
}
