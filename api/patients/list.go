package patients

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/resource"
)

// FilterInput holds the parameters of all lists of patients.
type FilterInput struct {
	endpoint.RecordsInput
	IncludeInput
	Active           string                      `query:"active" default:"true" enum:"true,false,any" doc:"true lists patients in care, false deactivated ones, any both."`
	ValidationStatus []valueset.ValidationStatus `query:"validation_status" nullable:"false" doc:"Only patients with one of these validation statuses."`
	Identifier       string                      `query:"identifier" maxLength:"511" example:"http://hospital.example.org/mrn|12345" doc:"Only the patient with this identifier of another system: the system's URI and the value with a bar between them, or the value in any system."`
	DateOfBirth      resource.Date               `query:"date_of_birth" example:"1980-06-15" doc:"Only patients born on this day."`
	Phone            string                      `query:"phone" maxLength:"40" example:"+1 617-555-0100" doc:"Only patients with this phone number, in any international notation."`
	Email            string                      `query:"email" maxLength:"254" example:"ana@example.org" doc:"Only patients with this e-mail address. Case doesn't matter."`
}

func (in FilterInput) filter() patient.Filter {
	return patient.Filter{
		Selection:        in.Selection(in.Active),
		Lookup:           contact.Lookup{Identifier: in.Identifier, Phone: in.Phone, Email: in.Email},
		DateOfBirth:      in.DateOfBirth.Time,
		ValidationStatus: in.ValidationStatus,
	}
}

type listInput struct {
	FilterInput
	DoctorID      string `query:"doctor_id" maxLength:"36" example:"me" pattern:"^(me|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$" doc:"Only patients of the doctor with this id, or me for the doctor who is signed in."`
	InstitutionID string `query:"institution_id" format:"uuid" doc:"Only patients of this institution."`
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
	filter := in.filter()
	filter.Mine = in.DoctorID == "me"
	filter.InstitutionID, _ = uuid.Parse(in.InstitutionID) // the schema guarantees a UUID
	if in.DoctorID != "" && !filter.Mine {
		filter.DoctorID = uuid.MustParse(in.DoctorID) // the pattern guarantees a UUID
	}
	page, err := h.patients.List(ctx, filter, in.Sort, in.Page())
	if err != nil {
		return nil, err
	}
	out := endpoint.List(ctx, page, ToPatient)
	return out, Embed(ctx, h.related, in.Include, out.Body.Items)
}
