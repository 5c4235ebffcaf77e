package patients

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/related"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/patient"
)

// Owner is a doctor or an institution whose patients are listed below its path.
type Owner struct {
	OperationID, Path, Summary, Description string
	Tags                                    []string
	// Filter returns the filter for the patients of the owner in the path, if the viewer may see that owner.
	Filter func(ctx context.Context, id string) (patient.Filter, error)
}

type listOfInput struct {
	endpoint.ListInput
	IncludeInput
	ID               string                    `path:"id" maxLength:"36" example:"me" doc:"The id of the doctor or institution, or me for the one that is signed in."`
	Sort             string                    `query:"sort" default:"-created_at" enum:"-created_at,created_at,name,-name" doc:"Sort by registration, or by last and first name. A minus sign reverses the order."`
	Name             string                    `query:"q" maxLength:"200" doc:"Only patients whose name contains this. Case and accents don't matter."`
	Active           bool                      `query:"active" default:"true" doc:"false lists deactivated patients instead."`
	ValidationStatus valueset.ValidationStatus `query:"validation_status" doc:"Only patients with this validation status."`
}

// RegisterOf registers the list of an owner's patients.
func RegisterOf(api *endpoint.API, patients *patient.Service, records *related.Records, o Owner) {
	endpoint.Read(api, huma.Operation{
		OperationID: o.OperationID,
		Method:      http.MethodGet,
		Path:        o.Path,
		Summary:     o.Summary,
		Description: o.Description,
		Tags:        o.Tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, func(ctx context.Context, in *listOfInput) (*endpoint.ListOutput[PatientBody], error) {
		filter, err := o.Filter(ctx, in.ID)
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
