package patientrecords

import (
	"context"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/record"
)

type careTeamBody struct {
	PatientID   uuid.UUID               `json:"patient_id" format:"uuid"`
	Doctor      careTeamDoctorBody      `json:"doctor"`
	Institution careTeamInstitutionBody `json:"institution"`
}

type careTeamDoctorBody struct {
	ID              uuid.UUID             `json:"id" format:"uuid"`
	FirstName       string                `json:"first_name" example:"Dora"`
	LastName        string                `json:"last_name" example:"Lima"`
	LicenceNumber   string                `json:"licence_number" example:"MA-123456"`
	Specialty       string                `json:"specialty" example:"family_medicine" doc:"A code from the catalog of doctor specialties."`
	YearsExperience *int                  `json:"years_experience" example:"12"`
	Status          valueset.DoctorStatus `json:"status"`
}

type careTeamInstitutionBody struct {
	ID             uuid.UUID          `json:"id" format:"uuid"`
	Type           string             `json:"type" example:"hospital" doc:"A code from the catalog of institution types."`
	Name           string             `json:"name" example:"General Hospital"`
	Website        *string            `json:"website" example:"https://hospital.example.org"`
	Verified       bool               `json:"verified" doc:"Whether an administrator has checked the licence."`
	Email          *string            `json:"email" example:"desk@hospital.example.org" doc:"The primary e-mail address; null when there is none."`
	Phone          *string            `json:"phone" example:"+16175550100" doc:"The primary phone number in E.164; null when there is none."`
	PhoneExtension *string            `json:"phone_extension" example:"12"`
	Address        *publicAddressBody `json:"address,omitempty" doc:"The primary address; left out when there is none."`
}

type publicAddressBody struct {
	Line1      string   `json:"line1" example:"12 Beacon Street"`
	Line2      *string  `json:"line2"`
	City       string   `json:"city" example:"Boston"`
	PostalCode *string  `json:"postal_code" example:"02108"`
	Region     *string  `json:"region" example:"US-MA" doc:"An ISO 3166-2 code of a region in the country."`
	Country    string   `json:"country" example:"US" doc:"An ISO 3166-1 alpha-2 code."`
	Latitude   *float64 `json:"latitude" example:"42.358"`
	Longitude  *float64 `json:"longitude" example:"-71.064"`
}

type careTeamOutput struct{ Body careTeamBody }

func (h handlers) registerCareTeam(api *endpoint.API) {
	endpoint.Read(api, operation(huma.Operation{
		OperationID: "get-patient-care-team",
		Path:        "/care-team",
		Summary:     "Read a patient's care team",
		Description: "The doctor and the institution, with the institution's primary contacts, which are used to reach both. For all callers who may see the patient; staff also need the permissions doctors:read and institutions:read.",
	}), h.careTeam)
}

func (h handlers) careTeam(ctx context.Context, in *PatientInput) (*careTeamOutput, error) {
	id, err := h.patient(ctx, in)
	if err != nil {
		return nil, err
	}
	team, err := h.Records.CareTeam(ctx, id)
	if err != nil {
		return nil, err
	}
	return &careTeamOutput{toCareTeam(team)}, nil
}

func toCareTeam(team *record.CareTeam) careTeamBody {
	d := team.Doctor
	return careTeamBody{
		PatientID: team.PatientID,
		Doctor: careTeamDoctorBody{
			ID: d.ID, FirstName: d.FirstName, LastName: d.LastName, LicenceNumber: d.LicenceNumber, Specialty: d.Specialty,
			YearsExperience: d.YearsExperience, Status: d.Status,
		},
		Institution: toCareTeamInstitution(team),
	}
}

func toCareTeamInstitution(team *record.CareTeam) careTeamInstitutionBody {
	i, c := team.Institution, team.Contact
	body := careTeamInstitutionBody{ID: i.ID, Type: i.Type, Name: i.Name, Website: i.Website, Verified: i.Verified}
	if c.Email != nil {
		body.Email = &c.Email.Address
	}
	if c.Phone != nil {
		body.Phone, body.PhoneExtension = &c.Phone.Number, c.Phone.Extension
	}
	if c.Address != nil {
		body.Address = toPublicAddress(c.Address)
	}
	return body
}

func toPublicAddress(a *contact.Address) *publicAddressBody {
	return &publicAddressBody{
		a.Line1, a.Line2, a.City, a.PostalCode, a.Region, a.Country, a.Latitude, a.Longitude,
	}
}
