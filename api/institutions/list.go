package institutions

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/institution"
	"github.com/predicthealth/predicthealth/service/page"
)

type listInput struct {
	endpoint.RecordsInput
	Type      []string `query:"type" nullable:"false" maxItems:"50" example:"hospital" doc:"Only institutions of one of these types, codes from the catalog of institution types."`
	Country   []string `query:"country" nullable:"false" maxItems:"50" pattern:"^[A-Z]{2}$" example:"US" doc:"Only institutions with an address in one of these countries (ISO 3166-1). Not for patients and doctors."`
	Region    []string `query:"region" nullable:"false" maxItems:"50" maxLength:"6" example:"US-MA" doc:"Only institutions with an address in one of these regions (ISO 3166-2). Not for patients and doctors."`
	Active    string   `query:"active" default:"true" enum:"true,false,any" doc:"true lists active institutions, false deactivated ones, any both."`
	Verified  string   `query:"verified" enum:"true,false" doc:"true: only verified institutions; false: only unverified ones."`
	Latitude  float64  `query:"latitude" minimum:"-90" maximum:"90" example:"42.3601" doc:"Degrees north. With longitude and radius_km: only institutions near this point. There is only one page, with the nearest institutions up to limit, in this order, and no cursor. Not for patients and doctors."`
	Longitude float64  `query:"longitude" minimum:"-180" maximum:"180" example:"-71.0589" doc:"Degrees east."`
	RadiusKM  float64  `query:"radius_km" minimum:"0.001" maximum:"1000" example:"25" doc:"The largest distance from the point, in kilometres along the earth's surface."`
}

func (h handlers) registerList(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-institutions",
		Method:      http.MethodGet,
		Path:        path,
		Summary:     "List institutions",
		Description: "Patients and doctors see their own institution. Institutions see themselves. Staff with the permission institutions:read see all.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden},
	}, h.list)
}

func (h handlers) list(ctx context.Context, in *listInput) (*endpoint.ListOutput[*institution.Institution], error) {
	filter := institution.Filter{Selection: in.Selection(in.Active), Type: in.Type, Country: in.Country, Region: in.Region}
	if in.Verified != "" {
		verified := in.Verified == "true"
		filter.Verified = &verified
	}
	near, err := in.circle(ctx)
	if err != nil {
		return nil, err
	}
	if near == nil {
		found, err := h.institutions.List(ctx, filter, in.Sort, in.Page())
		if err != nil {
			return nil, err
		}
		return endpoint.Items(ctx, found), nil
	}
	found, err := h.institutions.Near(ctx, filter, *near, in.Limit)
	if err != nil {
		return nil, err
	}
	return endpoint.Items(ctx, page.Page[*institution.Institution]{Items: found}), nil
}

// circle returns the circle to search in; nil without a point. Its three parameters must come together.
func (in *listInput) circle(ctx context.Context) (*institution.Circle, error) {
	url := endpoint.URL(ctx)
	query := url.Query()
	var c service.Checks
	given := 0
	for _, name := range []string{"latitude", "longitude", "radius_km"} {
		if query.Has(name) {
			given++
		} else {
			c.Refuse(true, "/"+name, "required", "Send latitude, longitude and radius_km together.")
		}
	}
	if given == 0 {
		return nil, nil
	}
	c.Refuse(page.Total(in.Total) != page.TotalNone, "/total", "invalid", "A search near a point has only one page, so count its items.")
	c.Refuse(in.Cursor != "", "/cursor", "invalid", "A search near a point has only one page. Make the circle smaller.")
	if err := c.Err(); err != nil {
		return nil, err
	}
	return &institution.Circle{Latitude: in.Latitude, Longitude: in.Longitude, Radius: in.RadiusKM}, nil
}
