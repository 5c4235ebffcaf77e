// Package patient lists, reads, registers, changes, validates and transfers patients, and manages their health profiles.
package patient

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Patient is a patient's record without clinical data.
type Patient struct {
	ID            uuid.UUID `json:"id" format:"uuid"`
	DoctorID      uuid.UUID `json:"doctor_id" format:"uuid"`
	InstitutionID uuid.UUID `json:"institution_id" format:"uuid"`
	Person
	DeceasedAt       *time.Time                `json:"deceased_at" set:"update" right:"identity"`
	ValidationStatus valueset.ValidationStatus `json:"validation_status"`
	RejectionReason  *string                   `json:"rejection_reason"`
	Active           bool                      `json:"active" doc:"Whether the patient is in care."`
	CreatedAt        time.Time                 `json:"created_at"`
	UpdatedAt        time.Time                 `json:"updated_at"`
	Version          int                       `json:"version" doc:"Increases with each change. The ETag is derived from it."`
}

// Person is what a registration says about a patient, and changes correct.
type Person struct {
	FirstName        string            `json:"first_name" set:"create,update" right:"identity" blank:"false" text:"name" minLength:"1" maxLength:"100" example:"Ana"`
	LastName         string            `json:"last_name" set:"create,update" right:"identity" blank:"false" text:"name" minLength:"1" maxLength:"100" example:"García"`
	DateOfBirth      resource.Date     `json:"date_of_birth" set:"create,update" right:"identity" example:"1980-06-15" doc:"Living patients are at most 120 years old."`
	Sex              string            `json:"sex" set:"create,update" right:"identity" catalog:"sexes" maxLength:"50" example:"female" doc:"A code from the catalog of sexes."`
	Gender           *string           `json:"gender" set:"create,update" right:"identity" catalog:"genders" maxLength:"50" example:"woman" doc:"A code from the catalog of genders."`
	EmergencyContact *EmergencyContact `json:"emergency_contact,omitempty" set:"create,update" right:"emergency_contact"`
}

// EmergencyContact is the person to call in an emergency.
type EmergencyContact struct {
	Name  string `json:"name" set:"create,update" blank:"false" text:"name" minLength:"1" maxLength:"200"`
	Phone string `json:"phone" set:"create,update" maxLength:"40" example:"+16175550100" doc:"In international format, with a plus sign. Stored as E.164."`
}

// patients is the table of patients.
var patients = resource.TableOf[Patient](func(c *ent.Client) *ent.PatientClient { return c.Patient })

// Options are the options of New.
type Options struct {
	Store     *service.Store
	Passwords *auth.Passwords
	Cursors   *page.Cursors
	Cache     *cache.Cache
	Trail     *audit.Trail
	Accounts  *account.Service
}

// Service manages patients. It is safe for concurrent use.
type Service struct {
	store     *service.Store
	passwords *auth.Passwords
	cursors   *page.Cursors
	cache     *cache.Cache
	trail     *audit.Trail
	accounts  *account.Service
}

// New returns a Service with these options.
func New(o Options) *Service {
	return &Service{o.Store, o.Passwords, o.Cursors, o.Cache, o.Trail, o.Accounts}
}

// Me returns the id of the patient who is signed in. It fails as for a missing record when the viewer isn't a patient.
func (s *Service) Me(ctx context.Context) (uuid.UUID, error) {
	return service.Self(ctx, viewer.Patient)
}

// Get returns a patient, and records that the record was read. It fails as for a missing record when the viewer may not see
// the patient.
func (s *Service) Get(ctx context.Context, id uuid.UUID) (*Patient, error) {
	p, err := s.Find(ctx, id)
	if err != nil {
		return nil, err
	}
	return p, s.noteRead(ctx, "patient.read", id)
}

// noteRead records that the viewer read patients' records, in one response.
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

// Find does what Get does, but records nothing. It is for services that put a whole record together and record that
// themselves.
func (s *Service) Find(ctx context.Context, id uuid.UUID) (*Patient, error) {
	return patients.Find(ctx, s.store.Client(ctx), id)
}
