package reports

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/analytics"
)

type demographicsInput struct {
	endpoint.ListInput
	endpoint.Format
	Subject
	Sort string `query:"sort" default:"-created_at" enum:"-created_at,created_at,name,-name" doc:"Sort by registration, or by last and first name. A minus sign reverses the order."`
}

type demographicsOutput struct {
	endpoint.FormatOutput
	Link []string `header:"Link" doc:"Links to the next and the previous page, with rel=\"next\" and rel=\"prev\" (RFC 8288)."`
	Body endpoint.ListBody[analytics.PatientDemographics]
}

func registerDemographics(api *endpoint.API, s *analytics.Service) {
	endpoint.Read(api, endpoint.InFormats(huma.Operation{
		OperationID: "list-patient-demographics",
		Method:      http.MethodGet,
		Path:        "/api/v1/analytics/patient-demographics",
		Summary:     "List the patients behind the figures",
		Description: clinicalAskers + "One row per patient in care, including deceased patients. Each row adds an event to the audit trail; nothing is cached. With Accept: text/csv you get the page as a file.",
		Tags:        []string{"analytics"},
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}), func(ctx context.Context, in *demographicsInput) (*demographicsOutput, error) {
		page, err := s.Demographics(ctx, in.question(), in.Sort, in.Page())
		if err != nil {
			return nil, err
		}
		list := endpoint.List(ctx, page, func(d analytics.PatientDemographics) analytics.PatientDemographics { return d })
		return &demographicsOutput{in.Output("patient-demographics"), list.Link, list.Body}, nil
	})
}
