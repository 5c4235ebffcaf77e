package serviceaccount

import (
	"context"
	"crypto/subtle"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/serviceaccount"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/cms"
)

// usedEvery is the precision of LastUsedAt.
const usedEvery = time.Minute

// Credentials are what a program signs in with.
type Credentials struct{ ClientID, Secret string }

// Grant is an access token.
type Grant struct {
	AccessToken string
	ExpiresIn   time.Duration
	// Scopes are the scopes of the token.
	Scopes []string
}

// Token issues an access token for some of the account's scopes, or for all when none are named. There is no refresh token
// (RFC 6749, section 4.4.3). Anyone may call it. It fails with Unauthenticated (invalid_client) whatever is wrong with the
// credentials, or with Invalid (invalid_scope).
func (s *Service) Token(ctx context.Context, c Credentials, scopes []string) (*Grant, error) {
	client, err := s.authenticate(ctx, c)
	if err != nil {
		return nil, err
	}
	if len(scopes) == 0 {
		scopes = client.scopes
	}
	for _, scope := range scopes {
		if !slices.Contains(client.scopes, scope) {
			return nil, &service.Error{Code: service.Invalid, Reason: "invalid_scope",
				Detail: "The account does not have all of these scopes."}
		}
	}
	token, lifetime, err := s.options.Auth.SignServiceAccount(ctx, client.id, client.secretID, scopes)
	if err != nil {
		return nil, err
	}
	if err := s.used(ctx, client); err != nil {
		return nil, err
	}
	return &Grant{token, lifetime, scopes}, nil
}

// introspection is the scope that permits asking about the tokens of others.
const introspection = "accounts:introspect"

// Introspect returns what one of our services needs to know about an access token (RFC 7662); nil when the token isn't
// valid or no longer valid. The service must authenticate with its credentials, otherwise Introspect fails as Token does,
// and needs the scope accounts:introspect for any token but its own, otherwise it fails with Forbidden (insufficient_scope),
// whether the token is valid or not.
func (s *Service) Introspect(ctx context.Context, c Credentials, token string) (*auth.Introspection, error) {
	client, err := s.authenticate(ctx, c)
	if err != nil {
		return nil, err
	}
	content, err := s.options.Auth.Introspect(ctx, token)
	if err != nil {
		return nil, err
	}
	own := content != nil && content.AccountID == client.id
	if !own && !slices.Contains(client.scopes, introspection) {
		return nil, &service.Error{Code: service.Forbidden, Reason: "insufficient_scope",
			Detail: "The account may only introspect its own tokens. For those of others it needs the scope " + introspection + "."}
	}
	return content, nil
}

// client is the service account that has authenticated.
type client struct {
	id, secretID uuid.UUID
	scopes       []string // those that the role permits
	lastUsedAt   *time.Time
}

func (s *Service) authenticate(ctx context.Context, c Credentials) (*client, error) {
	found, err := s.find(ctx, c)
	if err != nil {
		return nil, err
	}
	if found.secretID != uuid.Nil {
		return found, nil
	}
	event := audit.Event{Action: "auth.token", Outcome: audit.Failure, EntityType: entityType}
	if found.id != uuid.Nil {
		event.EntityID = found.id.String()
	}
	if err := s.options.Trail.Note(ctx, event); err != nil {
		return nil, err
	}
	return nil, &service.Error{Code: service.Unauthenticated, Reason: "invalid_client",
		Detail: "No service account can sign in with these credentials."}
}

// find returns the account, without a secret's id when the credentials don't match or the account is disabled.
func (s *Service) find(ctx context.Context, c Credentials) (*client, error) {
	id, err := uuid.Parse(c.ClientID)
	if err != nil {
		return &client{}, nil //nolint:nilerr // not an id, so not an account
	}
	pool := s.options.Store.Pool()
	row, err := pool.ServiceAccount.Query().Where(serviceaccount.ID(id), serviceaccount.Active(true)).
		WithRole().WithSecrets().Only(ctx)
	if ent.IsNotFound(err) {
		return &client{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("finding a service account: %w", err)
	}
	found, digest := &client{id: id, lastUsedAt: row.LastUsedAt}, hash(c.Secret)
	for _, secret := range row.Edges.Secrets {
		expired := secret.ExpiresAt != nil && !time.Now().Before(*secret.ExpiresAt)
		if subtle.ConstantTimeCompare(secret.SecretHash, digest) == 1 && !expired {
			found.secretID = secret.ID
		}
	}
	if found.secretID == uuid.Nil {
		return found, nil
	}
	role, err := cms.ReadRole(ctx, pool, row.Edges.Role.Code)
	if err != nil {
		return nil, err
	}
	found.scopes = slices.DeleteFunc(row.Scopes, func(scope string) bool { return !slices.Contains(role.Permissions, scope) })
	return found, nil
}

// used notes that a token was issued.
func (s *Service) used(ctx context.Context, c *client) error {
	err := s.options.Trail.Note(ctx, audit.Event{
		Action: "auth.token", EntityType: entityType, EntityID: c.id.String(),
		Actor: &audit.Actor{Type: entityType, ID: c.id},
	})
	if now := time.Now(); err == nil && (c.lastUsedAt == nil || now.Sub(*c.lastUsedAt) >= usedEvery) {
		err = s.options.Store.Pool().ServiceAccount.UpdateOneID(c.id).SetLastUsedAt(now).Exec(ctx)
	}
	return err
}

// ParseScopes splits a space-separated list of scopes (RFC 6749, section 3.3).
func ParseScopes(text string) []string { return strings.Fields(text) }
