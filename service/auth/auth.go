// Package auth signs people in, says who a token belongs to, and makes accounts.
package auth

import (
	"fmt"
	"time"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/setting"
	"github.com/predicthealth/predicthealth/service/throttle"
)

var (
	accessTokenLifetime     = setting.Duration("auth.access_token.lifetime", 10*time.Minute)
	sessionIdleLifetime     = setting.Duration("auth.session.idle_lifetime", 7*24*time.Hour)
	sessionAbsoluteLifetime = setting.Duration("auth.session.absolute_lifetime", 30*24*time.Hour)
)

// Options of New.
type Options struct {
	Store     *service.Store
	Settings  *setting.Reader
	Passwords *Passwords
	Guard     *throttle.Guard
	Trail     *audit.Trail
	Keys      *Keys
	// Issuer and Audience of access tokens.
	Issuer, Audience string
}

// Service is safe for concurrent use.
type Service struct {
	store       *service.Store
	settings    *setting.Reader
	passwords   *Passwords
	guard       *throttle.Guard
	trail       *audit.Trail
	tokens      *tokens
	permissions *permissions
}

// New returns a Service.
func New(o Options) (*Service, error) {
	tokens, err := newTokens(o.Keys, o.Issuer, o.Audience)
	if err != nil {
		return nil, fmt.Errorf("auth: %w", err)
	}
	return &Service{
		store: o.Store, settings: o.Settings, passwords: o.Passwords, guard: o.Guard, trail: o.Trail, tokens: tokens,
		permissions: newPermissions(o.Store),
	}, nil
}

// PublicKeys are the keys that verify access tokens.
func (s *Service) PublicKeys() []JWK { return s.tokens.keys.Public() }
