package patient

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
	ID string `path:"id" maxLength:"36" example:"me" doc:"A patient's id, or me for the patient who asks."`
}

func (h handlers) registerGet(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-patient",
		Method:      http.MethodGet,
		Path:        path + "/{id}",
		Summary:     "Read a patient",
		Description: "A patient whom you may not see is not found, like one who doesn't exist. With include there is no 304: the ETag is the patient's alone.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
		Responses:   map[string]*huma.Response{"304": {Description: "The patient is as If-None-Match says."}},
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

// id reads a patient's id in a path; what is none belongs to nobody.
func (h handlers) id(ctx context.Context, text string) (uuid.UUID, error) {
	if text == "me" {
		return h.patients.Me(ctx)
	}
	return endpoint.ID(text)
}
