package analytics

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var scopeQuery = sqlfiles.Query("report_scope")

// me stands for the institution or the doctor that asks.
const me = "me"

// Question says what a report is about. If it names nobody, the report is about the whole platform for staff, and about
// the viewer for others.
type Question struct {
	// InstitutionID and DoctorID are ids, me, or empty.
	InstitutionID, DoctorID string
	// Year is the year of a report by month, 1900 to 2999; 0 is the current year in UTC.
	Year int
	// From and To are the first and the last month (YYYY-MM) of a report on a range of months; empty for no bound.
	From, To string
	// Limit is the largest number of rows of a report that can be cut, 1 to MaxLimit; 0 is DefaultLimit.
	Limit int
}

// scope selects the records that count: all of them, an institution's, or those of a doctor of an institution.
type scope struct {
	InstitutionID *uuid.UUID `sql:"institution_id" json:"institution_id,omitempty"`
	DoctorID      *uuid.UUID `sql:"doctor_id" json:"doctor_id,omitempty"`
	Practising    bool       `json:"-" sql:"practising"`
	Insurer       bool       `json:"-" sql:"insurer"`
}

// String is the scope's part of a cache key.
func (s scope) String() string {
	switch {
	case s.DoctorID != nil:
		return "doctor " + s.DoctorID.String() + " of " + s.InstitutionID.String()
	case s.InstitutionID != nil:
		return "institution " + s.InstitutionID.String()
	}
	return "platform"
}

func (s scope) arguments() []any { return []any{s.InstitutionID, s.DoctorID} }

// scope returns the scope of a question, if the viewer may ask it: see Read.
func (s *Service) scope(ctx context.Context, q Question, clinical bool) (scope, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return scope{}, err
	}
	institution, err := named(q.InstitutionID, v, viewer.Institution)
	if err != nil {
		return scope{}, err
	}
	doctor, err := named(q.DoctorID, v, viewer.Doctor)
	if err != nil {
		return scope{}, err
	}
	switch v.Kind {
	case viewer.Doctor:
		if institution != nil || doctor != nil && *doctor != v.SubjectID {
			return scope{}, service.Missing()
		}
		doctor = &v.SubjectID
	case viewer.Institution:
		if institution != nil && *institution != v.SubjectID {
			return scope{}, service.Missing()
		}
		institution = &v.SubjectID
	default:
		if err := requireStaff(ctx, clinical); err != nil {
			return scope{}, err
		}
		if institution == nil && doctor == nil {
			return scope{}, nil
		}
	}
	found, err := s.find(ctx, institution, doctor)
	if err != nil {
		return scope{}, err
	}
	switch {
	case v.Kind == viewer.Doctor && !found.Practising:
		return scope{}, service.Errorf(service.Forbidden, "Only active doctors can see figures.")
	case v.Kind == viewer.Institution && clinical && found.Insurer:
		return scope{}, service.Errorf(service.Forbidden, "Insurers can't see clinical figures.")
	}
	return found, nil
}

func requireStaff(ctx context.Context, clinical bool) error {
	if err := service.Require(ctx, "analytics:read"); err != nil || !clinical {
		return err
	}
	return service.Require(ctx, "patients:read")
}

// named returns the id that a text names; nil when it is empty. For an unknown id it fails as for a missing record.
func named(text string, v viewer.Viewer, self viewer.Kind) (*uuid.UUID, error) {
	switch {
	case text == "":
		return nil, nil
	case text == me && v.Kind == self:
		return &v.SubjectID, nil
	}
	id, err := uuid.Parse(text)
	if err != nil {
		return nil, service.Missing()
	}
	return &id, nil
}

func (s *Service) find(ctx context.Context, institution, doctor *uuid.UUID) (scope, error) {
	rows, err := s.store.Client(ctx).QueryContext(ctx, scopeQuery, institution, doctor)
	if err != nil {
		return scope{}, fmt.Errorf("scope of a report: %w", err)
	}
	defer func() { _ = rows.Close() }() // ScanSlice tells what failed
	var found []scope
	if err := sql.ScanSlice(rows, &found); err != nil {
		return scope{}, fmt.Errorf("scope of a report: %w", err)
	}
	if len(found) == 0 {
		return scope{}, service.Missing()
	}
	return found[0], nil
}
