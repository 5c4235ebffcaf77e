package institutions

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
)

type getInput struct {
	endpoint.Conditional
	PathInput
}

func (h handlers) registerGet(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-institution",
		Method:      http.MethodGet,
		Path:        path + "/{id}",
		Summary:     "Read an institution",
		Description: "Professional data. For the institution, its doctors and patients, and for staff with the permission institutions:read; others get a 404.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, func(ctx context.Context, in *getInput) (*output, error) {
		id, err := h.id(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		out, err := endpoint.Answer(h.institutions.Get(ctx, id))
		if err != nil {
			return nil, err
		}
		return out, in.Check(out.ETag)
	})
}

type ofDoctorInput struct {
	endpoint.Conditional
	ID string `path:"id" maxLength:"36" example:"me"`
}

func (h handlers) registerOfDoctor(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-doctor-institution",
		Method:      http.MethodGet,
		Path:        "/api/v1/doctors/{id}/institution",
		Summary:     "Read a doctor's institution",
		Description: "For callers who may see both the doctor and the institution: the doctor, even if suspended, their colleagues, patients and institution, and staff with the permissions doctors:read and institutions:read.",
		Tags:        []string{"doctors"},
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, func(ctx context.Context, in *ofDoctorInput) (*output, error) {
		i, err := h.ofDoctor(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return i, in.Check(i.ETag)
	})
}

func (h handlers) ofDoctor(ctx context.Context, text string) (*output, error) {
	id, err := endpoint.IDOrMe(ctx, text, h.doctors.Me)
	if err != nil {
		return nil, err
	}
	d, err := h.doctors.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	return endpoint.Answer(h.institutions.Get(ctx, d.InstitutionID))
}
