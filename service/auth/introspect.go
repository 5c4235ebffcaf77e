package auth

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// Introspection is the content of a valid access token.
type Introspection struct {
	AccountID uuid.UUID
	// Kind is patient, doctor, institution, cms_user or service_account.
	Kind string
	// RecordID is the patient, doctor or institution that the account belongs to; nil for other accounts.
	RecordID uuid.UUID
	// Permissions are those of staff and service accounts.
	Permissions         []string
	Issuer, Audience    string
	IssuedAt, ExpiresAt time.Time
	// AuthTime is when the account last proved who it is, in seconds since 1970, and Methods how (RFC 8176); neither is known
	// of a service account.
	AuthTime int64
	Methods  []string
}

// Introspect returns the content of an access token, or nil when Authenticate would refuse the token. It is for services
// that have authenticated the caller. It fails with Unavailable when the token's validity can't be determined.
func (s *Service) Introspect(ctx context.Context, accessToken string) (*Introspection, error) {
	authenticated, err := s.Authenticate(ctx, accessToken)
	var refusal *service.Error
	if errors.As(err, &refusal) && refusal.Code == service.Unauthenticated {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	v, _ := viewer.FromContext(authenticated)
	c, err := s.tokens.verify(accessToken)
	if err != nil { // it has just expired
		return nil, nil //nolint:nilerr // as above
	}
	return &Introspection{
		AccountID: v.AccountID, Kind: string(v.Kind), RecordID: v.SubjectID, Permissions: v.Permissions,
		Issuer: c.Issuer, Audience: c.Audience[0], IssuedAt: c.IssuedAt.Time, ExpiresAt: c.ExpiresAt.Time,
		AuthTime: c.AuthTime, Methods: c.Methods,
	}, nil
}
