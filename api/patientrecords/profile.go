package patientrecords

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/patients"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/patient"
)

type patientProfileBody struct {
	Patient patients.PatientBody `json:"patient"`
	ContactsBody
	HealthProfile *patient.HealthProfile `json:"health_profile,omitempty" doc:"Left out for insurers."`
}

// ContactsBody holds the ways to reach a patient.
type ContactsBody struct {
	Emails    []*contact.Email   `json:"emails" nullable:"false"`
	Phones    []*contact.Phone   `json:"phones" nullable:"false"`
	Addresses []*contact.Address `json:"addresses" nullable:"false"`
}

type profileOutput struct{ Body patientProfileBody }

func (h handlers) registerProfile(api *endpoint.API) {
	endpoint.Read(api, operation(huma.Operation{
		OperationID: "get-patient-profile",
		Path:        "/profile",
		Summary:     "Read a patient's profile",
		Description: "Personal data, contacts and health profile in one response. For all callers who may see the patient. Insurers get no health profile; colleagues of the patient's doctor get no notes.",
	}), h.profile)
}

func (h handlers) profile(ctx context.Context, in *PatientInput) (*profileOutput, error) {
	id, err := h.patient(ctx, in)
	if err != nil {
		return nil, err
	}
	p, err := h.Records.Profile(ctx, id)
	if err != nil {
		return nil, err
	}
	return &profileOutput{patientProfileBody{patients.ToPatient(p.Patient), ContactsBody(p.Contacts), p.HealthProfile}}, nil
}
