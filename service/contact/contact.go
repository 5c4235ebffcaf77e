// Package contact knows how patients, doctors and institutions are reached: their e-mail addresses, phones and postal
// addresses.
//
// Patients' contacts are seen by whoever sees the patient, doctors' by themselves, their institution and staff with
// doctors:read, institutions' by themselves and staff with institutions:read. They are changed by their owner (a doctor
// who practises, an institution that is active), a patient's also by their doctor and their institution, a doctor's by
// the institution, and by staff who may read and update the owner.
package contact

import (
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/collection"
)

// Contact is what e-mail addresses, phones and postal addresses have in common.
type Contact struct {
	ID         uuid.UUID  `json:"id" format:"uuid"`
	Primary    bool       `json:"is_primary" doc:"Whether it is the one to use first. There is exactly one as long as there are any."`
	VerifiedAt *time.Time `json:"verified_at" doc:"When somebody confirmed it as it is; null when nobody has, or it has changed since."`
	CreatedAt  time.Time  `json:"created_at"`
	UpdatedAt  time.Time  `json:"updated_at"`
	Version    int        `json:"version" doc:"Rises with each change; the ETag is made of it."`
}

func (c *Contact) common() *Contact { return c }

// Service has the contacts by kind. It is safe for concurrent use.
type Service struct {
	Emails    *Collection[Email]
	Phones    *Collection[Phone]
	Addresses *Collection[Address]
}

// New returns a Service.
func New(o collection.Options) *Service { return &Service{emails(o), phones(o), addresses(o)} }
