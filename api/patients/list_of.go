package patients

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/related"
	"github.com/predicthealth/predicthealth/service/patient"
)

type listOfInput struct {
	FilterInput
	ID string `path:"id" maxLength:"36" example:"me"`
}

// RegisterOf registers the list of a doctor's or an institution's patients. of returns the filter for the patients of the one
// in the path, if the viewer may see them.
func RegisterOf(
	api *endpoint.API, patients *patient.Service, records *related.Records, op huma.Operation,
	of func(ctx context.Context, id string) (patient.Filter, error),
) {
	endpoint.Read(api, op, func(ctx context.Context, in *listOfInput) (*endpoint.ListOutput[PatientBody], error) {
		owner, err := of(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		filter := in.filter()
		filter.DoctorID, filter.InstitutionID = owner.DoctorID, owner.InstitutionID
		page, err := patients.List(ctx, filter, in.Sort, in.Page())
		if err != nil {
			return nil, err
		}
		out := endpoint.List(ctx, page, ToPatient)
		return out, Embed(ctx, records, in.Include, out.Body.Items)
	})
}
