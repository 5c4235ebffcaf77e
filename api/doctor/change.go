package doctor

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/doctor"
)

type changeInput struct {
	endpoint.Precondition
	PathInput
	Body doctorChangeBody `contentType:"application/merge-patch+json"`
}

type doctorChangeBody struct {
	FirstName       endpoint.Optional[string] `json:"first_name,omitempty" minLength:"1" maxLength:"100" example:"Dora"`
	LastName        endpoint.Optional[string] `json:"last_name,omitempty" minLength:"1" maxLength:"100" example:"Lima"`
	LicenceNumber   endpoint.Optional[string] `json:"licence_number,omitempty" pattern:"^[A-Za-z0-9]([A-Za-z0-9 ./-]{0,48}[A-Za-z0-9])?$" example:"MA-123456"`
	Specialty       endpoint.Optional[string] `json:"specialty,omitempty" maxLength:"50" example:"family_medicine" doc:"A code of the catalog doctor specialties."`
	Sex             endpoint.Optional[string] `json:"sex,omitempty" maxLength:"50" example:"female" doc:"A code of the catalog sexes."`
	Gender          endpoint.Optional[string] `json:"gender,omitempty" maxLength:"50" example:"woman" doc:"A code of the catalog genders."`
	YearsExperience endpoint.Optional[int]    `json:"years_experience,omitempty" minimum:"0" maximum:"80" example:"12"`
	ConsultationFee endpoint.Optional[string] `json:"consultation_fee,omitempty" pattern:"^[0-9]{1,5}([.][0-9]{1,2})?$" example:"120.50" doc:"0 to 10,000, in the currency of the institution's country."`
}

func (h handlers) registerChange(api *endpoint.API) {
	endpoint.Patch(api, huma.Operation{
		OperationID: "change-doctor",
		Path:        path + "/{id}",
		Summary:     "Change a doctor",
		Description: "Active doctors can change their own gender, years of experience and consultation fee. Their institution, and staff with the permission doctors:update, can change everything. Only those three can be removed. The status has operations of its own.",
		Tags:        tags,
		Errors:      []int{http.StatusConflict},
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
	d, err := h.doctors.Change(ctx, id, versions, doctor.Change{
		FirstName: b.FirstName.Optional, LastName: b.LastName.Optional, LicenceNumber: b.LicenceNumber.Optional,
		Specialty: b.Specialty.Optional, Sex: b.Sex.Optional, Gender: b.Gender.Optional,
		YearsExperience: b.YearsExperience.Optional,
		ConsultationFee: service.Optional[decimal.Decimal]{Given: b.ConsultationFee.Given, Value: fee(b.ConsultationFee.Value)},
	})
	if err != nil {
		return nil, err
	}
	return toOutput(d), nil
}
