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
	Sort             string                    `query:"sort" default:"-created_at" enum:"-created_at,created_at,name,-name" doc:"Sort by creation, or by last and first name. A minus sign reverses the order."`
	Name             string                    `query:"q" maxLength:"200" doc:"Only patients whose name contains this. Case and accents don't matter."`
	Active           bool                      `query:"active" default:"true" doc:"false lists deactivated patients instead."`
	ValidationStatus valueset.ValidationStatus `query:"validation_status" doc:"Only patients with this validation status."`
	DoctorID         string                    `query:"doctor_id" maxLength:"36" example:"me" pattern:"^(me|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$" doc:"Only patients of the doctor with this id, or me for the doctor who is signed in."`
}

func (h handlers) registerList(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-patients",
		Method:      http.MethodGet,
		Path:        path,
		Summary:     "List patients",
		Description: "Patients see only themselves. Doctors and institutions see the patients of the institution. Staff with the permission patients:read see all.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden},
	}, h.list)
}

func (h handlers) list(ctx context.Context, in *listInput) (*endpoint.ListOutput[PatientBody], error) {
	filter := patient.Filter{Name: in.Name, Active: in.Active, ValidationStatus: in.ValidationStatus, Mine: in.DoctorID == "me"}
	if in.DoctorID != "" && !filter.Mine {
		filter.DoctorID = uuid.MustParse(in.DoctorID) // the pattern guarantees a UUID
	}
	page, err := h.patients.List(ctx, filter, in.Sort, in.Page())
	if err != nil {
		return nil, err
	}
	out := endpoint.List(ctx, page, ToPatient)
	return out, in.embed(ctx, h.related, out.Body.Items)
}
