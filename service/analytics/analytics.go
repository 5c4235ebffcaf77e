// Package analytics reports statistics over all records: for the whole platform, one institution or one doctor.
package analytics

import (
	"time"

	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/setting"
)

var dashboardTTL = setting.Duration("cache.dashboard.ttl", 30*time.Second)

// Service answers reports. It is safe for concurrent use.
type Service struct {
	store    *service.Store
	patients *patient.Service
	cache    *cache.Cache
	settings *setting.Reader
	trail    *audit.Trail
}

// New returns a Service.
func New(store *service.Store, patients *patient.Service, cache *cache.Cache, settings *setting.Reader, trail *audit.Trail) *Service {
	return &Service{store, patients, cache, settings, trail}
}

// Cached is a result that may come from the cache.
type Cached[T any] struct {
	Value T
	// ETag is strong and quoted.
	ETag string
	// Hit says that the result came from the cache.
	Hit bool
}
