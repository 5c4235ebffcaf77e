// Package doctor lists, reads, registers and changes doctors, ends and resumes their practice, and counts what they do.
package doctor

import (
	"context"
	"errors"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/doctorspecialty"
	"github.com/predicthealth/predicthealth/ent/gender"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/ent/sex"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/setting"
)

// Doctor is a doctor's professional data. Catalog entries are named by their codes.
type Doctor struct {
	ID              uuid.UUID
	InstitutionID   uuid.UUID
	FirstName       string
	LastName        string
	LicenceNumber   string
	Specialty       string
	Sex             string
	Gender          *string
	YearsExperience *int
	// ConsultationFee is in the currency of the institution's country.
	ConsultationFee *decimal.Decimal
	// Status is active, suspended or retired.
	Status    string
	CreatedAt time.Time
	UpdatedAt time.Time
	// Version increases with each change.
	Version int
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
	Patients *patient.Service
}

// Service manages doctors. It is safe for concurrent use.
type Service struct{ Options }

// New returns a Service with these options.
func New(o Options) *Service { return &Service{o} }

// Me returns the id of the doctor who is signed in. It fails as for a missing record when the viewer isn't a doctor.
func (s *Service) Me(ctx context.Context) (uuid.UUID, error) {
	return service.Self(ctx, viewer.Doctor)
}

// Get returns a doctor. It is for the doctor, their colleagues while active, their patients, their institution and staff
// with doctors:read. It fails with Forbidden for staff without the permission, and for others as for a missing record.
func (s *Service) Get(ctx context.Context, id uuid.UUID) (*Doctor, error) {
	row, err := withCodes(s.Store.Client(ctx).Doctor.Query().Where(doctor.ID(id))).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading a doctor: %w", err)
	}
	return fromRow(row)
}

// Among returns the doctors with these ids whom the viewer may see (see Get), by id; none for staff without doctors:read.
func (s *Service) Among(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*Doctor, error) {
	rows, err := withCodes(s.Store.Client(ctx).Doctor.Query().Where(search.Among[predicate.Doctor](ids))).All(ctx)
	if err != nil && !errors.Is(err, privacy.Deny) {
		return nil, fmt.Errorf("reading doctors: %w", err)
	}
	found := make(map[uuid.UUID]*Doctor, len(rows))
	for _, row := range rows {
		if found[row.ID], err = fromRow(row); err != nil {
			return nil, err
		}
	}
	return found, nil
}

const (
	specialtyCode = "specialty_code"
	sexCode       = "sex_code"
	genderCode    = "gender_code"
)

// withCodes reads the codes of catalog entries in the same statement.
func withCodes(q *ent.DoctorQuery) *ent.DoctorQuery {
	q.Modify(func(s *sql.Selector) {
		specialties, sexes, genders := sql.Table(doctorspecialty.Table), sql.Table(sex.Table), sql.Table(gender.Table)
		s.Join(specialties).On(s.C(doctor.FieldSpecialtyID), specialties.C(doctorspecialty.FieldID))
		s.Join(sexes).On(s.C(doctor.FieldSexID), sexes.C(sex.FieldID))
		s.LeftJoin(genders).On(s.C(doctor.FieldGenderID), genders.C(gender.FieldID))
		s.AppendSelectAs(specialties.C(doctorspecialty.FieldCode), specialtyCode)
		s.AppendSelectAs(sexes.C(sex.FieldCode), sexCode)
		s.AppendSelectAs(genders.C(gender.FieldCode), genderCode)
	})
	return q
}

func fromRow(row *ent.Doctor) (*Doctor, error) {
	d := &Doctor{
		ID: row.ID, InstitutionID: row.InstitutionID, FirstName: row.FirstName, LastName: row.LastName,
		LicenceNumber: row.LicenceNumber, YearsExperience: row.YearsExperience, ConsultationFee: row.ConsultationFee,
		Status: string(row.Status), CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
	}
	codes, err := service.Selected(row, specialtyCode, sexCode, genderCode)
	if err != nil {
		return nil, err
	}
	d.Specialty, d.Sex, d.Gender = *codes[0], *codes[1], codes[2]
	return d, nil
}

// changed drops cached responses that show doctors, after the commit.
func (s *Service) changed(ctx context.Context, more ...string) {
	s.Store.AfterCommit(ctx, func(ctx context.Context) {
		s.Cache.Invalidate(ctx, append(more, service.TagDoctors)...)
	})
}
