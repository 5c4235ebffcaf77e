// Package institution lists, reads, creates, changes, verifies, deactivates and reactivates medical institutions, and
// counts their doctors and patients.
package institution

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
	"github.com/predicthealth/predicthealth/service/setting"
)

// Profile is what callers set in a new institution and in changes.
type Profile struct {
	Type          string  `json:"type" set:"create,update" right:"vouched" catalog:"institution_types" column:"institution_type_id" maxLength:"50" example:"hospital" doc:"A code from the catalog of institution types."`
	Name          string  `json:"name" set:"create,update" right:"vouched" blank:"false" minLength:"1" maxLength:"200" example:"General Hospital"`
	LicenceNumber string  `json:"licence_number" set:"create,update" right:"vouched" pattern:"^[A-Za-z0-9]([A-Za-z0-9 ./-]{0,48}[A-Za-z0-9])?$" example:"MA-H-0042" doc:"Unique among institutions. A new licence number must be verified again."`
	Website       *string `json:"website" set:"create,update" right:"presentation" maxLength:"255" pattern:"^https?://[^\\s/]+\\S*$" example:"https://hospital.example.org"`
}

// Institution is an institution's professional data.
type Institution struct {
	ID uuid.UUID `json:"id" format:"uuid"`
	Profile
	Active    bool      `json:"active"`
	Verified  bool      `json:"verified" doc:"Whether an administrator has checked the licence."`
	CreatedAt time.Time `json:"created_at"`
	UpdatedAt time.Time `json:"updated_at"`
	Version   int       `json:"version" doc:"Increases with each change. The ETag is derived from it."`
	// DistanceKM is the distance from the point of a search; nil elsewhere.
	DistanceKM *float64 `json:"distance_km,omitempty" column:"-" example:"1.25" doc:"The distance of its nearest address, in kilometres. Only in a search near a point."`
}

func entity(c *ent.Client) *ent.MedicalInstitutionClient { return c.MedicalInstitution }

var (
	table = resource.TableOf[Institution](entity)
	// nearby reads the distances that a search near a point selects.
	nearby = resource.TableOf(entity, resource.Joined[Institution]{Select: func(*sql.Selector) {}, Read: readDistance})
)

func readDistance(row resource.Row, i *Institution) error {
	value, err := row.Value(search.Distance)
	if err != nil {
		return fmt.Errorf("reading a distance: %w", err)
	}
	distance, ok := value.(float64)
	if !ok {
		return fmt.Errorf("reading a distance: it is a %T", value)
	}
	i.DistanceKM = &distance
	return nil
}

// Options are the options of New.
type Options struct {
	Store    *service.Store
	Cache    *cache.Cache
	Settings *setting.Reader
	Cursors  *page.Cursors
	Trail    *audit.Trail
	Accounts *account.Service
	Sessions *auth.Service
}

// Service manages institutions. It is safe for concurrent use.
type Service struct{ options Options }

// New returns a Service with these options.
func New(o Options) *Service { return &Service{o} }

// Me returns the id of the institution that is signed in. It fails as for a missing record when the viewer isn't one.
func (s *Service) Me(ctx context.Context) (uuid.UUID, error) {
	return service.Self(ctx, viewer.Institution)
}

// Get returns an institution. It is for the institution, its doctors, its patients and staff with institutions:read. It
// fails with Forbidden for staff without the permission, and for others as for a missing record.
func (s *Service) Get(ctx context.Context, id uuid.UUID) (*Institution, error) {
	return table.Find(ctx, s.options.Store.Client(ctx), id)
}

// Among returns the institutions with these ids that the viewer may see (see Get), by id; none for staff without
// institutions:read.
func (s *Service) Among(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*Institution, error) {
	return table.Among(ctx, s.options.Store.Client(ctx), ids)
}

// changed drops cached answers that show institutions, once the change is there.
func (s *Service) changed(ctx context.Context) {
	s.options.Store.AfterCommit(ctx, func(ctx context.Context) { s.options.Cache.Invalidate(ctx, service.TagInstitutions) })
}

func (s *Service) note(ctx context.Context, action string, id uuid.UUID, payload map[string]any) error {
	return s.options.Trail.Record(ctx, audit.Event{Action: action, EntityType: "institution", EntityID: id.String(), Payload: payload})
}
