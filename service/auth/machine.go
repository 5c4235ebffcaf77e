package auth

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service/setting"
)

// SignServiceAccount returns an access token, and its lifetime, for a service account that has presented one of its
// secrets. Whenever the token is used, it permits only what its scopes, the account and its role all permit. It is for the
// service that has checked the secret.
func (s *Service) SignServiceAccount(
	ctx context.Context, account, secret uuid.UUID, scopes []string,
) (token string, lifetime time.Duration, err error) {
	values, err := s.settings.Read(ctx)
	if err != nil {
		return "", 0, err
	}
	lifetime = setting.Get(values, accessTokenLifetime)
	c := claims{SessionID: secret, Kind: viewer.ServiceAccount, Scope: strings.Join(scopes, " ")}
	c.Subject = account.String()
	token, err = s.tokens.sign(c, time.Now(), lifetime)
	return token, lifetime, err
}
