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
	Death
	ValidationStatus valueset.ValidationStatus `json:"validation_status"`
	RejectionReason  *string                   `json:"rejection_reason"`
	SourceElements   map[string]any            `json:"source_elements,omitempty" doc:"What the source of an imported patient says and no other member holds: elements of the FHIR resource, as they came. Left out when there are none, in lists, and for colleagues of the doctor."`
	Active           bool                      `json:"active" doc:"Whether the patient is in care."`
	CreatedAt        time.Time                 `json:"created_at"`
	UpdatedAt        time.Time                 `json:"updated_at"`
	Version          int                       `json:"version" doc:"Increases with each change. The ETag is derived from it."`
}

// Death is what is known of a patient's death.
type Death struct {
	Deceased              bool               `json:"deceased" set:"update" right:"identity" doc:"Whether the patient is dead, even if nobody knows since when."`
	DeceasedDate          *resource.Date     `json:"deceased_date" set:"update" right:"identity" doc:"The day where the patient died, the same in every time zone; null if nobody knows it, and for the living."`
	DeceasedDatePrecision valueset.Precision `json:"deceased_date_precision" set:"update" right:"identity" doc:"How much of deceased_date is known; it is the first day of that period."`
	DeceasedAt            *time.Time         `json:"deceased_at" set:"update" right:"identity" doc:"The time of death, if it is known. On its own it sets deceased_date to its day in its own time zone, and null says that the patient lives after all."`
}

// Person is what a registration says about a patient, and changes correct.
type Person struct {
	FirstName            string             `json:"first_name" set:"create,update" right:"identity" blank:"empty" text:"name" maxLength:"100" example:"Ana" doc:"Empty for people with a single name, which is their last name."`
	LastName             string             `json:"last_name" set:"create,update" right:"identity" blank:"false" text:"name" minLength:"1" maxLength:"100" example:"García"`
	DateOfBirth          resource.Date      `json:"date_of_birth" set:"create,update" right:"identity" example:"1980-06-15" doc:"Living patients are at most 120 years old."`
	DateOfBirthPrecision valueset.Precision `json:"date_of_birth_precision" set:"create,update" right:"identity" default:"day" doc:"How much of date_of_birth is known; it is the first day of that period."`
	Sex                  string             `json:"sex" set:"create,update" right:"identity" catalog:"sexes" maxLength:"50" example:"female" doc:"A code from the catalog of sexes."`
	Gender               *string            `json:"gender" set:"create,update" right:"identity" catalog:"genders" maxLength:"50" example:"woman" doc:"A code from the catalog of genders."`
	EmergencyContact     *EmergencyContact  `json:"emergency_contact,omitempty" set:"create,update" right:"emergency_contact"`
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
	p, err := patients.Find(ctx, s.store.Client(ctx), id)
	if err != nil {
		return nil, err
	}
	return p.visible(ctx)
}

// visible returns what the viewer may see of the patient.
func (p *Patient) visible(ctx context.Context) (*Patient, error) {
	rights, err := p.rights(ctx)
	if err != nil {
		return nil, err
	}
	if !rights.Notes {
		p.SourceElements = nil
	}
	return p, nil
}
