// Package doctor lists, reads, creates and changes doctors, ends and resumes their practice, and counts what they do.
package doctor

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
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/resource"
	"github.com/predicthealth/predicthealth/service/setting"
)

// Profile is what callers set in a new doctor and in changes. It names catalog entries by their codes.
type Profile struct {
	FirstName       string          `json:"first_name" set:"create,update" right:"identity" blank:"empty" text:"name" maxLength:"100" example:"Dora" doc:"Empty for people with a single name, which is their last name."`
	LastName        string          `json:"last_name" set:"create,update" right:"identity" blank:"false" text:"name" minLength:"1" maxLength:"100" example:"Lima"`
	LicenceNumber   string          `json:"licence_number" set:"create,update" right:"identity" pattern:"^[A-Za-z0-9]([A-Za-z0-9 ./-]{0,48}[A-Za-z0-9])?$" example:"MA-123456" doc:"Unique among doctors."`
	Specialty       string          `json:"specialty" set:"create,update" right:"employment" catalog:"doctor_specialties" maxLength:"50" example:"family_medicine" doc:"A code from the catalog of doctor specialties."`
	Sex             string          `json:"sex" set:"create,update" right:"employment" catalog:"sexes" maxLength:"50" example:"female" doc:"A code from the catalog of sexes."`
	Gender          *string         `json:"gender" set:"create,update" right:"presentation" catalog:"genders" maxLength:"50" example:"woman" doc:"A code from the catalog of genders."`
	YearsExperience *int            `json:"years_experience" set:"create,update" right:"presentation" minimum:"0" maximum:"80" example:"12"`
	ConsultationFee *resource.Money `json:"consultation_fee" set:"create,update" right:"presentation" example:"120.50" doc:"0 to 10,000, in the currency of the institution's country."`
}

// Doctor is a doctor's professional data.
type Doctor struct {
	ID            uuid.UUID `json:"id" format:"uuid"`
	InstitutionID uuid.UUID `json:"institution_id" format:"uuid" doc:"Where the doctor practises."`
	Profile
	Status    valueset.DoctorStatus `json:"status" doc:"Only active doctors can see patients."`
	CreatedAt time.Time             `json:"created_at"`
	UpdatedAt time.Time             `json:"updated_at"`
	Version   int                   `json:"version" doc:"Increases with each change. The ETag is derived from it."`
}

var table = resource.TableOf[Doctor](func(c *ent.Client) *ent.DoctorClient { return c.Doctor })

// Options of New.
type Options struct {
	Store    *service.Store
	Cache    *cache.Cache
	Settings *setting.Reader
	Cursors  *page.Cursors
	Trail    *audit.Trail
	Accounts *account.Service
	Sessions *auth.Service
	Patients *patient.Service
}

// Service manages doctors. It is safe for concurrent use.
type Service struct{ options Options }

// New returns a Service with these options.
func New(o Options) *Service { return &Service{o} }

// Me returns the id of the doctor who is signed in. It fails as for a missing record when the viewer isn't a doctor.
func (s *Service) Me(ctx context.Context) (uuid.UUID, error) {
	return service.Self(ctx, viewer.Doctor)
}

// Get returns a doctor. It is for the doctor, their colleagues while active, their patients, their institution and staff
// with doctors:read. It fails with Forbidden for staff without the permission, and for others as for a missing record.
func (s *Service) Get(ctx context.Context, id uuid.UUID) (*Doctor, error) {
	return table.Find(ctx, s.options.Store.Client(ctx), id)
}

// Among returns the doctors with these ids whom the viewer may see (see Get), by id; none for staff without doctors:read.
func (s *Service) Among(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*Doctor, error) {
	return table.Among(ctx, s.options.Store.Client(ctx), ids)
}

// changed drops cached answers that show doctors, once the change is there.
func (s *Service) changed(ctx context.Context, more ...string) {
	s.options.Store.AfterCommit(ctx, func(ctx context.Context) {
		s.options.Cache.Invalidate(ctx, append(more, service.TagDoctors)...)
	})
}
