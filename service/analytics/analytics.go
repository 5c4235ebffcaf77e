// Package analytics reports statistics over all records: for the whole platform, one institution or one doctor.
package analytics

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/setting"
)

var dashboardTTL = setting.Duration("cache.dashboard.ttl", 30*time.Second)

// Options are the options of New.
type Options struct {
	Store    *service.Store
	Patients *patient.Service
	Cache    *cache.Cache
	Settings *setting.Reader
	Trail    *audit.Trail
}

// Service answers reports. It is safe for concurrent use.
type Service struct {
	store    *service.Store
	patients *patient.Service
	cache    *cache.Cache
	settings *setting.Reader
	trail    *audit.Trail
}

// New returns a Service with these options.
func New(o Options) *Service {
	return &Service{o.Store, o.Patients, o.Cache, o.Settings, o.Trail}
}

// Answer are the rows of a report as JSON, which may come from the cache.
type Answer[T any] struct {
	// JSON is an array of the rows. It is shared: it must not be changed.
	JSON []byte
	// ETag is strong and quoted.
	ETag string
	// Hit says that the result came from the cache.
	Hit bool
}

// Rows are the rows themselves.
func (a Answer[T]) Rows() (rows []T, err error) {
	if err := json.Unmarshal(a.JSON, &rows); err != nil {
		return nil, fmt.Errorf("reading a report: %w", err)
	}
	return rows, nil
}
