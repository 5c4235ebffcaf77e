// Package contact knows how patients, doctors and institutions are reached: their e-mail addresses, phones and postal
// addresses.
package contact

import (
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
)

// Contact is what e-mail addresses, phones and postal addresses have in common.
type Contact struct {
	ID uuid.UUID
	// Primary says that it is the one to use first. Whoever has contacts of a kind has one primary of it.
	Primary bool
	// VerifiedAt is nil unless somebody else than the owner has confirmed it as it is.
	VerifiedAt           *time.Time
	CreatedAt, UpdatedAt time.Time
	// Version rises with each change.
	Version int
}

func (c *Contact) common() *Contact { return c }

// Options of New.
type Options struct {
	Store   *service.Store
	Cursors *page.Cursors
	Cache   *cache.Cache
	Trail   *audit.Trail
}

// Service has the contacts by kind. It is safe for concurrent use.
type Service struct {
	Emails    *Collection[*Email, EmailValues]
	Phones    *Collection[*Phone, PhoneValues]
	Addresses *Collection[*Address, AddressValues]
}

// New returns a Service.
func New(o Options) *Service {
	return &Service{
		Emails:    &Collection[*Email, EmailValues]{o, emails},
		Phones:    &Collection[*Phone, PhoneValues]{o, phones},
		Addresses: &Collection[*Address, AddressValues]{o, addresses},
	}
}
