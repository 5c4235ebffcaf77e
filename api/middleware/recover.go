package middleware

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/gin-gonic/gin"

	"github.com/predicthealth/predicthealth/api/problem"
)

// Recover answers a panic with a problem that reveals nothing about it, and logs the cause.
func Recover(c *gin.Context) {
	defer func() {
		reason := recover()
		if reason == nil {
			return
		}
		if err, ok := reason.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(reason) // net/http uses this panic to close the connection
		}
		slog.ErrorContext(c.Request.Context(), "panic", "error", fmt.Sprint(reason), "stack", string(debug.Stack()))
		if c.Writer.Written() {
			panic(http.ErrAbortHandler) // half a response must not look like a complete one
		}
		problem.From(c.Request.Context(), errors.New("panic"), "body").Write(c.Writer)
		c.Abort()
	}()
	c.Next()
}
