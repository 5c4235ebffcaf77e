// Package contact has the operations on how patients, doctors and institutions are reached: the same for three kinds of
// contact and three kinds of owner.
package contact

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/contact"
)

// owner is one of the kinds of who has contacts.
type owner struct {
	kind contact.OwnerKind
	path string // of the URL
	one  string // for people
	// seenBy, changedBy and verifiedBy tell who does so.
	seenBy, changedBy, verifiedBy string
}

var owners = []owner{
	{contact.Patient, "/api/v1/patients", "a patient",
		"Whoever sees the patient sees them.",
		"For the patient, their doctor, their institution and staff with the permission patients:update.",
		"For the patient's doctor, their institution and staff with the permission patients:update."},
	{contact.Doctor, "/api/v1/doctors", "a doctor",
		"For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues find none.",
		"For the doctor while they practise, the institution and staff with the permission doctors:update.",
		"For the doctor's institution and staff with the permission doctors:update."},
	{contact.Institution, "/api/v1/institutions", "an institution",
		"For the institution and staff with the permission institutions:read. Patients and doctors find none.",
		"For the institution and staff with the permission institutions:update.",
		"For staff with the permission institutions:update."},
}

// Register registers the operations on api.
func Register(api *endpoint.API, contacts *contact.Service) {
	for _, o := range owners {
		collection[*contact.Email, contact.EmailValues, EmailBody, emailAdditionBody, emailPatchBody]{
			contacts.Emails, o, "email", "emails", "an e-mail address", "e-mail addresses", "by address", ToEmail,
		}.register(api)
		collection[*contact.Phone, contact.PhoneValues, PhoneBody, phoneAdditionBody, phonePatchBody]{
			contacts.Phones, o, "phone", "phones", "a phone", "phones", "by number", ToPhone,
		}.register(api)
		collection[*contact.Address, contact.AddressValues, AddressBody, addressAdditionBody, addressPatchBody]{
			contacts.Addresses, o, "address", "addresses", "a postal address", "postal addresses", "by when they were added", ToAddress,
		}.register(api)
	}
}

// OwnerInput names who has contacts.
type OwnerInput struct {
	ID string `path:"id" maxLength:"36" example:"me" doc:"The id of whose they are; me when they are one's own."`
}

// owner reads whose contacts are meant; an id that is none belongs to nobody.
func (in OwnerInput) owner(ctx context.Context, kind contact.OwnerKind) (contact.Owner, error) {
	if in.ID == "me" {
		return contact.Me(ctx, kind)
	}
	id, err := endpoint.ID(in.ID)
	return contact.Owner{Kind: kind, ID: id}, err
}

// ItemInput names a contact of an owner.
type ItemInput struct {
	OwnerInput
	ContactID string `path:"contact_id" maxLength:"36"`
}

func (in ItemInput) item(ctx context.Context, kind contact.OwnerKind) (o contact.Owner, id uuid.UUID, err error) {
	if o, err = in.owner(ctx, kind); err != nil {
		return o, id, err
	}
	id, err = endpoint.ID(in.ContactID)
	return o, id, err
}

// ContactBody is what all kinds of contact have.
type ContactBody struct {
	ID         uuid.UUID  `json:"id" format:"uuid"`
	Primary    bool       `json:"is_primary" doc:"Whether it is the one to use first. There is exactly one as long as there are any."`
	VerifiedAt *time.Time `json:"verified_at" doc:"When somebody confirmed it as it is; null when nobody has, or it has changed since."`
	CreatedAt  time.Time  `json:"created_at"`
	UpdatedAt  time.Time  `json:"updated_at"`
	Version    int        `json:"version" doc:"Rises with each change; the ETag is made of it."`
}

func toContact(c contact.Contact) ContactBody {
	return ContactBody{
		ID: c.ID, Primary: c.Primary, VerifiedAt: endpoint.UTC(c.VerifiedAt),
		CreatedAt: c.CreatedAt.UTC(), UpdatedAt: c.UpdatedAt.UTC(), Version: c.Version,
	}
}
