package patient

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/contact"
)

// maxAge is the largest age of a living patient, in years.
const maxAge = 120

// Registration is a patient to register. It names catalog entries by their codes. Its JSON is the document that
// sp_create_patient_with_profile takes.
type Registration struct {
	// DoctorID is nil for a doctor's own patient.
	DoctorID uuid.UUID `json:"doctor_id"`
	// InstitutionID is nil for the doctor's institution.
	InstitutionID    uuid.UUID         `json:"institution_id"`
	FirstName        string            `json:"first_name"`
	LastName         string            `json:"last_name"`
	DateOfBirth      time.Time         `json:"date_of_birth"`
	Sex              string            `json:"sex"`
	Gender           *string           `json:"gender,omitempty"`
	EmergencyContact *EmergencyContact `json:"emergency_contact,omitempty"`
	Profile          Profile           `json:"health_profile"`
	Emails           []NewEmail        `json:"emails,omitempty"`
	Phones           []NewPhone        `json:"phones,omitempty"`
	// Account is nil for a patient who won't sign in.
	Account *account.NewAccount `json:"-"`
}

// Profile is what is known about a patient's body and habits.
type Profile struct {
	HeightCM              *decimal.Decimal `json:"height_cm,omitempty"`
	WeightKG              *decimal.Decimal `json:"weight_kg,omitempty"`
	BloodType             *string          `json:"blood_type,omitempty"`
	SmokingStatus         string           `json:"smoking_status,omitempty"`
	SmokingYears          *int             `json:"smoking_years,omitempty"`
	AlcoholFrequency      string           `json:"alcohol_frequency,omitempty"`
	WeeklyActivityMinutes *int             `json:"weekly_activity_minutes,omitempty"`
	Notes                 *string          `json:"notes,omitempty"`
}

// NewEmail is an e-mail address of the patient.
type NewEmail struct {
	Email   string `json:"email"`
	Type    string `json:"type"`
	Primary bool   `json:"is_primary"`
}

// NewPhone is a phone number of the patient.
type NewPhone struct {
	Number    string  `json:"number"`
	Extension *string `json:"extension,omitempty"`
	Type      string  `json:"type"`
	Primary   bool    `json:"is_primary"`
}

// storedPhone is a phone number in E.164 format, with the parts that it contains.
type storedPhone struct {
	NewPhone
	CountryCode string `json:"country_code"`
	AreaCode    string `json:"area_code,omitempty"`
}

// normalize brings contacts into the form in which they are stored, and collects errors in single fields.
func (n *Registration) normalize(c *checks) (phones []storedPhone) {
	today := time.Now().UTC().Truncate(24 * time.Hour)
	c.refuse(strings.TrimSpace(n.FirstName) == "", "/first_name", "blank", "A name must not be blank.")
	c.refuse(strings.TrimSpace(n.LastName) == "", "/last_name", "blank", "A name must not be blank.")
	c.refuse(n.DateOfBirth.After(today), "/date_of_birth", "in_future", "The date of birth is in the future.")
	c.refuse(!n.DateOfBirth.AddDate(maxAge+1, 0, 0).After(today), "/date_of_birth", "out_of_range",
		"A living patient can be at most 120 years old.")
	if e := n.EmergencyContact; e != nil {
		c.refuse(strings.TrimSpace(e.Name) == "", "/emergency_contact/name", "blank", "A name must not be blank.")
		n.EmergencyContact = &EmergencyContact{Name: e.Name, Phone: c.phone("/emergency_contact/phone", e.Phone).Number}
	}
	c.smoking("/health_profile", n.Profile.SmokingStatus, n.Profile.SmokingYears, n.DateOfBirth, today)
	n.Emails = normalEmails(n.Emails, c)
	return normalPhones(n.Phones, c)
}

func normalEmails(emails []NewEmail, c *checks) (normal []NewEmail) {
	primary := false
	for i, e := range emails {
		pointer := fmt.Sprintf("/emails/%d", i)
		e.Email = c.email(pointer+"/email", e.Email)
		twice := slices.ContainsFunc(normal, func(other NewEmail) bool { return other.Email == e.Email })
		c.refuse(e.Email != "" && twice, pointer+"/email", "duplicate", "This address appears twice.")
		c.refuse(e.Primary && primary, pointer+"/is_primary", "duplicate", "Only one address can be the primary one.")
		primary = primary || e.Primary
		normal = append(normal, e)
	}
	return normal
}

func normalPhones(phones []NewPhone, c *checks) (normal []storedPhone) {
	primary := false
	for i, p := range phones {
		pointer := fmt.Sprintf("/phones/%d", i)
		number := c.phone(pointer+"/number", p.Number)
		twice := slices.ContainsFunc(normal, func(other storedPhone) bool { return other.Number == number.Number })
		c.refuse(number.Number != "" && twice, pointer+"/number", "duplicate", "This number appears twice.")
		c.refuse(p.Primary && primary, pointer+"/is_primary", "duplicate", "Only one number can be the primary one.")
		primary = primary || p.Primary
		p.Number = number.Number
		country, area := number.Parts()
		normal = append(normal, storedPhone{p, country, area})
	}
	return normal
}

// checks collects the fields at fault.
type checks struct{ fields []service.Field }

func (c *checks) refuse(wrong bool, pointer, code, detail string) {
	if wrong {
		c.fields = append(c.fields, service.Field{Pointer: pointer, Code: code, Detail: detail})
	}
}

// smoking checks the years of smoking in the body at pointer, for a patient born on a day.
func (c *checks) smoking(pointer, status string, years *int, born, today time.Time) {
	if years == nil {
		return
	}
	smoked := status == "current" || status == "former"
	c.refuse(!smoked || *years < 1, pointer+"/smoking_years", "out_of_range",
		"Only current and former smokers can have years of smoking, and then at least 1.")
	c.refuse(smoked && born.AddDate(*years, 0, 0).After(today), pointer+"/smoking_years", "out_of_range",
		"The patient can't have smoked for more years than they have lived.")
}

// email returns the address as it is stored, or "" when it isn't one.
func (c *checks) email(pointer, address string) string {
	normal, field := auth.NormalizeEmail(pointer, address)
	if field != nil {
		c.fields = append(c.fields, *field)
	}
	return normal
}

// phone returns the number as it is stored; empty when it isn't one.
func (c *checks) phone(pointer, number string) contact.PhoneNumber {
	parsed, err := contact.ParsePhone(number)
	c.refuse(err != nil, pointer, "format", "This is not an international phone number. Expected something like +16175550100.")
	return parsed
}
