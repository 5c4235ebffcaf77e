package doctors

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
)

type getInput struct {
	endpoint.Conditional
	IncludeInput
	PathInput
}

func (h handlers) registerGet(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-doctor",
		Method:      http.MethodGet,
		Path:        path + "/{id}",
		Summary:     "Read a doctor",
		Description: "Professional data. For the doctor, their colleagues, patients and institution, and for staff with the permission doctors:read; others get a 404. With include there is no 304, because the ETag covers only the doctor.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, h.get)
}

func (h handlers) get(ctx context.Context, in *getInput) (*output, error) {
	d, err := h.find(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	out := toOutput(d)
	if len(in.Include) == 0 {
		return out, in.Check(out.ETag)
	}
	items := []doctorBody{out.Body}
	err = in.embed(ctx, h.related, items)
	out.Body = items[0]
	return out, err
}
