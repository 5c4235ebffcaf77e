package middleware

import (
	"slices"

	"github.com/gin-gonic/gin"

	"github.com/predicthealth/predicthealth/api/problem"
)

// Concurrency answers 503 at once when limit requests are already running: those then finish in time, instead of all of
// them failing slowly. Paths in exempt always pass, so that monitoring can tell a busy instance from a dead one.
func Concurrency(limit int, exempt ...string) gin.HandlerFunc {
	slots := make(chan struct{}, limit)
	return func(c *gin.Context) {
		if slices.Contains(exempt, c.FullPath()) {
			c.Next()
			return
		}
		select {
		case slots <- struct{}{}:
			defer func() { <-slots }()
			c.Next()
		default:
			problem.New(c.Request.Context(), "unavailable", "Too many requests are being processed. Try again shortly.").Write(c.Writer)
			c.Abort()
		}
	}
}
