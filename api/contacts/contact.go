// Package contacts has the operations on contacts of patients, doctors and institutions. They are the same for all three
// kinds of contact and all three kinds of owner. Package service/contact defines the contacts.
package contacts

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/contact"
)

// owner is a kind of owner of contacts.
type owner struct {
	kind contact.OwnerKind
	path string // of the URL
	one  string // for people
	// seenBy, changedBy and verifiedBy say who may do so.
	seenBy, changedBy, verifiedBy string
}

var owners = []owner{
	{contact.Patient, "/api/v1/patients", "a patient",
		"For everyone who may see the patient.",
		"For the patient, their doctor, their institution and staff with the permission patients:update.",
		"For the patient's doctor, their institution and staff with the permission patients:update."},
	{contact.Doctor, "/api/v1/doctors", "a doctor",
		"For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues get a 404.",
		"For the doctor while active, the institution and staff with the permission doctors:update.",
		"For the doctor's institution and staff with the permission doctors:update."},
	{contact.Institution, "/api/v1/institutions", "an institution",
		"For the institution and staff with the permission institutions:read. Patients and doctors get a 404.",
		"For the institution and staff with the permission institutions:update.",
		"For staff with the permission institutions:update."},
}

// Register registers the operations on api.
func Register(api *endpoint.API, contacts *contact.Service) {
	for _, o := range owners {
		register(api, o, contacts.Emails, texts{"email", "emails", "an e-mail address", "e-mail addresses", "by address"})
		register(api, o, contacts.Phones, texts{"phone", "phones", "a phone", "phones", "by number"})
		register(api, o, contacts.Addresses, texts{"address", "addresses", "a postal address", "postal addresses", "by the time they were added"})
	}
}
