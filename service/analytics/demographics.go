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

var demographics = clinical[Demographic]("patient_demographics")

// Demographic is a patient as a row of vw_patient_demographics.
type Demographic struct {
	PatientID             uuid.UUID                 `sql:"patient_id"`
	FirstName             string                    `sql:"first_name"`
	LastName              string                    `sql:"last_name"`
	DateOfBirth           string                    `sql:"date_of_birth"` // YYYY-MM-DD
	DeceasedAt            *time.Time                `sql:"deceased_at"`
	Age                   int                       `sql:"age"` // in whole years; for a deceased patient, at death
	Sex                   string                    `sql:"sex"`
	Gender                *string                   `sql:"gender"`
	PrimaryEmail          *string                   `sql:"primary_email"`
	PrimaryPhone          *string                   `sql:"primary_phone"`
	EmergencyContactName  *string                   `sql:"emergency_contact_name"`
	EmergencyContactPhone *string                   `sql:"emergency_contact_phone"`
	DoctorID              uuid.UUID                 `sql:"doctor_id"`
	DoctorName            string                    `sql:"doctor_name"`
	InstitutionID         uuid.UUID                 `sql:"institution_id"`
	InstitutionName       string                    `sql:"institution_name"`
	InstitutionRegion     *string                   `sql:"institution_region"`
	InstitutionCountry    *string                   `sql:"institution_country"`
	BloodType             *string                   `sql:"blood_type"`
	DiagnosedConditions   pq.StringArray            `sql:"diagnosed_conditions"` // names of the conditions that the patient has now
	ValidationStatus      valueset.ValidationStatus `sql:"validation_status"`
	RegisteredAt          time.Time                 `sql:"registered_at"`
}

// Demographics returns a page of the patients in care whom a question is about, including deceased patients, in one of the
// sort orders of patients. It is for the same viewers, and fails in the same ways, as a clinical report; see Read. Its rows
// are people: each adds an event to the audit trail, and none is cached.
func (s *Service) Demographics(ctx context.Context, q Question, sortBy string, r page.Request) (page.Page[Demographic], error) {
	scope, err := s.scope(ctx, q, demographics.Clinical)
	if err != nil {
		return page.Page[Demographic]{}, err
	}
	filter := patient.Filter{Active: true}
	if scope.InstitutionID != nil {
		filter.InstitutionID = *scope.InstitutionID
	}
	if scope.DoctorID != nil {
		filter.DoctorID = *scope.DoctorID
	}
	people, err := s.patients.List(ctx, filter, sortBy, r)
	if err != nil {
		return page.Page[Demographic]{}, err
	}
	ids := make([]uuid.UUID, len(people.Items))
	for i, p := range people.Items {
		ids[i] = p.ID
	}
	rows, err := load(ctx, s, demographics, []any{pq.Array(ids)})
	return page.Page[Demographic]{Items: rows, Next: people.Next, Prev: people.Prev, Total: people.Total}, err
}
