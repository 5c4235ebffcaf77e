package institution

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/institution"
)

type changeInput struct {
	endpoint.Precondition
	PathInput
	Body institutionChangeBody `contentType:"application/merge-patch+json"`
}

type institutionChangeBody struct {
	Type          endpoint.Optional[string] `json:"type,omitempty" maxLength:"50" example:"hospital" doc:"A code of the catalog institution types."`
	Name          endpoint.Optional[string] `json:"name,omitempty" minLength:"1" maxLength:"200" example:"General Hospital"`
	LicenceNumber endpoint.Optional[string] `json:"licence_number,omitempty" pattern:"^[A-Za-z0-9]([A-Za-z0-9 ./-]{0,48}[A-Za-z0-9])?$" example:"MA-H-0042" doc:"Another one must be verified again."`
	Website       endpoint.Optional[string] `json:"website,omitempty" maxLength:"255" pattern:"^https?://[^\\s/]+\\S*$" example:"https://hospital.example.org"`
}

func (h handlers) registerChange(api *endpoint.API) {
	endpoint.Patch(api, huma.Operation{
		OperationID: "change-institution",
		Path:        path + "/{id}",
		Summary:     "Change an institution",
		Description: "Active institutions can change their own website, staff with the permission institutions:update everything. Only the website can be removed. Verifying, deactivating and reactivating are operations of their own.",
		Tags:        tags,
		Errors:      []int{http.StatusConflict},
	}, h.change)
}

func (h handlers) change(ctx context.Context, in *changeInput) (*output, error) {
	versions, err := in.Versions(ctx)
	if err != nil {
		return nil, err
	}
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	b := in.Body
	i, err := h.institutions.Change(ctx, id, versions, institution.Change{
		Type: b.Type.Optional, Name: b.Name.Optional, LicenceNumber: b.LicenceNumber.Optional, Website: b.Website.Optional,
	})
	if err != nil {
		return nil, err
	}
	return toOutput(i), nil
}
