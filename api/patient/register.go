package patient

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/patient"
)

type registerInput struct {
	Body selfRegistrationBody
}

// selfRegistrationBody has ids as text, as newPatientBody has.
type selfRegistrationBody struct {
	DoctorID      string `json:"doctor_id" format:"uuid" doc:"The doctor in whose care the patient is to be, from the institution's link."`
	InstitutionID string `json:"institution_id" format:"uuid" doc:"That of the doctor."`
	PersonBody
	Account  *endpoint.NewAccountBody `json:"account" doc:"Signs in once the address is confirmed."`
	Language string                   `json:"language,omitempty" enum:"en,es" doc:"Of the mail that follows; without, the platform's."`

	prepared patient.PreparedSelf
}

func (h handlers) registerRegister(api *endpoint.API) {
	op := huma.Operation{
		OperationID: "register",
		Method:      http.MethodPost,
		Path:        "/api/v1/auth/register",
		Summary:     "Register oneself as a patient",
		Description: "Where the setting auth.self_registration.enabled allows it; else a 403 of type self_registration_off. The address gets " +
			"a link that confirms it (verify-email), and before nobody signs in. The answer is the same when another account has the address: " +
			"its owner gets a mail that says so. Validation is pending.",
		Tags:          []string{"auth"},
		DefaultStatus: http.StatusAccepted,
		Errors:        []int{http.StatusForbidden},
		Middlewares:   huma.Middlewares{endpoint.Lend(h.patients)},
	}
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn, endpoint.Mail), func(ctx context.Context, in *registerInput) (*struct{}, error) {
		return nil, h.patients.RegisterSelf(ctx, in.Body.prepared)
	})
}

// Resolve adds the service's checks to the schema's, so that all mistakes are told at once.
func (b *selfRegistrationBody) Resolve(c huma.Context, _ *huma.PathBuffer) []error {
	return endpoint.Prepare(c, &b.prepared, func(ctx context.Context, patients *patient.Service) (patient.PreparedSelf, []service.Field, error) {
		return patients.PrepareSelf(ctx, b.registration())
	})
}

func (b *selfRegistrationBody) registration() patient.SelfRegistration {
	r := b.person()
	r.DoctorID, r.InstitutionID, r.Account = id(&b.DoctorID), id(&b.InstitutionID), (*account.NewAccount)(b.Account)
	r.Profile = (*newHealthProfileBody)(nil).profile()
	return patient.SelfRegistration{Registration: r, Language: b.Language}
}
