package contact

import (
	"context"

	"github.com/google/uuid"
)

// Public holds the contacts of an institution that everyone who may see it gets: the primary ones; nil for kinds without any.
type Public struct {
	Email   *Email
	Phone   *Phone
	Address *Address
}

// PublicOf returns the public contacts of an institution. It is for services that have checked that the viewer may see the
// institution. The institution's other contacts stay hidden.
func (s *Service) PublicOf(ctx context.Context, institution uuid.UUID) (p Public, err error) {
	o := Institution.OwnerOf(institution)
	client := s.store.System(ctx) // whoever the viewer is
	if p.Email, err = s.Emails.primary(ctx, client, o); err != nil {
		return p, err
	}
	if p.Phone, err = s.Phones.primary(ctx, client, o); err != nil {
		return p, err
	}
	p.Address, err = s.Addresses.primary(ctx, client, o)
	return p, err
}
