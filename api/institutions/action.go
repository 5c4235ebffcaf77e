package institutions

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/institution"
)

type actionInput struct {
	PathInput
	Body *endpoint.ReasonBody `required:"false"`
}

func (h handlers) registerActions(api *endpoint.API) {
	const staff = " For staff with the permission institutions:update"
	for _, action := range []struct {
		name, summary, description string
		do                         func(ctx context.Context, id uuid.UUID, reason string) (*institution.Institution, error)
	}{
		{"deactivate", "Deactivate an institution", "Ends the institution's sessions. It can still read its own data. If it has active doctors or patients, the response is 409 with the type has_doctors or has_patients." + staff + ".", h.institutions.Deactivate},
		{"reactivate", "Reactivate an institution", "The institution can create and change records again." + staff + ".", h.institutions.Reactivate},
		{"verify", "Verify an institution", "Confirms that the licence has been checked; the audit trail records by whom." + staff + " and, as administrators have, institutions:create.", h.institutions.Verify},
	} {
		endpoint.Write(api, huma.Operation{
			OperationID: action.name + "-institution",
			Method:      http.MethodPost,
			Path:        path + "/{id}/" + action.name,
			Summary:     action.summary,
			Description: action.description + " Repeating the request changes nothing.",
			Tags:        tags,
			Errors:      []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
		}, func(ctx context.Context, in *actionInput) (*output, error) {
			id, err := h.id(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			return endpoint.Answer(action.do(ctx, id, in.Body.Text()))
		})
	}
}
