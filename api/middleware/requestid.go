// Package middleware is what happens around every request, whatever its operation.
package middleware

import (
	"regexp"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/telemetry"
)

// requestIDHeader carries the request id in requests and answers.
const requestIDHeader = "X-Request-Id"

var requestIDFormat = regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)

// RequestID takes the id that the caller gave the request, if it is a decent one, or makes one; logs and problems have
// it, and so has the answer.
func RequestID(c *gin.Context) {
	id := c.GetHeader(requestIDHeader)
	if !requestIDFormat.MatchString(id) {
		id = uuid.NewString()
	}
	c.Header(requestIDHeader, id)
	c.Request = c.Request.WithContext(telemetry.WithRequestID(c.Request.Context(), id))
	c.Next()
}
