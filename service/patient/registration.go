package patient

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/phone"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/resource"
)

// maxAge is the largest age of a living patient, in years.
const maxAge = 120

// Registration is a patient to register. It is the document that sp_create_patient_with_profile takes, except for the
// account.
type Registration struct {
	DoctorID      *uuid.UUID `json:"doctor_id" set:"create" format:"uuid" doc:"The doctor who cares for the patient. Doctors leave it out."`
	InstitutionID *uuid.UUID `json:"institution_id" set:"create" format:"uuid" doc:"The doctor's institution, which is also the default."`
	Reachable
	Health  *Health             `json:"health_profile" set:"create"`
	Account *account.NewAccount `json:"account" set:"create" column:"-" doc:"The account that the patient signs in with, once they have chosen a password with the link that the address gets."`
}

// Reachable is a person to register, with their contacts.
type Reachable struct {
	Person
	Emails []RegisteredEmail `json:"emails" set:"create" default:"[]" maxItems:"10" nullable:"false" doc:"The first is the primary one unless is_primary says otherwise."`
	Phones []RegisteredPhone `json:"phones" set:"create" default:"[]" maxItems:"10" nullable:"false" doc:"The first is the primary one unless is_primary says otherwise."`
}

// RegisteredEmail is an e-mail address of the patient.
type RegisteredEmail struct {
	Email   string `json:"email" maxLength:"254" example:"ana@example.org"`
	Type    string `json:"type,omitempty" maxLength:"50" default:"home" doc:"A code from the catalog of e-mail types."`
	Primary bool   `json:"is_primary,omitempty" default:"false"`
}

// RegisteredPhone is a phone number of the patient.
type RegisteredPhone struct {
	Number    string  `json:"number" maxLength:"40" example:"+16175550100" doc:"In international format, with a plus sign. Stored as E.164."`
	Extension *string `json:"extension,omitempty" pattern:"^[0-9]{1,10}$"`
	Type      string  `json:"type,omitempty" maxLength:"50" default:"mobile" doc:"A code from the catalog of phone types."`
	Primary   bool    `json:"is_primary,omitempty" default:"false"`
}

// storedPhone is a phone number in E.164 format, with the parts that it contains.
type storedPhone struct {
	RegisteredPhone
	CountryCode string `json:"country_code"`
	AreaCode    string `json:"area_code,omitempty"`
}

// is says whether it is a number, with the same extension.
func (p storedPhone) is(number phone.Number) bool {
	return p.Number == number.E164 && (p.Extension == nil && number.Extension == "" || p.Extension != nil && *p.Extension == number.Extension)
}

// check refuses what is wrong with a person, and brings their contacts into the form in which they are stored. It names
// the codes that the catalogs must have.
func (r *Reachable) check(c *service.Checks, codes *resource.Codes) (phones []storedPhone) {
	r.checkBirth(c, false)
	r.EmergencyContact.check(c)
	r.checkEmails(c, codes)
	return r.checkPhones(c, codes)
}

// check brings the phone into the form in which it is stored.
func (e *EmergencyContact) check(c *service.Checks) {
	if e != nil {
		e.Phone = contact.CheckDirectPhone(c, "/emergency_contact/phone", e.Phone).E164
	}
}

// checkSmoking checks the years of smoking in the body at pointer, for a patient born on a day.
func (h *Health) checkSmoking(c *service.Checks, pointer string, born time.Time) {
	if h == nil || h.SmokingYears == nil {
		return
	}
	years, smoked := *h.SmokingYears, h.SmokingStatus == "current" || h.SmokingStatus == "former"
	c.Refuse(!smoked || years < 1, pointer+"/smoking_years", "out_of_range",
		"Only current and former smokers can have years of smoking, and then at least 1.")
	c.Refuse(smoked && born.AddDate(years, 0, 0).After(time.Now().UTC()), pointer+"/smoking_years", "out_of_range",
		"The patient can't have smoked for more years than they have lived.")
}

func (r *Reachable) checkEmails(c *service.Checks, codes *resource.Codes) {
	primary, known := false, map[string]bool{}
	r.Emails = slices.Clone(r.Emails) // the values stay as they were sent
	for i := range r.Emails {
		e, pointer := &r.Emails[i], fmt.Sprintf("/emails/%d", i)
		normal, fault := auth.NormalizeEmail(pointer+"/email", e.Email)
		if fault != nil {
			c.Fields = append(c.Fields, *fault)
		}
		e.Email, e.Type = normal, cmp.Or(e.Type, "home")
		codes.Name(pointer+"/type", "email_types", e.Type)
		c.Refuse(known[e.Email], pointer+"/email", "duplicate", "This address appears twice.")
		c.Refuse(e.Primary && primary, pointer+"/is_primary", "duplicate", "Only one address can be the primary one.")
		primary, known[e.Email] = primary || e.Primary, e.Email != ""
	}
}

func (r *Reachable) checkPhones(c *service.Checks, codes *resource.Codes) (stored []storedPhone) {
	primary := false
	for i, p := range r.Phones {
		pointer := fmt.Sprintf("/phones/%d", i)
		number := contact.CheckPhone(c, pointer, p.Number, p.Extension)
		twice := slices.ContainsFunc(stored, func(other storedPhone) bool { return other.is(number) })
		c.Refuse(number.E164 != "" && twice, pointer+"/number", "duplicate", "This number appears twice.")
		c.Refuse(p.Primary && primary, pointer+"/is_primary", "duplicate", "Only one number can be the primary one.")
		primary = primary || p.Primary
		p.Number, p.Type = number.E164, cmp.Or(p.Type, "mobile")
		if number.Extension != "" {
			p.Extension = &number.Extension
		}
		codes.Name(pointer+"/type", "phone_types", p.Type)
		stored = append(stored, storedPhone{p, number.CountryCode, number.AreaCode})
	}
	return stored
}
