// Package institution lists, reads, registers, changes, verifies, deactivates and reactivates medical institutions, and
// counts their doctors and patients.
package institution

import (
	"context"
	"errors"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/institutiontype"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/page"
)

// Institution is an institution's professional data.
type Institution struct {
	ID uuid.UUID
	// Type is a code from the catalog, such as hospital.
	Type          string
	Name          string
	LicenceNumber string
	Website       *string
	Active        bool
	// Verified says that an administrator has checked the licence.
	Verified  bool
	CreatedAt time.Time
	UpdatedAt time.Time
	// Version increases with each change.
	Version int
	// DistanceKM is the distance from the point of a search; nil otherwise.
	DistanceKM *float64
}

// Options are the options of New.
type Options struct {
	Store    *service.Store
	Cache    *cache.Cache
	Cursors  *page.Cursors
	Trail    *audit.Trail
	Accounts *account.Service
	Sessions *auth.Service
}

// Service manages institutions. It is safe for concurrent use.
type Service struct{ Options }

// New returns a Service with these options.
func New(o Options) *Service { return &Service{o} }

// Me returns the id of the institution that is signed in. It fails as for a missing record when the viewer isn't one.
func (s *Service) Me(ctx context.Context) (uuid.UUID, error) {
	return service.Self(ctx, viewer.Institution)
}

// Get returns an institution. It is for the institution, its doctors, its patients and staff with institutions:read. It
// fails with Forbidden for staff without the permission, and for others as for a missing record.
func (s *Service) Get(ctx context.Context, id uuid.UUID) (*Institution, error) {
	row, err := withType(s.Store.Client(ctx).MedicalInstitution.Query().Where(medicalinstitution.ID(id))).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading an institution: %w", err)
	}
	return fromRow(row)
}

// Among returns the institutions with these ids that the viewer may see (see Get), by id; none for staff without
// institutions:read.
func (s *Service) Among(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*Institution, error) {
	where := search.Among[predicate.MedicalInstitution](ids)
	rows, err := withType(s.Store.Client(ctx).MedicalInstitution.Query().Where(where)).All(ctx)
	if err != nil && !errors.Is(err, privacy.Deny) {
		return nil, fmt.Errorf("reading institutions: %w", err)
	}
	found := make(map[uuid.UUID]*Institution, len(rows))
	for _, row := range rows {
		if found[row.ID], err = fromRow(row); err != nil {
			return nil, err
		}
	}
	return found, nil
}

const typeCode = "type_code"

// withType reads the code of the type in the same statement.
func withType(q *ent.MedicalInstitutionQuery) *ent.MedicalInstitutionQuery {
	q.Modify(func(s *sql.Selector) {
		types := sql.Table(institutiontype.Table)
		s.Join(types).On(s.C(medicalinstitution.FieldInstitutionTypeID), types.C(institutiontype.FieldID))
		s.AppendSelectAs(types.C(institutiontype.FieldCode), typeCode)
	})
	return q
}

func fromRow(row *ent.MedicalInstitution) (*Institution, error) {
	codes, err := service.Selected(row, typeCode)
	if err != nil {
		return nil, err
	}
	return &Institution{
		ID: row.ID, Type: *codes[0], Name: row.Name, LicenceNumber: row.LicenceNumber, Website: row.Website,
		Active: row.Active, Verified: row.Verified, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
	}, nil
}

// changed drops cached responses that show institutions, after the commit.
func (s *Service) changed(ctx context.Context) {
	s.Store.AfterCommit(ctx, func(ctx context.Context) { s.Cache.Invalidate(ctx, service.TagInstitutions) })
}

func (s *Service) record(ctx context.Context, action string, id uuid.UUID, payload map[string]any) error {
	return s.Trail.Record(ctx, audit.Event{Action: action, EntityType: "institution", EntityID: id.String(), Payload: payload})
}
