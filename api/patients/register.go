package patients

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

// selfRegistrationBody has its ids as text, as patientCreateBody does.
type selfRegistrationBody struct {
	DoctorID      string `json:"doctor_id" format:"uuid" doc:"The doctor who will care for the patient; the institution's link contains the id."`
	InstitutionID string `json:"institution_id" format:"uuid" doc:"The doctor's institution."`
	PersonBody
	Account  *account.NewAccount `json:"account" doc:"The account that the patient signs in with, once the address is confirmed."`
	Language string              `json:"language,omitempty" enum:"en,es" doc:"The language of the mail that follows. The default is the platform's language."`

	prepared patient.PreparedSelf
}

func (h handlers) registerRegister(api *endpoint.API) {
	op := huma.Operation{
		OperationID: "register",
		Method:      http.MethodPost,
		Path:        "/api/v1/auth/register",
		Summary:     "Register yourself as a patient",
		Description: "Available if the setting auth.self_registration.enabled allows it; otherwise the response is 403 with the type self_registration_off. " +
			"The address gets a link that confirms it (verify-email); the account can't sign in until then. The response is the same if " +
			"another account has the address: its owner then gets a mail that says so. The patient's validation is pending.",
		Tags:          []string{"auth"},
		DefaultStatus: http.StatusAccepted,
		Errors:        []int{http.StatusForbidden},
		Middlewares:   huma.Middlewares{endpoint.Lend(h.patients)},
	}
	endpoint.Public(api, endpoint.Limited(op, endpoint.SignIn, endpoint.Mail), func(ctx context.Context, in *registerInput) (*struct{}, error) {
		return nil, h.patients.RegisterSelf(ctx, in.Body.prepared)
	})
}

// Resolve adds the service's checks to those of the schema, so that the response lists all mistakes at once.
func (b *selfRegistrationBody) Resolve(c huma.Context, _ *huma.PathBuffer) []error {
	return endpoint.Prepare(c, &b.prepared, func(ctx context.Context, patients *patient.Service) (patient.PreparedSelf, []service.Field, error) {
		return patients.PrepareSelf(ctx, b.registration())
	})
}

func (b *selfRegistrationBody) registration() patient.SelfRegistration {
	r := b.person()
	r.DoctorID, r.InstitutionID, r.Account = id(&b.DoctorID), id(&b.InstitutionID), b.Account
	r.Profile = (*healthProfileCreateBody)(nil).profile()
	return patient.SelfRegistration{Registration: r, Language: b.Language}
}
