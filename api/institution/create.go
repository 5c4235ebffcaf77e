package institution

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/institution"
)

type createInput struct {
	Body newInstitutionBody
}

type newInstitutionBody struct {
	Type          string                   `json:"type" maxLength:"50" example:"hospital" doc:"A code of the catalog institution types."`
	Name          string                   `json:"name" minLength:"1" maxLength:"200" example:"General Hospital"`
	LicenceNumber string                   `json:"licence_number" pattern:"^[A-Za-z0-9]([A-Za-z0-9 ./-]{0,48}[A-Za-z0-9])?$" example:"MA-H-0042" doc:"No other institution has it."`
	Website       *string                  `json:"website,omitempty" maxLength:"255" pattern:"^https?://[^\\s/]+\\S*$" example:"https://hospital.example.org"`
	Account       *endpoint.NewAccountBody `json:"account,omitempty" doc:"Lets the institution sign in."`

	prepared institution.Prepared
}

type createOutput struct {
	Location string `header:"Location" doc:"The address of the new institution."`
	ETag     string `header:"ETag"`
	Body     institutionBody
}

func (h handlers) registerCreate(api *endpoint.API) {
	endpoint.Write(api, huma.Operation{
		OperationID:   "create-institution",
		Method:        http.MethodPost,
		Path:          path,
		Summary:       "Register an institution",
		Description:   "Creates an active institution, not verified yet, and the account, both or neither. For staff with the permissions institutions:create and institutions:read.",
		Tags:          tags,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
		Middlewares:   huma.Middlewares{endpoint.Lend(h.institutions)},
	}, func(ctx context.Context, in *createInput) (*createOutput, error) {
		i, err := h.institutions.Register(ctx, in.Body.prepared)
		if err != nil {
			return nil, err
		}
		return &createOutput{
			Location: path + "/" + i.ID.String(), ETag: endpoint.VersionTag(i.Version), Body: toBody(i),
		}, nil
	})
}

// Resolve adds the service's checks to those of the schema, so that the response lists all mistakes at once.
func (b *newInstitutionBody) Resolve(c huma.Context, _ *huma.PathBuffer) []error {
	return endpoint.Prepare(c, &b.prepared, func(ctx context.Context, institutions *institution.Service) (institution.Prepared, []service.Field, error) {
		return institutions.Prepare(ctx, institution.Registration{
			Type: b.Type, Name: b.Name, LicenceNumber: b.LicenceNumber, Website: b.Website,
			Account: (*account.NewAccount)(b.Account),
		})
	})
}
