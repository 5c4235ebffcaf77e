package doctors

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/doctor"
)

type createInput struct {
	Body doctorCreateBody
}

type doctorCreateBody struct {
	body.New[doctor.NewDoctor]
	prepared doctor.Prepared
}

type createOutput struct {
	Location string `header:"Location" doc:"The address of the new doctor."`
	ETag     string `header:"ETag"`
	Body     doctorBody
}

func (h handlers) registerCreate(api *endpoint.API) {
	endpoint.Write(api, endpoint.Limited(huma.Operation{
		OperationID:   "create-doctor",
		Method:        http.MethodPost,
		Path:          path,
		Summary:       "Create a doctor",
		Description:   "Creates a doctor and the account, both or neither. Institutions can create their own doctors, who are suspended until staff reactivate them; staff with the permissions doctors:create and doctors:read can create active doctors of any institution.",
		Tags:          tags,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
		Middlewares:   huma.Middlewares{endpoint.Lend(h.doctors)},
	}, endpoint.Taken), h.create)
}

func (h handlers) create(ctx context.Context, in *createInput) (*createOutput, error) {
	d, err := h.doctors.Create(ctx, in.Body.prepared)
	if err != nil {
		return nil, err
	}
	return &createOutput{
		Location: path + "/" + d.ID.String(), ETag: endpoint.VersionTag(d.Version), Body: toBody(d),
	}, nil
}

// Resolve adds the service's checks to those of the schema, so that the response lists all mistakes at once.
func (b *doctorCreateBody) Resolve(c huma.Context, _ *huma.PathBuffer) []error {
	return endpoint.Prepare(c, &b.prepared, func(ctx context.Context, doctors *doctor.Service) (doctor.Prepared, []service.Field, error) {
		return doctors.Prepare(ctx, b.Values)
	})
}
