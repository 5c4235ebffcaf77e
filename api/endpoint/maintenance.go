package endpoint

import (
	"context"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/setting"
)

var (
	maintenanceEnabled = setting.Boolean("system.maintenance.enabled", false)
	maintenanceMessage = setting.String("system.maintenance.message", "The system is under maintenance. Please try again later.")
)

const (
	// maintenanceRetry is how long to wait before asking again, in seconds.
	maintenanceRetry = "60"
	// staffAuth is the start of the paths that staff sign in with. They stay open, so that staff can end the maintenance.
	staffAuth = "/api/v1/cms/auth/"
)

// maintenance returns the problem to answer with while the platform is under maintenance, unless the caller may change
// settings.
func (a *API) maintenance(who context.Context, ctx huma.Context) *problem.Problem {
	values, err := a.limits.settings.Read(who)
	if err != nil {
		return problem.From(who, err, "header")
	}
	if !setting.Get(values, maintenanceEnabled) || strings.HasPrefix(ctx.Operation().Path, staffAuth) {
		return nil
	}
	if len(ctx.Operation().Security) == 0 { // the caller hasn't been authenticated yet
		if scheme, token, _ := strings.Cut(ctx.Header("Authorization"), " "); strings.EqualFold(scheme, "Bearer") {
			if authenticated, err := a.auth.Authenticate(who, strings.TrimSpace(token)); err == nil {
				who = authenticated
			}
		}
	}
	if service.Require(who, "settings:update") == nil {
		return nil
	}
	p := problem.New(who, "maintenance", setting.Get(values, maintenanceMessage))
	p.GetHeaders().Set("Retry-After", maintenanceRetry)
	return p
}
