// Package cms is what administrators do with the platform itself: settings, roles and permissions.
package cms

import (
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/page"
)

// Options of New.
type Options struct {
	Store   *service.Store
	Cursors *page.Cursors
	Trail   *audit.Trail
	// Pulse makes every instance learn of changes.
	Pulse *auth.Pulse
}

// Service is safe for concurrent use.
type Service struct{ Options }

// New returns a Service.
func New(o Options) *Service {
	o.Store = o.Store.AsSystem()
	return &Service{o}
}
