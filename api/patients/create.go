package patients

import (
	"cmp"
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/patient"
)

type createInput struct {
	Body patientCreateBody
}

// patientCreateBody has ids as text: an invalid UUID would end the decoding, and hide other mistakes.
type patientCreateBody struct {
	DoctorID      *string `json:"doctor_id,omitempty" format:"uuid" doc:"The doctor who cares for the patient. Doctors leave it out."`
	InstitutionID *string `json:"institution_id,omitempty" format:"uuid" doc:"The doctor's institution, which is also the default."`
	PersonBody
	HealthProfile *healthProfileCreateBody `json:"health_profile,omitempty"`
	Account       *account.NewAccount      `json:"account,omitempty" doc:"The account that the patient signs in with."`

	prepared patient.Prepared
}

// PersonBody is the person to register, with their contacts.
type PersonBody struct {
	FirstName        string                    `json:"first_name" minLength:"1" maxLength:"100" example:"Ana"`
	LastName         string                    `json:"last_name" minLength:"1" maxLength:"100" example:"García"`
	DateOfBirth      string                    `json:"date_of_birth" format:"date" example:"1980-06-15" doc:"At most 120 years ago."`
	Sex              string                    `json:"sex" maxLength:"50" example:"female" doc:"A code from the catalog of sexes."`
	Gender           *string                   `json:"gender,omitempty" maxLength:"50" example:"woman" doc:"A code from the catalog of genders."`
	EmergencyContact *patient.EmergencyContact `json:"emergency_contact,omitempty"`
	Emails           []registeredEmailBody     `json:"emails,omitempty" maxItems:"10" nullable:"false" doc:"The first is the primary one unless is_primary says otherwise."`
	Phones           []registeredPhoneBody     `json:"phones,omitempty" maxItems:"10" nullable:"false" doc:"The first is the primary one unless is_primary says otherwise."`
}

type healthProfileCreateBody struct {
	HeightCM              *float64 `json:"height_cm,omitempty" minimum:"20" maximum:"272" example:"172.5"`
	WeightKG              *float64 `json:"weight_kg,omitempty" minimum:"0.2" maximum:"650" example:"68"`
	BloodType             *string  `json:"blood_type,omitempty" maxLength:"50" example:"O-" doc:"A code from the catalog of blood types."`
	SmokingStatus         string   `json:"smoking_status,omitempty" enum:"never,former,current,unknown" default:"unknown"`
	SmokingYears          *int     `json:"smoking_years,omitempty" minimum:"1" maximum:"120" doc:"Only for current and former smokers."`
	AlcoholFrequency      string   `json:"alcohol_frequency,omitempty" enum:"never,rarely,occasionally,regularly,daily,unknown" default:"unknown"`
	WeeklyActivityMinutes *int     `json:"weekly_activity_minutes,omitempty" minimum:"0" maximum:"10080"`
	Notes                 *string  `json:"notes,omitempty" maxLength:"4000"`
}

type registeredEmailBody struct {
	Email   string `json:"email" maxLength:"254" example:"ana@example.org"`
	Type    string `json:"type,omitempty" maxLength:"50" default:"home" doc:"A code from the catalog of e-mail types."`
	Primary bool   `json:"is_primary,omitempty" default:"false"`
}

type registeredPhoneBody struct {
	Number    string  `json:"number" maxLength:"40" example:"+16175550100" doc:"In international format, with a plus sign. Stored as E.164."`
	Extension *string `json:"extension,omitempty" pattern:"^[0-9]{1,10}$"`
	Type      string  `json:"type,omitempty" maxLength:"50" default:"mobile" doc:"A code from the catalog of phone types."`
	Primary   bool    `json:"is_primary,omitempty" default:"false"`
}

type createOutput struct {
	Location string `header:"Location" doc:"The address of the new patient."`
	ETag     string `header:"ETag"`
	Body     PatientBody
}

// Patient returns the id of the patient whose record this is.
func (o *createOutput) Patient() uuid.UUID { return o.Body.ID }

func (h handlers) registerCreate(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID:   "create-patient",
		Method:        http.MethodPost,
		Path:          path,
		Summary:       "Create a patient",
		Description:   "Creates the patient, the health profile, the contacts and the account, all or nothing. Doctors can create their own patients, institutions those of their doctors, staff with the permission patients:create any patient.",
		Tags:          tags,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
		Middlewares:   huma.Middlewares{endpoint.Lend(h.patients)},
	}, h.create)
}

func (h handlers) create(ctx context.Context, in *createInput) (*createOutput, error) {
	p, err := h.patients.Create(ctx, in.Body.prepared)
	if err != nil {
		return nil, err
	}
	return &createOutput{
		Location: path + "/" + p.ID.String(), ETag: endpoint.VersionTag(p.Version), Body: ToPatient(p),
	}, nil
}

// Resolve adds the service's checks to those of the schema, so that the response lists all mistakes at once.
func (b *patientCreateBody) Resolve(c huma.Context, _ *huma.PathBuffer) []error {
	return endpoint.Prepare(c, &b.prepared, func(ctx context.Context, patients *patient.Service) (patient.Prepared, []service.Field, error) {
		return patients.Prepare(ctx, b.registration())
	})
}

// registration leaves out dates and ids that the schema refuses.
func (b *patientCreateBody) registration() patient.Registration {
	r := b.person()
	r.DoctorID, r.InstitutionID, r.Profile = id(b.DoctorID), id(b.InstitutionID), b.HealthProfile.profile()
	r.Account = b.Account
	return r
}

// person leaves out dates that the schema refuses.
func (b *PersonBody) person() patient.Registration {
	born, _ := time.Parse(time.DateOnly, b.DateOfBirth)
	r := patient.Registration{
		FirstName: b.FirstName, LastName: b.LastName, DateOfBirth: born, Sex: b.Sex, Gender: b.Gender,
	}
	if c := b.EmergencyContact; c != nil {
		r.EmergencyContact = &patient.EmergencyContact{Name: c.Name, Phone: c.Phone}
	}
	for _, e := range b.Emails {
		e.Type = cmp.Or(e.Type, "home") // huma sets no defaults when a field is of another type
		r.Emails = append(r.Emails, patient.NewEmail(e))
	}
	for _, p := range b.Phones {
		p.Type = cmp.Or(p.Type, "mobile")
		r.Phones = append(r.Phones, patient.NewPhone(p))
	}
	return r
}

func id(text *string) uuid.UUID {
	if text == nil {
		return uuid.Nil
	}
	parsed, _ := uuid.Parse(*text)
	return parsed
}

func (b *healthProfileCreateBody) profile() patient.Profile {
	if b == nil {
		return patient.Profile{SmokingStatus: "unknown", AlcoholFrequency: "unknown"}
	}
	return patient.Profile{
		HeightCM: measure(b.HeightCM), WeightKG: measure(b.WeightKG), BloodType: b.BloodType,
		SmokingStatus: b.SmokingStatus, SmokingYears: b.SmokingYears, AlcoholFrequency: b.AlcoholFrequency,
		WeeklyActivityMinutes: b.WeeklyActivityMinutes, Notes: b.Notes,
	}
}

// measure keeps the digits that the caller wrote.
func measure(value *float64) *decimal.Decimal {
	if value == nil {
		return nil
	}
	d := decimal.NewFromFloat(*value)
	return &d
}
