package patients

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/patient"
)

type createInput struct {
	Body patientCreateBody
}

type patientCreateBody struct {
	body.New[patient.Registration]
	prepared patient.Prepared
}

type createOutput struct {
	Location string `header:"Location" doc:"The address of the new patient."`
	ETag     string `header:"ETag"`
	Body     PatientBody
}

// Patient returns the id of the patient whose record this is.
func (o *createOutput) Patient() uuid.UUID { return o.Body.ID }

func (h handlers) registerCreate(api *endpoint.API) {
	endpoint.Write(api, endpoint.AllOrNothing(endpoint.Limited(huma.Operation{
		OperationID:   "create-patient",
		Method:        http.MethodPost,
		Path:          path,
		Summary:       "Create a patient",
		Description:   "Creates the patient, the health profile, the contacts and the account, all or nothing. Doctors can create their own patients, institutions those of their doctors, staff with the permissions patients:create, patients:read and doctors:read any patient.",
		Tags:          tags,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
		Middlewares:   huma.Middlewares{endpoint.Lend(h.patients)},
	}, endpoint.Taken)), h.create)
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
	return endpoint.PrepareFirst(c, &b.prepared, func(ctx context.Context, patients *patient.Service) (patient.Prepared, []service.Field, error) {
		return patients.Prepare(ctx, b.Values)
	}, (*patient.Service).LookUp)
}
