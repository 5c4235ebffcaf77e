// Package auth signs people in, tells whom an access token belongs to, and creates accounts.
package auth

import (
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/secondfactor"
	"github.com/predicthealth/predicthealth/service/setting"
	"github.com/predicthealth/predicthealth/service/throttle"
)

var accessTokenLifetime = setting.Duration("auth.access_token.lifetime", 10*time.Minute)

// sessionLifetime is how long sessions last: unused, and at the longest.
type sessionLifetime struct{ idle, absolute setting.Key[time.Duration] }

var (
	userSession = sessionLifetime{
		setting.Duration("auth.session.idle_lifetime", 7*24*time.Hour),
		setting.Duration("auth.session.absolute_lifetime", 30*24*time.Hour),
	}
	staffSession = sessionLifetime{
		setting.Duration("auth.staff_session.idle_lifetime", time.Hour),
		setting.Duration("auth.staff_session.absolute_lifetime", 12*time.Hour),
	}
)

// Options are the options of New.
type Options struct {
	Store     *service.Store
	Redis     *redis.Client
	Trail     *audit.Trail
	Pulse     *Pulse
	Settings  *setting.Reader
	Passwords *Passwords
	Factors   *secondfactor.Factors
	Guard     *throttle.Guard
	Cursors   *page.Cursors
	Keys      *Keys
	// Issuer and Audience are the iss and aud of access tokens.
	Issuer, Audience string
}

// Service signs people in and manages their sessions. It is safe for concurrent use.
type Service struct {
	store     *service.Store
	copies    copies
	trail     *audit.Trail
	pulse     *Pulse
	settings  *setting.Reader
	passwords *Passwords
	factors   *secondfactor.Factors
	guard     *throttle.Guard
	cursors   *page.Cursors
	tokens    *tokens
}

// New returns a Service with these options. It fails when the signing keys can't be used.
func New(o Options) (*Service, error) {
	tokens, err := newTokens(o.Keys, o.Issuer, o.Audience)
	if err != nil {
		return nil, fmt.Errorf("auth: %w", err)
	}
	return &Service{
		store: o.Store.AsSystem(), copies: copies{o.Redis, o.Pulse.timeouts.Redis}, trail: o.Trail, pulse: o.Pulse, settings: o.Settings,
		passwords: o.Passwords, factors: o.Factors, guard: o.Guard, cursors: o.Cursors, tokens: tokens,
	}, nil
}

// PublicKeys returns the keys that verify access tokens.
func (s *Service) PublicKeys() []JWK { return s.tokens.keys.Public() }
