package patients

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/patient"
)

type registerInput struct {
	Body selfRegistrationBody
}

type selfRegistrationBody struct {
	body.New[patient.SelfRegistration]
	prepared patient.PreparedSelf
}

func (h handlers) registerRegister(api *endpoint.API) {
	op := huma.Operation{
		OperationID: "register",
		Method:      http.MethodPost,
		Path:        "/api/v1/auth/register",
		Summary:     "Register yourself as a patient",
		Description: "Available if the setting auth.self_registration.enabled allows it; otherwise the response is 403 with the type self_registration_off. " +
			"The address gets a link to choose a password (reset-password); the account can't sign in until then. The response is the same if " +
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
		return patients.PrepareSelf(ctx, b.Values)
	})
}
