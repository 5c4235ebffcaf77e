package patients

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/patient"
)

type listInput struct {
	endpoint.ListInput
	IncludeInput
	Sort             string                    `query:"sort" default:"-created_at" enum:"-created_at,created_at,name,-name" doc:"By registration or by last and first name; a minus sign turns the order round."`
	Name             string                    `query:"q" maxLength:"200" doc:"Part of a name; case and accents don't matter."`
	Active           bool                      `query:"active" default:"true" doc:"false lists deactivated patients instead."`
	ValidationStatus valueset.ValidationStatus `query:"validation_status" doc:"Only patients of this status."`
	DoctorID         string                    `query:"doctor_id" maxLength:"36" example:"me" pattern:"^(me|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$" doc:"Only the patients of this doctor; me is the doctor who asks."`
}

func (h handlers) registerList(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-patients",
		Method:      http.MethodGet,
		Path:        path,
		Summary:     "List patients",
		Description: "Patients see themselves, doctors and institutions the patients of the institution, staff with the permission patients:read all.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden},
	}, h.list)
}

func (h handlers) list(ctx context.Context, in *listInput) (*endpoint.ListOutput[PatientBody], error) {
	filter := patient.Filter{Name: in.Name, Active: in.Active, ValidationStatus: in.ValidationStatus, Mine: in.DoctorID == "me"}
	if in.DoctorID != "" && !filter.Mine {
		filter.DoctorID = uuid.MustParse(in.DoctorID) // the pattern holds
	}
	page, err := h.patients.List(ctx, filter, in.Sort, in.Page())
	if err != nil {
		return nil, err
	}
	out := endpoint.List(ctx, page, ToPatient)
	return out, in.embed(ctx, h.related, out.Body.Items)
}
