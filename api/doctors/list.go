package doctors

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/related"
	"github.com/predicthealth/predicthealth/service/doctor"
)

// ListInput holds the parameters of a list of doctors.
type ListInput struct {
	endpoint.ListInput
	IncludeInput
	Sort      string `query:"sort" default:"-created_at" enum:"-created_at,created_at,name,-name" doc:"Sort by creation, or by last and first name. A minus sign reverses the order."`
	Name      string `query:"q" maxLength:"200" doc:"Only doctors whose name contains this. Case and accents don't matter."`
	Status    string `query:"status" default:"active" enum:"active,suspended,retired" doc:"Only doctors with this status."`
	Specialty string `query:"specialty" maxLength:"50" example:"family_medicine" doc:"Only doctors with this specialty, a code from the catalog of doctor specialties."`
}

type listInput struct {
	ListInput
	InstitutionID string `query:"institution_id" format:"uuid" doc:"Only doctors of this institution."`
}

func (h handlers) registerList(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-doctors",
		Method:      http.MethodGet,
		Path:        path,
		Summary:     "List doctors",
		Description: "Patients see their own doctor. Doctors and institutions see the doctors of the institution. Staff with the permission doctors:read see all.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden},
	}, func(ctx context.Context, in *listInput) (*endpoint.ListOutput[doctorBody], error) {
		institution, _ := uuid.Parse(in.InstitutionID) // the schema guarantees a UUID
		return list(ctx, h.doctors, h.related, in.ListInput, institution)
	})
}

func list(
	ctx context.Context, doctors *doctor.Service, records *related.Records, in ListInput, institution uuid.UUID,
) (*endpoint.ListOutput[doctorBody], error) {
	page, err := doctors.List(ctx, doctor.Filter{
		Name: in.Name, Status: in.Status, Specialty: in.Specialty, InstitutionID: institution,
	}, in.Sort, in.Page())
	if err != nil {
		return nil, err
	}
	out := endpoint.List(ctx, page, toBody)
	return out, in.embed(ctx, records, out.Body.Items)
}

type ofInstitutionInput struct {
	ListInput
	ID string `path:"id" maxLength:"36" example:"me"`
}

// RegisterOf registers the list of an institution's doctors; find looks up the institution in the path.
func RegisterOf(
	api *endpoint.API, doctors *doctor.Service, records *related.Records, op huma.Operation,
	find func(ctx context.Context, id string) (uuid.UUID, error),
) {
	endpoint.Read(api, op, func(ctx context.Context, in *ofInstitutionInput) (*endpoint.ListOutput[doctorBody], error) {
		institution, err := find(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return list(ctx, doctors, records, in.ListInput, institution)
	})
}
