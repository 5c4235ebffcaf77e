package patient

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/contact"
)

// maxAge is how old a living patient may be, in years.
const maxAge = 120

// Registration is a patient to register. Catalog entries are named by their codes.
type Registration struct {
	// DoctorID is nil for a doctor's own patient.
	DoctorID uuid.UUID
	// InstitutionID is nil for that of the doctor.
	InstitutionID    uuid.UUID
	FirstName        string
	LastName         string
	DateOfBirth      time.Time
	Sex              string
	Gender           *string
	EmergencyContact *EmergencyContact
	Profile          Profile
	Emails           []NewEmail
	Phones           []NewPhone
	// Account is nil for a patient who doesn't sign in.
	Account *NewAccount
}

// Profile is what is known of a patient's body and habits.
type Profile struct {
	HeightCM              *decimal.Decimal
	WeightKG              *decimal.Decimal
	BloodType             *string
	SmokingStatus         string
	SmokingYears          *int
	AlcoholFrequency      string
	WeeklyActivityMinutes *int
	Notes                 *string
}

// NewEmail is an address by which the patient is reached.
type NewEmail struct {
	Email   string
	Type    string
	Primary bool
}

// NewPhone is a number by which the patient is reached.
type NewPhone struct {
	Number    string
	Extension *string
	Type      string
	Primary   bool
}

// NewAccount lets the patient sign in.
type NewAccount struct{ Email, Password string }

// check returns what is wrong with the fields by themselves.
func (n *Registration) check() []service.Field {
	var c checks
	today := time.Now().UTC().Truncate(24 * time.Hour)
	c.refuse(strings.TrimSpace(n.FirstName) == "", "/first_name", "blank", "A name must not be blank.")
	c.refuse(strings.TrimSpace(n.LastName) == "", "/last_name", "blank", "A name must not be blank.")
	c.refuse(n.DateOfBirth.After(today), "/date_of_birth", "in_future", "A birth in the future.")
	c.refuse(!n.DateOfBirth.AddDate(maxAge+1, 0, 0).After(today), "/date_of_birth", "out_of_range",
		"A living patient is at most 120 years old.")
	if e := n.EmergencyContact; e != nil {
		c.refuse(strings.TrimSpace(e.Name) == "", "/emergency_contact/name", "blank", "A name must not be blank.")
		c.phone("/emergency_contact/phone", e.Phone)
	}
	c.smoking("/health_profile", n.Profile.SmokingStatus, n.Profile.SmokingYears, n.DateOfBirth, today)
	n.checkContacts(&c)
	if n.Account != nil {
		c.email("/account/email", n.Account.Email)
	}
	return c.fields
}

func (n *Registration) checkContacts(c *checks) {
	var emails, phones []string
	primaries := 0
	for i, e := range n.Emails {
		pointer := fmt.Sprintf("/emails/%d", i)
		address := c.email(pointer+"/email", e.Email)
		c.refuse(address != "" && slices.Contains(emails, address), pointer+"/email", "duplicate", "This address is given twice.")
		emails = append(emails, address)
		primaries += count(e.Primary)
		c.refuse(e.Primary && primaries > 1, pointer+"/is_primary", "duplicate", "Only one address is the primary one.")
	}
	primaries = 0
	for i, p := range n.Phones {
		pointer := fmt.Sprintf("/phones/%d", i)
		number := c.phone(pointer+"/number", p.Number)
		c.refuse(number != "" && slices.Contains(phones, number), pointer+"/number", "duplicate", "This number is given twice.")
		phones = append(phones, number)
		primaries += count(p.Primary)
		c.refuse(p.Primary && primaries > 1, pointer+"/is_primary", "duplicate", "Only one number is the primary one.")
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// checks collects the fields at fault.
type checks struct{ fields []service.Field }

func (c *checks) refuse(wrong bool, pointer, code, detail string) {
	if wrong {
		c.fields = append(c.fields, service.Field{Pointer: pointer, Code: code, Detail: detail})
	}
}

// smoking checks the years of smoking, in a body at pointer, of who was born on a day.
func (c *checks) smoking(pointer, status string, years *int, born, today time.Time) {
	if years == nil {
		return
	}
	smoked := status == "current" || status == "former"
	c.refuse(!smoked || *years < 1, pointer+"/smoking_years", "out_of_range",
		"Only current and former smokers have years of smoking, 1 or more.")
	c.refuse(smoked && born.AddDate(*years, 0, 0).After(today), pointer+"/smoking_years", "out_of_range",
		"These are more years of smoking than the patient has lived.")
}

// email returns the address as it is stored, or "" when it is none.
func (c *checks) email(pointer, address string) string {
	normal, field := auth.NormalizeEmail(pointer, address)
	if field != nil {
		c.fields = append(c.fields, *field)
	}
	return normal
}

// phone returns the number as it is stored, or "" when it is none.
func (c *checks) phone(pointer, number string) string {
	parsed, err := contact.ParsePhone(number)
	c.refuse(err != nil, pointer, "format", "This is no international phone number such as +16175550100.")
	return parsed.Number
}
