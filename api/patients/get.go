package patients

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
)

type getInput struct {
	endpoint.Conditional
	IncludeInput
	ID string `path:"id" maxLength:"36" example:"me"`
}

func (h handlers) registerGet(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-patient",
		Method:      http.MethodGet,
		Path:        path + "/{id}",
		Summary:     "Read a patient",
		Description: "The response is 404 for a patient whom you may not see, as it is for one who doesn't exist. With include there is no 304, because the ETag covers only the patient.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, h.get)
}

func (h handlers) get(ctx context.Context, in *getInput) (*output, error) {
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	p, err := h.patients.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	out := toOutput(p)
	if len(in.Include) == 0 {
		return out, in.Check(out.ETag)
	}
	items := []PatientBody{out.Body}
	err = in.embed(ctx, h.related, items)
	out.Body = items[0]
	return out, err
}

// id parses a patient's id in a path; an id that isn't a UUID belongs to nobody.
func (h handlers) id(ctx context.Context, text string) (uuid.UUID, error) {
	return endpoint.IDOrMe(ctx, text, h.patients.Me)
}
