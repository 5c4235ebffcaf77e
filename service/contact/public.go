package contact

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
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
	o := Owner{Institution, institution}
	if p.Email, err = s.Emails.findPrimary(ctx, o); err != nil {
		return p, err
	}
	if p.Phone, err = s.Phones.findPrimary(ctx, o); err != nil {
		return p, err
	}
	p.Address, err = s.Addresses.findPrimary(ctx, o)
	return p, err
}

// findPrimary is the primary contact of an owner, whoever asks; nil when there is none.
func (c *Collection[T, V]) findPrimary(ctx context.Context, o Owner) (found T, err error) {
	found, err = c.table.one(ctx, c.Store.System(ctx), o.primary)
	if ent.IsNotFound(err) {
		return found, nil
	}
	if err != nil {
		return found, fmt.Errorf("reading a contact: %w", err)
	}
	return found, nil
}
