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

// Owner is a doctor or an institution, below whose path their patients are listed.
type Owner struct {
	OperationID, Path, Summary, Description string
	Tags                                    []string
	// Filter is that of the patients of who stands in the path, whom the viewer may see.
	Filter func(ctx context.Context, id string) (patient.Filter, error)
}

type listOfInput struct {
	endpoint.ListInput
	IncludeInput
	ID               string                    `path:"id" maxLength:"36" example:"me" doc:"An id, or me for who asks."`
	Sort             string                    `query:"sort" default:"-created_at" enum:"-created_at,created_at,name,-name" doc:"By registration or by last and first name; a minus sign turns the order round."`
	Name             string                    `query:"q" maxLength:"200" doc:"Part of a name; case and accents don't matter."`
	Active           bool                      `query:"active" default:"true" doc:"false lists deactivated patients instead."`
	ValidationStatus valueset.ValidationStatus `query:"validation_status" doc:"Only patients of this status."`
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
