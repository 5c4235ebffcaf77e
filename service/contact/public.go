package contact

import (
	"context"

	"github.com/google/uuid"
)

// Public is how everybody who sees an institution reaches it: its primary contacts; nil for what it hasn't.
type Public struct {
	Email   *Email
	Phone   *Phone
	Address *Address
}

// PublicOf returns how an institution is reached. It is for services that have checked that the viewer sees the
// institution; its other contacts stay its own.
func (s *Service) PublicOf(ctx context.Context, institution uuid.UUID) (p Public, err error) {
	o := Institution.OwnerOf(institution)
	client := s.Emails.Store.System(ctx) // whoever asks
	if p.Email, err = s.Emails.primary(ctx, client, o); err != nil {
		return p, err
	}
	if p.Phone, err = s.Phones.primary(ctx, client, o); err != nil {
		return p, err
	}
	p.Address, err = s.Addresses.primary(ctx, client, o)
	return p, err
}
