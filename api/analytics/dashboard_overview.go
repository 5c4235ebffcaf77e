// Package analytics has the operations that answer questions about all records together.
package analytics

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/analytics"
)

type handlers struct{ analytics *analytics.Service }

// Register registers the operations on api.
func Register(api *endpoint.API, analytics *analytics.Service) {
	h := handlers{analytics}
	h.registerDashboardOverview(api)
}

type dashboardOverviewOutput struct {
	ETag         string `header:"ETag"`
	Cache        string `header:"X-Cache" enum:"hit,miss" doc:"Whether the answer came from the cache."`
	CacheControl string `header:"Cache-Control"`
	Body         dashboardOverviewBody
}

type dashboardOverviewBody struct {
	TotalPatients          int     `json:"total_patients" doc:"Active and living."`
	TotalDoctors           int     `json:"total_doctors" doc:"In practice."`
	TotalInstitutions      int     `json:"total_institutions" doc:"Active."`
	TotalUsers             int     `json:"total_users" doc:"Active accounts of patients, doctors and institutions."`
	ValidatedPatients      int     `json:"validated_patients" doc:"Validated by doctor and institution."`
	AverageConsultationFee *string `json:"average_consultation_fee" example:"120.50" doc:"Of the doctors who have one; null without any."`
	FullAccessPercentage   float64 `json:"full_access_percentage" example:"12.5" doc:"Of the patients; 0 without any."`
}

func (h handlers) registerDashboardOverview(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-dashboard-overview",
		Method:      http.MethodGet,
		Path:        "/api/v1/analytics/dashboard-overview",
		Summary:     "The platform in numbers",
		Description: "For staff with the permission analytics:read. The answer may come from a cache that every change drops.",
		Tags:        []string{"analytics"},
		Errors:      []int{http.StatusForbidden},
		Responses:   map[string]*huma.Response{"304": {Description: "The numbers are as If-None-Match says."}},
	}, h.dashboardOverview)
}

func (h handlers) dashboardOverview(ctx context.Context, in *endpoint.Conditional) (*dashboardOverviewOutput, error) {
	cached, err := h.analytics.DashboardOverview(ctx)
	if err != nil {
		return nil, err
	}
	out := &dashboardOverviewOutput{ETag: cached.ETag, Cache: "miss", CacheControl: "private, no-cache"}
	if cached.Hit {
		out.Cache = "hit"
	}
	o := cached.Value
	out.Body.TotalPatients = o.TotalPatients
	out.Body.TotalDoctors = o.TotalDoctors
	out.Body.TotalInstitutions = o.TotalInstitutions
	out.Body.TotalUsers = o.TotalUsers
	out.Body.ValidatedPatients = o.ValidatedPatients
	out.Body.AverageConsultationFee = endpoint.Money(o.AverageConsultationFee)
	out.Body.FullAccessPercentage = o.FullAccessPercentage
	return out, in.Check(cached.ETag)
}
