package middleware

import (
	"context"
	"time"

	"github.com/gin-gonic/gin"
)

// Timeout cancels a request's work, its SQL statements included, after limit.
func Timeout(limit time.Duration) gin.HandlerFunc {
	return func(c *gin.Context) {
		ctx, cancel := context.WithTimeout(c.Request.Context(), limit)
		defer cancel()
		c.Request = c.Request.WithContext(ctx)
		c.Next()
	}
}
