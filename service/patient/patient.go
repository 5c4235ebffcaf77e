// Package patient lists, reads and registers patients.
package patient

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/gender"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/sex"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/page"
)

// Patient is a patient's record without clinical data.
type Patient struct {
	ID               uuid.UUID
	DoctorID         uuid.UUID
	InstitutionID    uuid.UUID
	FirstName        string
	LastName         string
	DateOfBirth      time.Time
	DeceasedAt       *time.Time
	Sex              string
	Gender           *string
	EmergencyContact *EmergencyContact
	ValidationStatus string
	RejectionReason  *string
	Active           bool
	CreatedAt        time.Time
	UpdatedAt        time.Time
	// Version rises with each change.
	Version int
}

// EmergencyContact is whom to call; the phone is E.164.
type EmergencyContact struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
}

// Service is safe for concurrent use.
type Service struct {
	store     *service.Store
	passwords *auth.Passwords
	cursors   *page.Cursors
	cache     *cache.Cache
	trail     *audit.Trail
	accounts  *account.Service
}

// New returns a Service.
func New(
	store *service.Store, passwords *auth.Passwords, cursors *page.Cursors, cache *cache.Cache, trail *audit.Trail,
	accounts *account.Service,
) *Service {
	return &Service{store, passwords, cursors, cache, trail, accounts}
}

// Me returns the id of the patient who is asking, or the error of a missing record when it is no patient.
func (s *Service) Me(ctx context.Context) (uuid.UUID, error) {
	return service.Self(ctx, viewer.Patient)
}

// Get returns a patient whom the viewer may see, and notes that it was read. It fails with the error of a missing record
// for others.
func (s *Service) Get(ctx context.Context, id uuid.UUID) (*Patient, error) {
	p, err := s.Find(ctx, id)
	if err != nil {
		return nil, err
	}
	return p, s.noteRead(ctx, "patient.read", id)
}

// noteRead notes that the viewer was given something of the records of patients, in one answer.
func (s *Service) noteRead(ctx context.Context, action string, patients ...uuid.UUID) error {
	events := make([]audit.Event, len(patients))
	for i, id := range patients {
		events[i] = audit.Event{
			Action: action, EntityType: "patient", EntityID: id.String(), PatientID: id, ResultCount: len(patients),
		}
	}
	if len(events) == 0 {
		return nil
	}
	return s.trail.Note(ctx, events...)
}

// Find is Get for what puts a record together and notes that: it notes nothing.
func (s *Service) Find(ctx context.Context, id uuid.UUID) (*Patient, error) {
	row, err := withCodes(s.store.Client(ctx).Patient.Query().Where(patient.ID(id))).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading a patient: %w", err)
	}
	return fromRow(row)
}

const (
	sexCode    = "sex_code"
	genderCode = "gender_code"
)

// withCodes reads the codes of sex and gender in the same statement.
func withCodes(q *ent.PatientQuery) *ent.PatientQuery {
	q.Modify(func(s *sql.Selector) {
		sexes, genders := sql.Table(sex.Table), sql.Table(gender.Table)
		s.Join(sexes).On(s.C(patient.FieldSexID), sexes.C(sex.FieldID))
		s.LeftJoin(genders).On(s.C(patient.FieldGenderID), genders.C(gender.FieldID))
		s.AppendSelectAs(sexes.C(sex.FieldCode), sexCode)
		s.AppendSelectAs(genders.C(gender.FieldCode), genderCode)
	})
	return q
}

func fromRow(row *ent.Patient) (*Patient, error) {
	p := &Patient{
		ID: row.ID, DoctorID: row.DoctorID, InstitutionID: row.InstitutionID,
		FirstName: row.FirstName, LastName: row.LastName,
		DateOfBirth: row.DateOfBirth, DeceasedAt: row.DeceasedAt,
		ValidationStatus: string(row.ValidationStatus), RejectionReason: row.RejectionReason,
		Active: row.Active, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
	}
	if row.EmergencyContactName != nil && row.EmergencyContactPhone != nil {
		p.EmergencyContact = &EmergencyContact{*row.EmergencyContactName, *row.EmergencyContactPhone}
	}
	codes, err := service.Selected(row, sexCode, genderCode)
	if err != nil {
		return nil, err
	}
	if codes[0] != nil {
		p.Sex = *codes[0]
	}
	p.Gender = codes[1]
	return p, nil
}
