package institution

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
		{"deactivate", "Close an institution", "Ends its sessions; it still reads what is its own. One that has active doctors or patients is a 409 of type has_doctors or has_patients." + staff + ".", h.institutions.Deactivate},
		{"reactivate", "Open an institution again", "It may register and change again." + staff + ".", h.institutions.Reactivate},
		{"verify", "Verify an institution", "Says that the licence was checked; the audit trail says by whom." + staff + " and, as administrators have, institutions:create.", h.institutions.Verify},
	} {
		endpoint.Write(api, huma.Operation{
			OperationID: action.name + "-institution",
			Method:      http.MethodPost,
			Path:        path + "/{id}/" + action.name,
			Summary:     action.summary,
			Description: action.description + " Doing it again changes nothing.",
			Tags:        tags,
			Errors:      []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
		}, func(ctx context.Context, in *actionInput) (*output, error) {
			id, err := h.id(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			i, err := action.do(ctx, id, in.Body.Text())
			if err != nil {
				return nil, err
			}
			return toOutput(i), nil
		})
	}
}
