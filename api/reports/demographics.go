package reports

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/analytics"
)

type demographicsInput struct {
	endpoint.ListInput
	endpoint.Format
	Subject
	Sort string `query:"sort" default:"-created_at" enum:"-created_at,created_at,name,-name" doc:"Sort by registration, or by last and first name. A minus sign reverses the order."`
}

type demographicsOutput struct {
	endpoint.FormatOutput
	Link []string `header:"Link" doc:"Links to the next and the previous page, with rel=\"next\" and rel=\"prev\" (RFC 8288)."`
	Body endpoint.ListBody[demographicBody]
}

type demographicBody struct {
	PatientID             uuid.UUID                 `json:"patient_id" format:"uuid"`
	FirstName             string                    `json:"first_name"`
	LastName              string                    `json:"last_name"`
	DateOfBirth           string                    `json:"date_of_birth" format:"date"`
	DeceasedAt            *time.Time                `json:"deceased_at"`
	Age                   int                       `json:"age" doc:"In whole years; for a deceased patient, the age at death."`
	Sex                   string                    `json:"sex"`
	Gender                *string                   `json:"gender"`
	PrimaryEmail          *string                   `json:"primary_email"`
	PrimaryPhone          *string                   `json:"primary_phone" doc:"E.164."`
	EmergencyContactName  *string                   `json:"emergency_contact_name"`
	EmergencyContactPhone *string                   `json:"emergency_contact_phone" doc:"E.164."`
	DoctorID              uuid.UUID                 `json:"doctor_id" format:"uuid"`
	DoctorName            string                    `json:"doctor_name"`
	InstitutionID         uuid.UUID                 `json:"institution_id" format:"uuid"`
	InstitutionName       string                    `json:"institution_name"`
	InstitutionRegion     *string                   `json:"institution_region" doc:"From the institution's primary address, as is the country."`
	InstitutionCountry    *string                   `json:"institution_country"`
	BloodType             *string                   `json:"blood_type" example:"O-"`
	DiagnosedConditions   []string                  `json:"diagnosed_conditions" nullable:"false" doc:"The names of the conditions that the patient has now."`
	ValidationStatus      valueset.ValidationStatus `json:"validation_status"`
	RegisteredAt          time.Time                 `json:"registered_at"`
}

func toDemographic(d analytics.Demographic) demographicBody {
	return demographicBody{
		PatientID: d.PatientID, FirstName: d.FirstName, LastName: d.LastName, DateOfBirth: d.DateOfBirth,
		DeceasedAt: endpoint.UTC(d.DeceasedAt), Age: d.Age, Sex: d.Sex, Gender: d.Gender,
		PrimaryEmail: d.PrimaryEmail, PrimaryPhone: d.PrimaryPhone,
		EmergencyContactName: d.EmergencyContactName, EmergencyContactPhone: d.EmergencyContactPhone,
		DoctorID: d.DoctorID, DoctorName: d.DoctorName, InstitutionID: d.InstitutionID, InstitutionName: d.InstitutionName,
		InstitutionRegion: d.InstitutionRegion, InstitutionCountry: d.InstitutionCountry,
		BloodType: d.BloodType, DiagnosedConditions: append([]string{}, d.DiagnosedConditions...),
		ValidationStatus: d.ValidationStatus, RegisteredAt: d.RegisteredAt.UTC(),
	}
}

func registerDemographics(api *endpoint.API, s *analytics.Service) {
	endpoint.Read(api, endpoint.InFormats(huma.Operation{
		OperationID: "list-patient-demographics",
		Method:      http.MethodGet,
		Path:        "/api/v1/analytics/patient-demographics",
		Summary:     "List the patients behind the figures",
		Description: clinicalAskers + "One row per patient in care, including deceased patients. Each row adds an event to the audit trail; nothing is cached. With Accept: text/csv you get the page as a file.",
		Tags:        []string{"analytics"},
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}), func(ctx context.Context, in *demographicsInput) (*demographicsOutput, error) {
		page, err := s.Demographics(ctx, in.question(), in.Sort, in.Page())
		if err != nil {
			return nil, err
		}
		list := endpoint.List(ctx, page, toDemographic)
		return &demographicsOutput{in.Output("patient-demographics"), list.Link, list.Body}, nil
	})
}
