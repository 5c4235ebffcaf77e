package auth

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// Introspection is what a valid access token says.
type Introspection struct {
	AccountID uuid.UUID
	// Kind is patient, doctor, institution, cms_user or service_account.
	Kind string
	// RecordID is the patient, doctor or institution whose account it is; nil for others.
	RecordID uuid.UUID
	// Permissions are a CMS user's or a service account's.
	Permissions         []string
	Issuer, Audience    string
	IssuedAt, ExpiresAt time.Time
}

// Introspect returns what an access token says, nil when it isn't valid, or no longer: what Authenticate would refuse.
// It is for services that have authenticated; it fails with Unavailable when that can't be told.
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
	if err != nil { // it has expired just now
		return nil, nil //nolint:nilerr // as above
	}
	return &Introspection{
		AccountID: v.AccountID, Kind: string(v.Kind), RecordID: v.SubjectID, Permissions: v.Permissions,
		Issuer: c.Issuer, Audience: c.Audience[0], IssuedAt: c.IssuedAt.Time, ExpiresAt: c.ExpiresAt.Time,
	}, nil
}
