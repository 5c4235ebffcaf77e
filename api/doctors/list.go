package doctors

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/related"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/doctor"
)

// ListInput holds the parameters of a list of doctors.
type ListInput struct {
	endpoint.RecordsInput
	IncludeInput
	Active        string                  `query:"active" enum:"true,false,any" doc:"true lists active doctors, false suspended and retired ones, any all. The default is true, with status any."`
	Status        []valueset.DoctorStatus `query:"status" nullable:"false" doc:"Only doctors with one of these statuses."`
	Specialty     []string                `query:"specialty" nullable:"false" maxItems:"50" example:"family_medicine" doc:"Only doctors with one of these specialties, codes from the catalog of doctor specialties."`
	LicenceNumber string                  `query:"licence_number" maxLength:"50" example:"MA-123456" doc:"Only the doctor with this licence number."`
	Identifier    string                  `query:"identifier" maxLength:"511" doc:"Only the doctor with this identifier of another system: the system's URI and the value with a bar between them, or the value in any system. Not for patients and doctors."`
	Phone         string                  `query:"phone" maxLength:"40" example:"+1 617-555-0100" doc:"Only doctors with this phone number, in any international notation. Not for patients and doctors."`
	Email         string                  `query:"email" maxLength:"254" example:"dora@example.org" doc:"Only doctors with this e-mail address. Case doesn't matter. Not for patients and doctors."`
}

func (in ListInput) filter() doctor.Filter {
	active := in.Active
	if active == "" && len(in.Status) == 0 {
		active = "true"
	}
	return doctor.Filter{
		Selection:     in.Selection(active),
		Lookup:        contact.Lookup{Identifier: in.Identifier, Phone: in.Phone, Email: in.Email},
		LicenceNumber: in.LicenceNumber,
		Status:        in.Status,
		Specialty:     in.Specialty,
	}
}

type listInput struct {
	ListInput
	InstitutionID string `query:"institution_id" format:"uuid" doc:"Only doctors of this institution."`
}

func (h handlers) registerList(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-doctors",
		Method:      http.MethodGet,
		Path:        path,
		Summary:     "List doctors",
		Description: "Patients see their own doctor. Doctors and institutions see the doctors of the institution. Staff with the permission doctors:read see all.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden},
	}, func(ctx context.Context, in *listInput) (*endpoint.ListOutput[doctorBody], error) {
		institution, _ := uuid.Parse(in.InstitutionID) // the schema guarantees a UUID
		return list(ctx, h.doctors, h.related, in.ListInput, institution)
	})
}

func list(
	ctx context.Context, doctors *doctor.Service, records *related.Records, in ListInput, institution uuid.UUID,
) (*endpoint.ListOutput[doctorBody], error) {
	filter := in.filter()
	filter.InstitutionID = institution
	page, err := doctors.List(ctx, filter, in.Sort, in.Page())
	if err != nil {
		return nil, err
	}
	out := endpoint.List(ctx, page, toBody)
	return out, in.embed(ctx, records, out.Body.Items)
}

type ofInstitutionInput struct {
	ListInput
	ID string `path:"id" maxLength:"36" example:"me"`
}

// RegisterOf registers the list of an institution's doctors; find looks up the institution in the path.
func RegisterOf(
	api *endpoint.API, doctors *doctor.Service, records *related.Records, op huma.Operation,
	find func(ctx context.Context, id string) (uuid.UUID, error),
) {
	endpoint.Read(api, op, func(ctx context.Context, in *ofInstitutionInput) (*endpoint.ListOutput[doctorBody], error) {
		institution, err := find(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return list(ctx, doctors, records, in.ListInput, institution)
	})
}
