package patient

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/patient"
)

type changeInput struct {
	endpoint.Precondition
	ID   string     `path:"id" maxLength:"36" example:"me" doc:"A patient's id, or me for the patient who asks."`
	Body changeBody `contentType:"application/merge-patch+json"`
}

type changeBody struct {
	FirstName        endpoint.Optional[string]                     `json:"first_name,omitempty" minLength:"1" maxLength:"100" example:"Ana"`
	LastName         endpoint.Optional[string]                     `json:"last_name,omitempty" minLength:"1" maxLength:"100" example:"García"`
	DateOfBirth      endpoint.Optional[string]                     `json:"date_of_birth,omitempty" format:"date" example:"1980-06-15"`
	DeceasedAt       endpoint.Optional[string]                     `json:"deceased_at,omitempty" format:"date-time" example:"2026-01-31T06:30:00Z"`
	Sex              endpoint.Optional[string]                     `json:"sex,omitempty" maxLength:"50" example:"female" doc:"A code of the catalog sexes."`
	Gender           endpoint.Optional[string]                     `json:"gender,omitempty" maxLength:"50" example:"woman" doc:"A code of the catalog genders."`
	EmergencyContact endpoint.Optional[changeEmergencyContactBody] `json:"emergency_contact,omitempty"`
}

type changeEmergencyContactBody struct {
	Name  endpoint.Optional[string] `json:"name,omitempty" minLength:"1" maxLength:"200"`
	Phone endpoint.Optional[string] `json:"phone,omitempty" maxLength:"40" example:"+16175550100" doc:"International, with a plus sign; kept as E.164."`
}

func (h handlers) registerChange(api *endpoint.API) {
	endpoint.Patch(api, huma.Operation{
		OperationID: "change-patient",
		Path:        path + "/{id}",
		Summary:     "Change a patient",
		Description: "Patients change their emergency contact; their doctor, their institution and staff with the permission patients:update change everything. Who treats the patient is said by a transfer.",
		Tags:        tags,
	}, h.change)
}

func (h handlers) change(ctx context.Context, in *changeInput) (*output, error) {
	versions, err := in.Versions(ctx)
	if err != nil {
		return nil, err
	}
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	b := in.Body
	change := patient.Change{
		FirstName: b.FirstName.Optional, LastName: b.LastName.Optional,
		DateOfBirth: optionalTime(b.DateOfBirth, time.DateOnly), DeceasedAt: optionalTime(b.DeceasedAt, time.RFC3339),
		Sex: b.Sex.Optional, Gender: b.Gender.Optional,
	}
	change.EmergencyContact.Given = b.EmergencyContact.Given
	if c := b.EmergencyContact.Value; c != nil {
		change.EmergencyContact.Value = &patient.EmergencyContactChange{Name: c.Name.Optional, Phone: c.Phone.Optional}
	}
	p, err := h.patients.Change(ctx, id, versions, change)
	if err != nil {
		return nil, err
	}
	return toOutput(p), nil
}

// optionalTime reads a time of which the schema has seen to it that it has the layout.
func optionalTime(o endpoint.Optional[string], layout string) service.Optional[time.Time] {
	result := service.Optional[time.Time]{Given: o.Given}
	if o.Value != nil {
		t, _ := time.Parse(layout, *o.Value)
		result.Value = &t
	}
	return result
}
