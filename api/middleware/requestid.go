// Package middleware holds what runs around every request, whatever the operation.
package middleware

import (
	"regexp"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/telemetry"
)

// requestIDHeader carries the request id, in requests and in responses.
const requestIDHeader = "X-Request-Id"

var requestIDFormat = regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)

// RequestID takes the request id that the caller sent, if it is well formed, or creates one. Logs, problems and the
// response carry it.
func RequestID(c *gin.Context) {
	id := c.GetHeader(requestIDHeader)
	if !requestIDFormat.MatchString(id) {
		id = uuid.NewString()
	}
	c.Header(requestIDHeader, id)
	c.Request = c.Request.WithContext(telemetry.WithRequestID(c.Request.Context(), id))
	c.Next()
}
