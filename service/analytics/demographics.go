package analytics

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/patient"
)

var demographics = clinical[PatientDemographics]("patient_demographics")

// PatientDemographics is a patient as a row of vw_patient_demographics.
type PatientDemographics struct {
	PatientID               uuid.UUID                 `json:"patient_id" format:"uuid"`
	FirstName               string                    `json:"first_name"`
	LastName                string                    `json:"last_name"`
	DateOfBirth             string                    `json:"date_of_birth" format:"date"`
	DateOfBirthPrecision    valueset.Precision        `json:"date_of_birth_precision"`
	Deceased                bool                      `json:"deceased"`
	DeceasedDate            *string                   `json:"deceased_date" format:"date"`
	DeceasedDatePrecision   valueset.Precision        `json:"deceased_date_precision"`
	DeceasedAt              *time.Time                `json:"deceased_at"`
	Age                     *int                      `json:"age" doc:"In whole years; for a deceased patient, the age at death, and null if nobody knows when that was."`
	Sex                     string                    `json:"sex" doc:"A code from the catalog of sexes."`
	Gender                  *string                   `json:"gender" doc:"A code from the catalog of genders."`
	PrimaryEmail            *string                   `json:"primary_email"`
	PrimaryPhone            *string                   `json:"primary_phone" doc:"E.164."`
	EmergencyContactName    *string                   `json:"emergency_contact_name"`
	EmergencyContactPhone   *string                   `json:"emergency_contact_phone" doc:"E.164."`
	DoctorID                uuid.UUID                 `json:"doctor_id" format:"uuid"`
	DoctorName              string                    `json:"doctor_name"`
	InstitutionID           uuid.UUID                 `json:"institution_id" format:"uuid"`
	InstitutionName         string                    `json:"institution_name"`
	InstitutionRegionName   *string                   `json:"institution_region_name" doc:"From the institution's primary address, as is the country."`
	InstitutionCountryName  *string                   `json:"institution_country_name"`
	BloodType               *string                   `json:"blood_type" example:"O-" doc:"A code from the catalog of blood types."`
	DiagnosedConditionNames pq.StringArray            `json:"diagnosed_condition_names" nullable:"false" doc:"The names of the conditions that the patient has now."`
	ValidationStatus        valueset.ValidationStatus `json:"validation_status"`
	CreatedAt               time.Time                 `json:"created_at"`
}

// Demographics returns a page of the patients in care whom a question is about, including deceased patients, in one of the
// sort orders of patients. It is for the same viewers, and fails in the same ways, as a clinical report; see Read. Its rows
// are people: each adds an event to the audit trail, and none is cached.
func (s *Service) Demographics(ctx context.Context, q Question, sortBy string, r page.Request) (page.Page[PatientDemographics], error) {
	scope, err := s.scope(ctx, q, demographics.Clinical)
	if err != nil {
		return page.Page[PatientDemographics]{}, err
	}
	filter := patient.Filter{Selection: page.Selection{Active: page.ActiveOnly}}
	if scope.InstitutionID != nil {
		filter.InstitutionID = *scope.InstitutionID
	}
	if scope.DoctorID != nil {
		filter.DoctorID = *scope.DoctorID
	}
	people, err := s.patients.List(ctx, filter, sortBy, r)
	if err != nil {
		return page.Page[PatientDemographics]{}, err
	}
	ids := make([]uuid.UUID, len(people.Items))
	for i, p := range people.Items {
		ids[i] = p.ID
	}
	rows, err := load(ctx, s, demographics, []any{pq.Array(ids)})
	return page.Page[PatientDemographics]{Items: rows, Next: people.Next, Prev: people.Prev, Total: people.Total}, err
}
