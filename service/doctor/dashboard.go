package doctor

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/setting"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// newest is how many of the newest patients a dashboard shows.
const newest = 5

var (
	dashboardTTL   = setting.Duration("cache.dashboard.ttl", 30*time.Second)
	dashboardQuery = sqlfiles.Query("doctor_dashboard")
)

// Dashboard is an overview of a doctor's practice. Only active, living patients count.
type Dashboard struct {
	Numbers
	// Newest are the active patients who were created last, newest first.
	Newest []*patient.Patient
	// Hit says that the numbers came from the cache. Patients never do.
	Hit bool
}

// Numbers are the counts on a dashboard.
type Numbers struct {
	PatientCount int
	// ByValidationStatus has no entry for a status that no patient has.
	ByValidationStatus map[string]int
	// ConditionGroups are those of the patients' current conditions, most common first. A patient with conditions in several
	// groups counts in each.
	ConditionGroups []GroupCount
}

// GroupCount is the number of patients who have a condition of a group, such as diabetes.
type GroupCount struct {
	ConditionGroup string `json:"condition_group"`
	PatientCount   int    `json:"patient_count"`
}

// Dashboard returns the dashboard of the doctor who is signed in, and records that the patients in it were read. For a doctor
// who isn't active, all counts are 0. For other viewers it fails as for a missing record. The numbers are as recent as the
// last change that this platform has committed.
func (s *Service) Dashboard(ctx context.Context) (*Dashboard, error) {
	id, err := s.Me(ctx)
	if err != nil {
		return nil, err
	}
	values, err := s.options.Settings.Read(ctx)
	if err != nil {
		return nil, err
	}
	item := cache.Item{
		Name:  "doctor_dashboard",
		Scope: "doctor " + id.String(),
		Tags:  []string{service.TagPatients, service.TagDoctors},
		TTL:   setting.Get(values, dashboardTTL),
	}
	numbers, answer, err := cache.Fetch(ctx, s.options.Cache, item, func(ctx context.Context) (Numbers, error) {
		return s.numbers(ctx, id)
	})
	if err != nil {
		return nil, err
	}
	patients, err := s.options.Patients.List(ctx, patient.Filter{Mine: true, Selection: page.Selection{Active: page.ActiveOnly}}, page.SortNewest, page.Request{Limit: newest})
	return &Dashboard{numbers, patients.Items, answer.Hit}, err
}

func (s *Service) numbers(ctx context.Context, id uuid.UUID) (n Numbers, err error) {
	rows, err := s.options.Store.Pool().QueryContext(ctx, dashboardQuery, id)
	if err != nil {
		return n, fmt.Errorf("a doctor's dashboard: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	if !rows.Next() {
		return n, fmt.Errorf("a doctor's dashboard: %w", errors.Join(rows.Err(), sql.ErrNoRows))
	}
	var statuses, groups []byte
	if err := rows.Scan(&n.PatientCount, &statuses, &groups); err != nil {
		return n, fmt.Errorf("a doctor's dashboard: %w", err)
	}
	if err := errors.Join(json.Unmarshal(statuses, &n.ByValidationStatus), json.Unmarshal(groups, &n.ConditionGroups)); err != nil {
		return n, fmt.Errorf("a doctor's dashboard: %w", err)
	}
	return n, rows.Err()
}
