package analytics

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/patient"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var demographicsQuery = sqlfiles.Query("report_patient_demographics")

// Demographic is a patient in a row, as vw_patient_demographics has it.
type Demographic struct {
	PatientID             uuid.UUID      `sql:"patient_id"`
	FirstName             string         `sql:"first_name"`
	LastName              string         `sql:"last_name"`
	DateOfBirth           string         `sql:"date_of_birth"` // YYYY-MM-DD
	DeceasedAt            *time.Time     `sql:"deceased_at"`
	Age                   int            `sql:"age"` // in whole years, at death for the deceased
	Sex                   string         `sql:"sex"`
	Gender                *string        `sql:"gender"`
	PrimaryEmail          *string        `sql:"primary_email"`
	PrimaryPhone          *string        `sql:"primary_phone"`
	EmergencyContactName  *string        `sql:"emergency_contact_name"`
	EmergencyContactPhone *string        `sql:"emergency_contact_phone"`
	DoctorID              uuid.UUID      `sql:"doctor_id"`
	DoctorName            string         `sql:"doctor_name"`
	InstitutionID         uuid.UUID      `sql:"institution_id"`
	InstitutionName       string         `sql:"institution_name"`
	InstitutionRegion     *string        `sql:"institution_region"`
	InstitutionCountry    *string        `sql:"institution_country"`
	BloodType             *string        `sql:"blood_type"`
	DiagnosedConditions   pq.StringArray `sql:"diagnosed_conditions"` // names of those that the patient has now
	ValidationStatus      string         `sql:"validation_status"`
	RegisteredAt          time.Time      `sql:"registered_at"`
}

// Demographics returns a page of the patients in care whom a question is about, in a sort of patients; the deceased are
// among them. Who may ask and how it fails is as for a clinical report, see Read. Its rows are people: each leaves an audit
// event, and none is cached.
func (s *Service) Demographics(ctx context.Context, q Question, sortBy string, r page.Request) (page.Page[Demographic], error) {
	scope, err := s.scope(ctx, q, true)
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
	rows, err := s.store.Client(ctx).QueryContext(ctx, demographicsQuery, pq.Array(ids))
	if err != nil {
		return page.Page[Demographic]{}, fmt.Errorf("reading demographics: %w", err)
	}
	defer func() { _ = rows.Close() }() // ScanSlice tells what failed
	found := page.Page[Demographic]{Items: []Demographic{}, Next: people.Next, Prev: people.Prev, Total: people.Total}
	if err := sql.ScanSlice(rows, &found.Items); err != nil {
		return page.Page[Demographic]{}, fmt.Errorf("reading demographics: %w", err)
	}
	return found, nil
}
