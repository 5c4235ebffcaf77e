package generate

import (
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Contacts of a person or institution; the first of each kind is the primary one.
type Contacts struct {
	Emails    []Email   `json:"emails"`
	Phones    []Phone   `json:"phones"`
	Addresses []Address `json:"addresses"`
}

// Email is an address and its type, a code of email_types.
type Email struct {
	Email string `json:"email"`
	Type  string `json:"type"`
}

// Phone is a number in E.164 and its type, a code of phone_types.
type Phone struct {
	Number      string `json:"number"`
	CountryCode string `json:"country_code"`
	AreaCode    string `json:"area_code"`
	Type        string `json:"type"`
}

// Address has the codes of its region and country, and latitude and longitude in degrees.
type Address struct {
	Use        string `json:"use"`
	Line1      string `json:"line1"`
	City       string `json:"city"`
	PostalCode string `json:"postal_code"`
	Region     string `json:"region"`
	Country    string `json:"country"`
	Latitude   string `json:"latitude"`
	Longitude  string `json:"longitude"`
}

// Institution is a place where doctors work.
type Institution struct {
	Contacts
	ID            uuid.UUID `json:"id"`
	CreatedAt     time.Time `json:"created_at"`
	Name          string    `json:"name"`
	LicenceNumber string    `json:"licence_number"`
	Type          string    `json:"type"` // code of institution_types
	Website       string    `json:"website"`
	place         place
}

// Doctor is a doctor at an institution.
type Doctor struct {
	Contacts
	ID              uuid.UUID `json:"id"`
	InstitutionID   uuid.UUID `json:"institution_id"`
	CreatedAt       time.Time `json:"created_at"`
	FirstName       string    `json:"first_name"`
	LastName        string    `json:"last_name"`
	Sex             string    `json:"sex"`       // code of sexes
	Specialty       string    `json:"specialty"` // code of doctor_specialties
	LicenceNumber   string    `json:"licence_number"`
	YearsExperience int       `json:"years_experience"`
	ConsultationFee string    `json:"consultation_fee"`
	Status          string    `json:"status"`
	institution     int
}

var institutionKinds = struct {
	types   []string
	weights []float64
	names   map[string][]string
}{
	[]string{"hospital", "health_center", "preventive_clinic"},
	[]float64{45, 35, 20},
	map[string][]string{
		"hospital":          {"%s General Hospital", "%s Memorial Hospital", "Saint Luke Hospital %s", "%s University Hospital"},
		"health_center":     {"%s Community Health Center", "%s Family Health Center", "%s Primary Care Center"},
		"preventive_clinic": {"%s Preventive Clinic", "%s Heart and Prevention Clinic", "%s Screening Clinic"},
	},
}

// licencePrefix keeps licence numbers of different seeds apart.
func (w *World) licencePrefix() string { return strings.ToUpper(w.id("licence", 0).String()[:6]) }

func (w *World) institution(i int) Institution {
	c := w.random("institut", i)
	known := places()
	where := known.cities[c.weighted(known.weights)]
	kind := institutionKinds.types[c.weighted(institutionKinds.weights)]
	if i == 0 {
		kind = "hospital"
	}
	title := fmt.Sprintf(pick(c, institutionKinds.names[kind]), where.city)
	host := fmt.Sprintf("institution-%d.example.org", i+1)
	return Institution{
		ID: w.id("institut", i), CreatedAt: w.asOf.AddDate(0, -registrationMonths, -c.between(10, 90)),
		Name: title, Type: kind, LicenceNumber: fmt.Sprintf("INST-%s-%05d", w.licencePrefix(), i+1),
		Website: "https://" + host, place: where,
		Contacts: Contacts{
			Emails:    []Email{{Email: "contact@" + host, Type: "work"}},
			Phones:    []Phone{where.phone(c, "work")},
			Addresses: []Address{where.address(c, "work")},
		},
	}
}

// specialties are those that doctors have, with how often they occur and the usual fee.
var specialties = []struct {
	code   string
	weight float64
	fee    int
}{
	{"family_medicine", 22, 80}, {"general_internal_medicine", 16, 95}, {"general_practice", 10, 70},
	{"general_pediatrics", 8, 85}, {"cardiology", 7, 180}, {"endocrinology", 5, 160}, {"obstetrics_gynecology", 6, 150},
	{"pulmonology", 3, 150}, {"neurology", 3, 190}, {"psychiatry", 4, 170}, {"nephrology", 2, 170},
	{"gastroenterology", 3, 165}, {"dermatology", 3, 140}, {"orthopedic_surgery", 3, 210}, {"geriatrics", 3, 110},
	{"preventive_medicine", 2, 90},
}

func (w *World) doctor(i int) Doctor {
	c := w.random("doctor", i)
	// Every institution gets a doctor before any gets a second one; larger ones come first.
	institution := i
	if i >= len(w.institutions) {
		institution = int(float64(len(w.institutions)) * c.Float64() * c.Float64())
	}
	where := w.institutions[institution].place
	sex := pick(c, []string{"female", "male"})
	first, last := name(c, where.cultureOf(c), sex)
	weights := make([]float64, len(specialties))
	for j, s := range specialties {
		weights[j] = s.weight
	}
	specialty := specialties[c.weighted(weights)]
	years := int(c.normal(14, 9, 1, 42))
	status := "active"
	if i >= len(w.institutions) && c.happens(0.06) {
		status = pick(c, []string{"retired", "suspended"})
	}
	return Doctor{
		ID: w.id("doctor", i), InstitutionID: w.institutions[institution].ID, institution: institution,
		CreatedAt: w.institutions[institution].CreatedAt.AddDate(0, 0, c.between(1, 9)),
		FirstName: first, LastName: last, Sex: sex, Specialty: specialty.code, Status: status, YearsExperience: years,
		LicenceNumber:   fmt.Sprintf("MD-%s-%06d", w.licencePrefix(), i+1),
		ConsultationFee: fmt.Sprintf("%d.00", (specialty.fee+2*years+c.between(-15, 25))/5*5),
		Contacts: Contacts{
			Emails:    []Email{{Email: mailbox(first, last, "dr", i), Type: "work"}},
			Phones:    []Phone{where.phone(c, "work")},
			Addresses: []Address{w.institutions[institution].Addresses[0]},
		},
	}
}
