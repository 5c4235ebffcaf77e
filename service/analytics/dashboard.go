// Package analytics answers questions about all records together.
package analytics

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/setting"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var dashboardTTL = setting.Duration("cache.dashboard.ttl", 30*time.Second)

var dashboardOverviewQuery = sqlfiles.Query("dashboard_overview")

// Service is safe for concurrent use.
type Service struct {
	store    *service.Store
	cache    *cache.Cache
	settings *setting.Reader
	trail    *audit.Trail
}

// New returns a Service.
func New(store *service.Store, cache *cache.Cache, settings *setting.Reader, trail *audit.Trail) *Service {
	return &Service{store, cache, settings, trail}
}

// DashboardOverview is the platform in numbers. Patients are the active and living ones.
type DashboardOverview struct {
	TotalPatients     int
	TotalDoctors      int
	TotalInstitutions int
	// TotalUsers are the active accounts of patients, doctors and institutions.
	TotalUsers int
	// ValidatedPatients are validated by doctor and institution.
	ValidatedPatients int
	// AverageConsultationFee is nil when no doctor has one.
	AverageConsultationFee *decimal.Decimal
	// FullAccessPercentage is of the patients, 0 to 100; 0 when there are none.
	FullAccessPercentage float64
}

// Cached is an answer that may come from the cache.
type Cached[T any] struct {
	Value T
	// ETag is strong and quoted.
	ETag string
	// Hit says that it came from the cache.
	Hit bool
}

// DashboardOverview needs the permission analytics:read. It is as new as the last change that this platform
// acknowledged; changes by plain SQL are seen when the cached answer's time is over.
func (s *Service) DashboardOverview(ctx context.Context) (Cached[DashboardOverview], error) {
	if err := service.Require(ctx, "analytics:read"); err != nil {
		return Cached[DashboardOverview]{}, err
	}
	values, err := s.settings.Read(ctx)
	if err != nil {
		return Cached[DashboardOverview]{}, err
	}
	item := cache.Item{
		Name:  "dashboard_overview",
		Scope: "platform",
		Tags:  []string{service.TagPatients, service.TagDoctors, service.TagInstitutions, service.TagAccounts},
		TTL:   setting.Get(values, dashboardTTL),
	}
	value, answer, err := cache.Fetch(ctx, s.cache, item, s.loadDashboardOverview)
	if err != nil {
		return Cached[DashboardOverview]{}, err
	}
	err = s.trail.Note(ctx, audit.Event{Action: "analytics.read", EntityType: "dashboard", EntityID: "overview"})
	return Cached[DashboardOverview]{value, answer.ETag, answer.Hit}, err
}

func (s *Service) loadDashboardOverview(ctx context.Context) (DashboardOverview, error) {
	var o DashboardOverview
	rows, err := s.store.Pool().QueryContext(ctx, dashboardOverviewQuery)
	if err != nil {
		return o, fmt.Errorf("dashboard overview: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	if !rows.Next() {
		return o, fmt.Errorf("dashboard overview: no row: %w", errOr(rows.Err(), sql.ErrNoRows))
	}
	if err := rows.Scan(&o.TotalPatients, &o.TotalDoctors, &o.TotalInstitutions, &o.TotalUsers, &o.ValidatedPatients,
		&o.AverageConsultationFee, &o.FullAccessPercentage); err != nil {
		return o, fmt.Errorf("dashboard overview: %w", err)
	}
	return o, nil
}

func errOr(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}
