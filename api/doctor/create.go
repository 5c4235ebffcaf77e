package doctor

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/doctor"
)

type createInput struct {
	Body newDoctorBody
}

// newDoctorBody has the id as text: an id that isn't a UUID would end the decoding and hide other mistakes.
type newDoctorBody struct {
	InstitutionID   *string                  `json:"institution_id,omitempty" format:"uuid" doc:"An active institution; institutions leave it out."`
	FirstName       string                   `json:"first_name" minLength:"1" maxLength:"100" example:"Dora"`
	LastName        string                   `json:"last_name" minLength:"1" maxLength:"100" example:"Lima"`
	LicenceNumber   string                   `json:"licence_number" pattern:"^[A-Za-z0-9]([A-Za-z0-9 ./-]{0,48}[A-Za-z0-9])?$" example:"MA-123456" doc:"No other doctor has it."`
	Specialty       string                   `json:"specialty" maxLength:"50" example:"family_medicine" doc:"A code of the catalog doctor specialties."`
	Sex             string                   `json:"sex" maxLength:"50" example:"female" doc:"A code of the catalog sexes."`
	Gender          *string                  `json:"gender,omitempty" maxLength:"50" example:"woman" doc:"A code of the catalog genders."`
	YearsExperience *int                     `json:"years_experience,omitempty" minimum:"0" maximum:"80" example:"12"`
	ConsultationFee *string                  `json:"consultation_fee,omitempty" pattern:"^[0-9]{1,5}([.][0-9]{1,2})?$" example:"120.50" doc:"0 to 10,000, in the currency of the institution's country."`
	Account         *endpoint.NewAccountBody `json:"account,omitempty" doc:"Lets the doctor sign in."`

	prepared doctor.Prepared
}

type createOutput struct {
	Location string `header:"Location" doc:"The address of the new doctor."`
	ETag     string `header:"ETag"`
	Body     doctorBody
}

func (h handlers) registerCreate(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID:   "create-doctor",
		Method:        http.MethodPost,
		Path:          path,
		Summary:       "Register a doctor",
		Description:   "Creates an active doctor and the account, both or neither. Institutions can register their own doctors, staff with the permissions doctors:create and doctors:read any doctor.",
		Tags:          tags,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
		Middlewares:   huma.Middlewares{endpoint.Lend(h.doctors)},
	}, h.create)
}

func (h handlers) create(ctx context.Context, in *createInput) (*createOutput, error) {
	d, err := h.doctors.Register(ctx, in.Body.prepared)
	if err != nil {
		return nil, err
	}
	return &createOutput{
		Location: path + "/" + d.ID.String(), ETag: endpoint.VersionTag(d.Version), Body: toBody(d),
	}, nil
}

// Resolve adds the service's checks to those of the schema, so that the response lists all mistakes at once.
func (b *newDoctorBody) Resolve(c huma.Context, _ *huma.PathBuffer) []error {
	return endpoint.Prepare(c, &b.prepared, func(ctx context.Context, doctors *doctor.Service) (doctor.Prepared, []service.Field, error) {
		return doctors.Prepare(ctx, b.registration())
	})
}

// registration leaves out ids and amounts that aren't valid, because the schema refuses them.
func (b *newDoctorBody) registration() doctor.Registration {
	r := doctor.Registration{
		FirstName: b.FirstName, LastName: b.LastName, LicenceNumber: b.LicenceNumber, Specialty: b.Specialty,
		Sex: b.Sex, Gender: b.Gender, YearsExperience: b.YearsExperience, ConsultationFee: fee(b.ConsultationFee),
		Account: (*account.NewAccount)(b.Account),
	}
	if b.InstitutionID != nil {
		r.InstitutionID, _ = uuid.Parse(*b.InstitutionID)
	}
	return r
}
