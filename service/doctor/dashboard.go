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

// Dashboard is a doctor's practice at a glance. Patients in numbers are the active and living ones.
type Dashboard struct {
	Numbers
	// Newest are the active patients registered last, the newest first.
	Newest []*patient.Patient
	// Hit says that the numbers came from the cache; patients never do.
	Hit bool
}

// Numbers are what a dashboard counts.
type Numbers struct {
	Patients int
	// ByValidationStatus has no entry for a status that none has.
	ByValidationStatus map[string]int
	// ConditionGroups are what the patients have now, the most common first; who has several is in each.
	ConditionGroups []GroupCount
}

// GroupCount says how many patients have a condition of a group, such as diabetes.
type GroupCount struct {
	Group    string `json:"group"`
	Patients int    `json:"patients"`
}

// Dashboard returns that of the doctor who asks, and notes the patients in it as read; all is 0 for one who doesn't
// practise. Others get the error of a missing record. The numbers are as new as the last change that this platform
// acknowledged.
func (s *Service) Dashboard(ctx context.Context) (*Dashboard, error) {
	id, err := s.Me(ctx)
	if err != nil {
		return nil, err
	}
	values, err := s.Settings.Read(ctx)
	if err != nil {
		return nil, err
	}
	item := cache.Item{
		Name:  "doctor_dashboard",
		Scope: "doctor " + id.String(),
		Tags:  []string{service.TagPatients, service.TagDoctors},
		TTL:   setting.Get(values, dashboardTTL),
	}
	numbers, answer, err := cache.Fetch(ctx, s.Cache, item, func(ctx context.Context) (Numbers, error) {
		return s.numbers(ctx, id)
	})
	if err != nil {
		return nil, err
	}
	patients, err := s.Patients.List(ctx, patient.Filter{Mine: true, Active: true}, patient.SortNewest, page.Request{Limit: newest})
	return &Dashboard{numbers, patients.Items, answer.Hit}, err
}

func (s *Service) numbers(ctx context.Context, id uuid.UUID) (n Numbers, err error) {
	rows, err := s.Store.Pool().QueryContext(ctx, dashboardQuery, id)
	if err != nil {
		return n, fmt.Errorf("a doctor's dashboard: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	if !rows.Next() {
		return n, fmt.Errorf("a doctor's dashboard: %w", errors.Join(rows.Err(), sql.ErrNoRows))
	}
	var statuses, groups []byte
	if err := rows.Scan(&n.Patients, &statuses, &groups); err != nil {
		return n, fmt.Errorf("a doctor's dashboard: %w", err)
	}
	if err := errors.Join(json.Unmarshal(statuses, &n.ByValidationStatus), json.Unmarshal(groups, &n.ConditionGroups)); err != nil {
		return n, fmt.Errorf("a doctor's dashboard: %w", err)
	}
	return n, rows.Err()
}
