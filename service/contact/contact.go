// Package contact manages the contacts of patients, doctors and institutions: e-mail addresses, phones and postal addresses.
//
// Contacts are visible to:
//
//   - patients' contacts: everyone who may see the patient
//   - doctors' contacts: the doctor, the institution and staff with doctors:read
//   - institutions' contacts: the institution and staff with institutions:read
//
// The owner may change them (doctors and institutions only while active), and so may staff who may read and update the owner.
// A patient's doctor and institution may change the patient's contacts, a doctor's institution the doctor's.
package contact

import (
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/collection"
)

// Contact is what e-mail addresses, phones and postal addresses have in common.
type Contact struct {
	ID         uuid.UUID  `json:"id" format:"uuid"`
	Primary    bool       `json:"is_primary" doc:"Whether to use this one first. An owner with any of this kind has exactly one primary one, unless all of them came from an import as old ones."`
	VerifiedAt *time.Time `json:"verified_at" doc:"When somebody confirmed it; null if nobody has, or if it has changed since."`
	CreatedAt  time.Time  `json:"created_at"`
	UpdatedAt  time.Time  `json:"updated_at"`
	Version    int        `json:"version" doc:"Increases with each change. The ETag is derived from it."`
}

func (c *Contact) common() *Contact { return c }

// Service holds the collections of contacts, by kind. It is safe for concurrent use.
type Service struct {
	store     *service.Store
	Emails    *Collection[Email]
	Phones    *Collection[Phone]
	Addresses *Collection[Address]
}

// New returns a Service.
func New(o collection.Options) *Service { return &Service{o.Store, emails(o), phones(o), addresses(o)} }
