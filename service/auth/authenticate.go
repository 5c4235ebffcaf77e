package auth

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

var (
	errRevoked  = errors.New("the session has ended, or the secret was withdrawn")
	errDisabled = errors.New("the account is disabled")
)

// Authenticate returns a context whose viewer is the account that the access token was issued to. It fails with
// Unauthenticated when the token is not valid or no longer valid, and with Unavailable when that can't be determined.
func (s *Service) Authenticate(ctx context.Context, accessToken string) (context.Context, error) {
	c, err := s.tokens.verify(accessToken)
	if err != nil {
		return nil, invalidToken(err)
	}
	k, err := s.pulse.know(ctx)
	if err != nil {
		return nil, err
	}
	v, err := k.viewer(c)
	if errors.Is(err, errDisabled) { // or created a moment ago
		if k, err = s.pulse.knowSince(ctx, time.Now()); err != nil {
			return nil, err
		}
		v, err = k.viewer(c)
	}
	if err != nil {
		return nil, invalidToken(err)
	}
	return viewer.NewContext(ctx, v), nil
}

// viewer returns the viewer that a verified token stands for, with the permissions that it has at this moment.
func (k *knowledge) viewer(c claims) (viewer.Viewer, error) {
	v, err := c.viewer()
	if err != nil {
		return viewer.Viewer{}, err
	}
	if k.isRevoked(v.SessionID) {
		return viewer.Viewer{}, errRevoked
	}
	switch v.Kind {
	case viewer.CMSUser:
		member, active := k.platform.Staff[v.AccountID]
		if !active {
			return viewer.Viewer{}, errDisabled
		}
		v.Permissions = k.platform.Roles[member.Role].Permissions
		v.MustChangePassword = member.MustChangePassword
	case viewer.ServiceAccount:
		account, active := k.platform.ServiceAccounts[v.AccountID]
		if !active {
			return viewer.Viewer{}, errDisabled
		}
		v.Permissions = k.permissions(account, strings.Fields(c.Scope))
	}
	return v, nil
}

// MustChangePassword says whether the viewer must change their password before they may do anything else.
func MustChangePassword(ctx context.Context) bool {
	v, _ := viewer.FromContext(ctx)
	return v.MustChangePassword
}

func invalidToken(err error) error {
	if errors.Is(err, errTokenExpired) {
		return &service.Error{
			Code: service.Unauthenticated, Reason: "token_expired", Err: err,
			Detail: "The access token has expired. Refresh it, and repeat the request.",
		}
	}
	return &service.Error{
		Code: service.Unauthenticated, Reason: "invalid_token", Err: err,
		Detail: "The access token is not valid, or its session has ended. Sign in again.",
	}
}
