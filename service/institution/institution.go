// Package institution lists, reads, registers, changes and verifies medical institutions, opens and closes them, and
// counts what they do.
package institution

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/institutiontype"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
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
	// Type is a code of the catalog, such as hospital.
	Type          string
	Name          string
	LicenceNumber string
	Website       *string
	Active        bool
	// Verified says that an administrator has checked the licence.
	Verified  bool
	CreatedAt time.Time
	UpdatedAt time.Time
	// Version rises with each change.
	Version int
	// DistanceKM is from the point that a list is asked for; nil elsewhere.
	DistanceKM *float64
}

// Options of New.
type Options struct {
	Store    *service.Store
	Cache    *cache.Cache
	Cursors  *page.Cursors
	Trail    *audit.Trail
	Accounts *account.Service
	Sessions *auth.Service
}

// Service is safe for concurrent use.
type Service struct{ Options }

// New returns a Service.
func New(o Options) *Service { return &Service{o} }

// Me returns the id of the institution that is asking, or the error of a missing record when it is none.
func (s *Service) Me(ctx context.Context) (uuid.UUID, error) {
	return service.Self(ctx, viewer.Institution)
}

// Get returns an institution. Institutions themselves, their doctors, their patients and staff with institutions:read may
// call it; others get the error of a missing record, staff without the permission Forbidden.
func (s *Service) Get(ctx context.Context, id uuid.UUID) (*Institution, error) {
	row, err := withType(s.Store.Client(ctx).MedicalInstitution.Query().Where(medicalinstitution.ID(id))).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading an institution: %w", err)
	}
	return fromRow(row)
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

// changed drops cached answers that show institutions, once the change is there.
func (s *Service) changed(ctx context.Context) {
	s.Store.AfterCommit(ctx, func(ctx context.Context) { s.Cache.Invalidate(ctx, service.TagInstitutions) })
}

func (s *Service) record(ctx context.Context, action string, id uuid.UUID, payload map[string]any) error {
	return s.Trail.Record(ctx, audit.Event{Action: action, EntityType: "institution", EntityID: id.String(), Payload: payload})
}
