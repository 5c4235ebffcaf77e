package generate

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/google/uuid"
	"golang.org/x/text/unicode/norm"
)

// Patient is a patient with the records of a life. Dates are days as in 2006-01-02.
type Patient struct {
	Contacts
	ID                    uuid.UUID      `json:"id"`
	DoctorID              uuid.UUID      `json:"doctor_id"`
	InstitutionID         uuid.UUID      `json:"institution_id"`
	CreatedAt             time.Time      `json:"created_at"`
	FirstName             string         `json:"first_name"`
	LastName              string         `json:"last_name"`
	Sex                   string         `json:"sex"`    // code of sexes
	Gender                *string        `json:"gender"` // code of genders
	DateOfBirth           string         `json:"date_of_birth"`
	DeceasedAt            *time.Time     `json:"deceased_at"`
	EmergencyContactName  *string        `json:"emergency_contact_name"`
	EmergencyContactPhone *string        `json:"emergency_contact_phone"`
	ValidationStatus      string         `json:"validation_status"` // to be reached from pending step by step
	RejectionReason       *string        `json:"rejection_reason"`
	Profile               Profile        `json:"profile"`
	Conditions            []Condition    `json:"conditions"`
	Medications           []Medication   `json:"medications"`
	Allergies             []Allergy      `json:"allergies"`
	FamilyHistory         []FamilyMember `json:"family_history"`
}

// ages are the shares of five-year age bands from 0 to 99 among people who see doctors.
var ages = []float64{4.5, 4.2, 4.4, 4.8, 5.6, 6.2, 6.6, 6.6, 6.5, 6.5, 6.6, 6.7, 6.5, 6.0, 5.2, 4.3, 3.2, 2.1, 1.1, 0.4}

// Patient returns the i-th patient, counted from 0. The first is a living adult with full access, for demonstrations.
func (w *World) Patient(i int) Patient {
	c := w.random("patient", i)
	doctor := w.doctorOf(c, i)
	where := w.institutions[doctor.institution].place
	culture := where.cultureOf(c)
	sex, gender := sexAndGender(c)
	first, last := name(c, culture, sex)

	years := 5*c.weighted(ages) + c.IntN(5)
	if i == 0 {
		years = 52
	}
	born := w.asOf.AddDate(-years, 0, -c.between(1, 364))
	registered := w.registered(c, i, born)
	p := Patient{
		ID: w.id("patient", i), DoctorID: doctor.ID, InstitutionID: doctor.InstitutionID, CreatedAt: registered,
		FirstName: first, LastName: last, Sex: sex, Gender: gender, DateOfBirth: day(born),
		Contacts: Contacts{
			Emails:    []Email{{Email: mailbox(first, last, "p", i), Type: "home"}},
			Phones:    []Phone{where.phone(c, "mobile")},
			Addresses: []Address{where.address(c, "home")},
		},
	}
	if c.happens(0.15) {
		p.Phones = append(p.Phones, where.phone(c, "work"))
	}
	if c.happens(0.85) || years < 18 {
		relative, _ := name(c, culture, "")
		contact, number := relative+" "+last, where.phone(c, "mobile").Number
		p.EmergencyContactName, p.EmergencyContactPhone = &contact, &number
	}
	life := newLife(c, w.asOf, born, sex)
	p.Profile, p.Conditions, p.Medications = life.profile(), life.conditions(), life.medications()
	p.Allergies, p.FamilyHistory = life.allergies(), life.familyHistory()
	p.validate(c)
	if i == 0 {
		p.ValidationStatus, p.RejectionReason = "full_access", nil
		return p
	}
	if p.DeceasedAt = life.death(registered); p.DeceasedAt != nil {
		p.endAt(day(*p.DeceasedAt))
	}
	return p
}

// endAt removes what would have happened after death.
func (p *Patient) endAt(death string) {
	p.Conditions = slices.DeleteFunc(p.Conditions, func(c Condition) bool {
		return c.Onset > death || (c.Abatement != nil && *c.Abatement > death)
	})
	p.Medications = slices.DeleteFunc(p.Medications, func(m Medication) bool {
		return m.Start > death || (m.End != nil && *m.End > death)
	})
	p.Allergies = slices.DeleteFunc(p.Allergies, func(a Allergy) bool { return a.Recorded > death })
}

// doctorOf draws an active doctor, some far more often than others. The first patient gets the first doctor.
func (w *World) doctorOf(c *chance, i int) Doctor {
	if i == 0 {
		return w.doctors[w.active[0]]
	}
	u := c.Float64()
	return w.doctors[w.active[int(float64(len(w.active))*u*(0.4+0.6*u))]]
}

// registered draws when the patient was registered: after birth, and more often in recent times.
func (w *World) registered(c *chance, i int, born time.Time) time.Time {
	days := int(w.asOf.Sub(w.asOf.AddDate(0, -registrationMonths, 0)).Hours() / 24)
	when := c.Float64()
	if c.happens(0.4) {
		when = max(when, c.Float64())
	}
	at := w.asOf.AddDate(0, 0, -1-int(float64(days-1)*(1-when))).Add(time.Duration(c.between(7*3600, 19*3600)) * time.Second)
	if i == 0 {
		at = w.asOf.AddDate(0, -registrationMonths, 1)
	}
	if at.Before(born) {
		at = born.Add(10 * time.Hour)
	}
	return at.Add(time.Duration(i%1000) * time.Millisecond)
}

func sexAndGender(c *chance) (sex string, gender *string) {
	sex = []string{"female", "male", "other"}[c.weighted([]float64{51, 48.6, 0.4})]
	usual := map[string]string{"female": "woman", "male": "man", "other": "non_binary"}[sex]
	switch {
	case c.happens(0.55):
		return sex, &usual
	case c.happens(0.03):
		other := pick(c, []string{"non_binary", "transgender_woman", "transgender_man", "genderqueer", "undisclosed"})
		return sex, &other
	}
	return sex, nil
}

// validate draws how far the patient's validation has come.
func (p *Patient) validate(c *chance) {
	p.ValidationStatus = []string{"pending", "doctor_validated", "institution_validated", "full_access", "rejected"}[c.weighted(
		[]float64{13, 10, 11, 62, 4})]
	if p.ValidationStatus == "rejected" {
		reason := pick(c, []string{"The identity document does not match.", "Not a patient of this doctor.", "Registered twice."})
		p.RejectionReason = &reason
	}
}

// mailbox returns an address that no other person of the world has, at a domain that nobody owns.
func mailbox(first, last, kind string, i int) string {
	return fmt.Sprintf("%s.%s.%s%d@example.com", ascii(first), ascii(last), kind, i+1)
}

// ascii returns the text in lower case without accents.
func ascii(text string) string {
	return strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(strings.ReplaceAll(text, "ß", "ss")))
}

func day(t time.Time) string { return t.Format(time.DateOnly) }
