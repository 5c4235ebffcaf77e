// Package health reports whether the program is alive and whether it is ready to serve.
package health

import (
	"context"
	"log/slog"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"
)

// Check tests one part that the program depends on.
type Check struct {
	Name string
	// Required makes the program unready when this check fails. If any other check fails it is degraded, but still serves.
	Required bool
	// Run returns nil when the part works.
	Run func(context.Context) error
}

type report struct {
	Status string            `json:"status"` // ready, degraded or unready
	Checks map[string]string `json:"checks"` // ok or failing
}

// Paths are the addresses of the health checks.
var Paths = []string{"/livez", "/readyz"}

// Register serves /livez and /readyz.
func Register(router gin.IRoutes, p *Prober) {
	router.GET("/livez", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"status": "live"}) })
	router.GET("/readyz", func(c *gin.Context) {
		r := p.report(c.Request.Context())
		status := http.StatusOK
		if r.Status == "unready" {
			status = http.StatusServiceUnavailable
		}
		c.JSON(status, r)
	})
}

// run runs the checks concurrently. The reason for a failure goes to the log, not into the response.
func run(ctx context.Context, checks []Check) report {
	errs := make([]error, len(checks))
	var running sync.WaitGroup
	for i, check := range checks {
		running.Go(func() { errs[i] = check.Run(ctx) })
	}
	running.Wait()
	r := report{Status: "ready", Checks: map[string]string{}}
	for i, check := range checks {
		if errs[i] == nil {
			r.Checks[check.Name] = "ok"
			continue
		}
		slog.WarnContext(ctx, "a readiness check failed", "check", check.Name, "error", errs[i])
		r.Checks[check.Name] = "failing"
		if check.Required {
			r.Status = "unready"
		} else if r.Status == "ready" {
			r.Status = "degraded"
		}
	}
	return r
}
