// Package cms lets administrators manage the platform itself: settings, roles and permissions.
package cms

import (
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/page"
)

// Options are the options of New.
type Options struct {
	Store   *service.Store
	Cursors *page.Cursors
	Trail   *audit.Trail
	// Pulse tells every instance about changes.
	Pulse *auth.Pulse
}

// Service manages settings, roles and permissions. It is safe for concurrent use.
type Service struct{ options Options }

// New returns a Service.
func New(o Options) *Service {
	o.Store = o.Store.AsSystem()
	return &Service{o}
}
