package patients

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/related"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/patient"
)

type listOfInput struct {
	endpoint.ListInput
	IncludeInput
	ID               string                    `path:"id" maxLength:"36" example:"me"`
	Sort             string                    `query:"sort" default:"-created_at" enum:"-created_at,created_at,name,-name" doc:"Sort by creation, or by last and first name. A minus sign reverses the order."`
	Name             string                    `query:"q" maxLength:"200" doc:"Only patients whose name contains this. Case and accents don't matter."`
	Active           bool                      `query:"active" default:"true" doc:"false lists deactivated patients instead."`
	ValidationStatus valueset.ValidationStatus `query:"validation_status" doc:"Only patients with this validation status."`
}

// RegisterOf registers the list of a doctor's or an institution's patients. of returns the filter for the patients of the one
// in the path, if the viewer may see them.
func RegisterOf(
	api *endpoint.API, patients *patient.Service, records *related.Records, op huma.Operation,
	of func(ctx context.Context, id string) (patient.Filter, error),
) {
	endpoint.Read(api, op, func(ctx context.Context, in *listOfInput) (*endpoint.ListOutput[PatientBody], error) {
		filter, err := of(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		filter.Name, filter.Active, filter.ValidationStatus = in.Name, in.Active, in.ValidationStatus
		page, err := patients.List(ctx, filter, in.Sort, in.Page())
		if err != nil {
			return nil, err
		}
		out := endpoint.List(ctx, page, ToPatient)
		return out, in.embed(ctx, records, out.Body.Items)
	})
}
