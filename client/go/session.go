package predicthealth

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Tokens are the tokens of a session.
type Tokens struct {
	AccessToken  string    `json:"access_token"`
	RefreshToken string    `json:"refresh_token,omitempty"`
	ExpiresAt    time.Time `json:"expires_at"` // of the access token
	// Staff says whether this is a session of staff, rather than of a patient, doctor or institution.
	Staff bool `json:"staff,omitempty"`
}

// session holds the tokens of a client.
type session struct {
	clientID, clientSecret string // of a service account
	keep                   func(Tokens)

	mu      sync.Mutex
	tokens  Tokens
	renewal *renewal // in progress; nil when there is none
}

// renewal is a renewal of tokens that many requests can wait for.
type renewal struct {
	done chan struct{} // closed when the renewal has ended
	err  error
}

// SignIn signs in a patient, doctor or institution. It returns the tokens and the account.
func (c *Client) SignIn(ctx context.Context, credentials Login) (*SessionTokens, error) {
	return c.signIn(ctx, "login", "/api/v1/auth/login", credentials, false)
}

// SignInStaff signs in a staff member.
func (c *Client) SignInStaff(ctx context.Context, credentials Login) (*SessionTokens, error) {
	return c.signIn(ctx, "cms-login", "/api/v1/cms/auth/login", credentials, true)
}

// ConfirmSignIn finishes a [Client.SignIn] that failed with the code otp_required: it sends the ChallengeToken of that [Error]
// and a code of the second factor.
func (c *Client) ConfirmSignIn(ctx context.Context, confirmation LoginConfirmation) (*SessionTokens, error) {
	return c.signIn(ctx, "confirm-login", "/api/v1/auth/login/confirm", confirmation, false)
}

// ConfirmSignInStaff finishes a [Client.SignInStaff]; see [Client.ConfirmSignIn].
func (c *Client) ConfirmSignInStaff(ctx context.Context, confirmation LoginConfirmation) (*SessionTokens, error) {
	return c.signIn(ctx, "cms-confirm-login", "/api/v1/cms/auth/login/confirm", confirmation, true)
}

// ProveSecondFactor sends a code of the second factor. For five minutes, requests then do what they refused with the code
// step_up_required.
func (c *Client) ProveSecondFactor(ctx context.Context, otp string) error {
	old, prove := c.Tokens(), c.StepUp
	if old.Staff {
		prove = c.CMSStepUp
	}
	proven, err := prove(ctx, StepUp{OTP: otp})
	if err != nil {
		return err
	}
	tokens := c.Tokens() // they may have been renewed on the way
	tokens.AccessToken, tokens.ExpiresAt = proven.AccessToken, expiry(proven.ExpiresIn)
	c.session.set(tokens)
	return nil
}

func (c *Client) signIn(ctx context.Context, id, path string, credentials any, staff bool) (*SessionTokens, error) {
	grant, err := do[SessionTokens](ctx, c, request{
		id: id, method: http.MethodPost, path: path, body: credentials, contentType: "application/json", repeatable: true,
	}, nil)
	if err != nil {
		return nil, err
	}
	c.session.set(tokensOf(grant, staff))
	return grant, nil
}

// SignOut ends the session. The client forgets the tokens even if it can't reach the API.
func (c *Client) SignOut(ctx context.Context) error {
	logout := c.Logout
	if c.Tokens().Staff {
		logout = c.CMSLogout
	}
	err := logout(ctx)
	c.session.set(Tokens{})
	if errors.Is(err, ErrSignedOut) {
		return nil
	}
	return err
}

// Tokens returns the tokens of the session; zero Tokens when nobody is signed in.
func (c *Client) Tokens() Tokens {
	c.session.mu.Lock()
	defer c.session.mu.Unlock()
	return c.session.tokens
}

// expiryMargin is how long before its expiry a token is renewed, so that it doesn't expire on the way.
const expiryMargin = 5 * time.Second

// token returns a token other than refused. All requests that need a new one share one renewal. Without a session the token is
// empty; a session that can't be renewed keeps its token.
func (c *Client) token(ctx context.Context, refused string) (string, error) {
	s := &c.session
	s.mu.Lock()
	t := s.tokens
	ended := t.AccessToken == refused || !t.ExpiresAt.IsZero() && time.Until(t.ExpiresAt) < expiryMargin
	if !ended || t.RefreshToken == "" && s.clientID == "" {
		s.mu.Unlock()
		return t.AccessToken, nil
	}
	waiting := s.renewal
	if waiting == nil {
		waiting = &renewal{done: make(chan struct{})}
		s.renewal = waiting
		go c.renew(context.WithoutCancel(ctx), t, waiting)
	}
	s.mu.Unlock()
	select {
	case <-waiting.done:
		return c.Tokens().AccessToken, waiting.err
	case <-ctx.Done():
		return "", fmt.Errorf("predicthealth: renewing the access token: %w", ctx.Err())
	}
}

// renewalTimeout is the longest that a renewal takes, with all retries: a refresh token whose response was lost stays valid for
// ten more seconds.
const renewalTimeout = 10 * time.Second

// renew gets new tokens. It continues if one caller gives up, because others may be waiting.
func (c *Client) renew(ctx context.Context, old Tokens, r *renewal) {
	ctx, cancel := context.WithTimeout(ctx, renewalTimeout)
	defer cancel()
	tokens, err := c.newTokens(ctx, old)
	var refused *Error
	switch {
	case err == nil:
		c.session.replace(old, tokens)
	case errors.As(err, &refused) && refused.Status < http.StatusInternalServerError && refused.Status != http.StatusTooManyRequests:
		c.session.replace(old, Tokens{})
		r.err = fmt.Errorf("%w: %w", ErrSignedOut, err)
	default:
		r.err = fmt.Errorf("renewing the access token: %w", err)
	}
	c.session.mu.Lock()
	c.session.renewal = nil
	c.session.mu.Unlock()
	close(r.done)
}

func (c *Client) newTokens(ctx context.Context, old Tokens) (Tokens, error) {
	if s := &c.session; s.clientID != "" {
		token, err := c.CreateToken(ctx, CreateTokenBody{GrantType: "client_credentials", ClientID: &s.clientID, ClientSecret: &s.clientSecret})
		if err != nil {
			return Tokens{}, err
		}
		return Tokens{AccessToken: token.AccessToken, ExpiresAt: expiry(token.ExpiresIn)}, nil
	}
	id, path := "refresh", "/api/v1/auth/refresh"
	if old.Staff {
		id, path = "cms-refresh", "/api/v1/cms/auth/refresh"
	}
	grant, err := do[SessionTokens](ctx, c, request{
		id: id, method: http.MethodPost, path: path, body: TokenRefresh{RefreshToken: old.RefreshToken}, contentType: "application/json",
		repeatable: true,
	}, nil)
	if err != nil {
		return Tokens{}, err
	}
	return tokensOf(grant, old.Staff), nil
}

func tokensOf(g *SessionTokens, staff bool) Tokens {
	return Tokens{g.AccessToken, g.RefreshToken, expiry(g.ExpiresIn), staff}
}

func expiry(seconds int) time.Time { return time.Now().Add(time.Duration(seconds) * time.Second) }

// set passes tokens to keep, and then uses them.
func (s *session) set(tokens Tokens) {
	if s.keep != nil {
		s.keep(tokens)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tokens = tokens
}

// replace does what set does, unless somebody signed in or out in the meantime.
func (s *session) replace(old, tokens Tokens) {
	s.mu.Lock()
	same := s.tokens == old
	s.mu.Unlock()
	if same {
		s.set(tokens)
	}
}
